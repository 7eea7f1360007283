package dev.longhand.importer.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.longhand.io.InvalidFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The architecture of a Keras model: its JSON, as far as all kinds of layers have it in common.
 *
 * @param nodes its layers in the file's order
 * @param inputs the names of the input layers, in the order of the model's inputs; empty if it's sequential
 * @param outputs the names of the layers whose outputs are the model's
 */
record KerasModel(List<Node> nodes, List<String> inputs, List<String> outputs) {

    /** The argument of a call that is a mask. */
    private static final String MASK = "mask";

    /**
     * A layer in the graph.
     *
     * @param reads the names of the layers that it reads, for each call of it
     * @param isLayer whether it has a place among the weights, as an operation that isn't a layer hasn't
     * @param hasMask whether a mask is passed to it, which isn't among what it reads
     */
    record Node(LayerConfig config, List<List<String>> reads, boolean isLayer, boolean hasMask) {}

    /** Reads JSON of a model. */
    static KerasModel parse(String json, String file) throws InvalidFileException {
        try {
            JsonObject root = JsonParser.parseString(json).getAsJsonObject();
            String className = text(root, "class_name");
            JsonElement config = root.get("config");
            return switch (className) {
                case "Sequential" -> sequential(config);
                case "Model", "Functional" -> functional(config.getAsJsonObject());
                default ->
                    throw new InvalidFileException(
                            file,
                            "its model is a \"" + className
                                    + "\", but only Sequential and functional models can be read");
            };
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | NullPointerException
                | UnsupportedOperationException
                | IndexOutOfBoundsException e) {
            throw new InvalidFileException(file, "the description of its model can't be read: " + e.getMessage(), e);
        }
    }

    private static KerasModel sequential(JsonElement config) {
        JsonArray layers = config.isJsonArray()
                ? config.getAsJsonArray()
                : config.getAsJsonObject().getAsJsonArray("layers");
        List<Node> nodes = new ArrayList<>();
        String before = "";
        for (JsonElement element : layers) {
            LayerConfig layer = config(element.getAsJsonObject());
            if (before.isEmpty() && !layer.className().equals("InputLayer")) {
                JsonElement shape = firstShape(layer, config);
                JsonObject values = new JsonObject();
                values.add("batch_shape", shape);
                before = "input of " + layer.name();
                nodes.add(new Node(new LayerConfig("InputLayer", before, values), List.of(), false, false));
            }
            nodes.add(new Node(layer, before.isEmpty() ? List.of() : List.of(List.of(before)), true, false));
            before = layer.name();
        }
        return new KerasModel(nodes, List.of(), List.of(before));
    }

    private static @Nullable JsonElement firstShape(LayerConfig first, JsonElement config) {
        JsonElement shape = first.get("batch_input_shape");
        if (shape == null) {
            shape = first.get("batch_shape");
        }
        return shape == null && config.isJsonObject() ? config.getAsJsonObject().get("build_input_shape") : shape;
    }

    private static KerasModel functional(JsonObject config) {
        List<Node> nodes = new ArrayList<>();
        for (JsonElement element : config.getAsJsonArray("layers")) {
            JsonObject layer = element.getAsJsonObject();
            List<List<String>> reads = new ArrayList<>();
            boolean hasMask = false;
            for (JsonElement call : layer.getAsJsonArray("inbound_nodes")) {
                List<String> names = new ArrayList<>();
                collect(call, names);
                reads.add(names);
                hasMask |= call instanceof JsonObject object
                        && object.get("kwargs") instanceof JsonObject arguments
                        && arguments.get(MASK) instanceof JsonObject;
            }
            JsonElement module = layer.get("module");
            boolean isOperation = module instanceof JsonPrimitive primitive
                    && primitive.getAsString().contains(".ops.");
            nodes.add(new Node(config(layer), reads, !isOperation, hasMask));
        }
        List<String> outputs = ends(config.get("output_layers"));
        Set<String> needed = needed(nodes, outputs);
        nodes.removeIf(node -> !node.isLayer() && !needed.contains(node.config().name()));
        return new KerasModel(nodes, ends(config.get("input_layers")), outputs);
    }

    /** The names of what the outputs depend on, masks aside, which operations compute. */
    private static Set<String> needed(List<Node> nodes, List<String> outputs) {
        Map<String, Node> byName = new HashMap<>();
        nodes.forEach(node -> byName.put(node.config().name(), node));
        Set<String> needed = new HashSet<>();
        List<String> open = new ArrayList<>(outputs);
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            Node node = byName.get(name);
            if (node != null && needed.add(name)) {
                node.reads().forEach(open::addAll);
            }
        }
        return needed;
    }

    private static LayerConfig config(JsonObject layer) {
        JsonObject values = layer.getAsJsonObject("config");
        JsonElement name = values.get("name") == null ? layer.get("name") : values.get("name");
        return new LayerConfig(text(layer, "class_name"), name.getAsString(), values);
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }

    /** The layers that a call reads: {@code ["name", 0, 0]} in Keras 2, an object with "keras_history" in Keras 3. */
    private static void collect(JsonElement call, List<String> names) {
        if (call instanceof JsonArray array) {
            if (isReference(array)) {
                names.add(array.get(0).getAsString());
            } else {
                array.forEach(element -> collect(element, names));
            }
        } else if (call instanceof JsonObject object) {
            if (object.get("keras_history") instanceof JsonArray history) {
                names.add(history.get(0).getAsString());
            } else {
                object.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(MASK))
                        .forEach(entry -> collect(entry.getValue(), names));
            }
        }
    }

    private static boolean isReference(JsonArray array) {
        return array.size() >= 3
                && array.get(0) instanceof JsonPrimitive name
                && name.isString()
                && array.get(1) instanceof JsonPrimitive index
                && index.isNumber();
    }

    /** The names in a list of references, or in one alone. */
    private static List<String> ends(JsonElement references) {
        List<String> names = new ArrayList<>();
        collect(references, names);
        return names;
    }
}
