package dev.longhand.importer.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.longhand.From;
import dev.longhand.Shape;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.Origin;
import dev.longhand.importer.Refusal;
import dev.longhand.importer.RefusedException;
import dev.longhand.io.NumberArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a network of a Keras model: converts its layers one after the other, and collects those that can't be. */
final class Converter {

    private static final String MULTIPLES = "Factors of functions are in the weights of the layers beside them: a ReLU up to 6 is 6"
            + " times the hard sigmoid of z - 3, a SELU 1.0507 times an ELU.";

    private final String file;
    private final KerasModel model;
    private final Map<String, List<NumberArray>> arrays;
    private final boolean isKeras3;
    private final List<ImportedLayer> layers = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    /** The shapes that follow from a layer that was refused, and are only likely. */
    private final Set<String> guessed = new HashSet<>();

    /** For layers that are left out, what they read. */
    private final Map<String, String> replaced = new HashMap<>();

    /** For zero paddings, their numbers. */
    private final Map<String, List<Integer>> zeros = new HashMap<>();

    private final Scales scales = new Scales();
    private final Masks masks = new Masks();
    private Optional<Shape> input = Optional.empty();

    Converter(String file, KerasModel model, Map<String, List<NumberArray>> arrays, boolean isKeras3) {
        this.file = file;
        this.model = model;
        this.arrays = arrays;
        this.isKeras3 = isKeras3;
    }

    /**
     * The network.
     *
     * @throws RefusedException if a layer can't be declared
     */
    ImportedNetwork convert() throws RefusedException {
        for (KerasModel.Node node : inOrder()) {
            convert(node);
        }
        refusals.addAll(masks.refusals(inputs(), model.outputs().size()));
        checkOutputs();
        if (!refusals.isEmpty()) {
            throw new RefusedException(file, refusals);
        }
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        List<String> outputs = model.outputs().stream()
                .map(output -> replaced.getOrDefault(output, output))
                .toList();
        if (!masks.areRead()) {
            return ImportedNetwork.of(name, input, layers, outputs, notes);
        }
        notes.add("Keras skips masked steps wherever they are, this network those that pad a sequence: pass the lengths of the"
                + " sequences to predict, padded on the right or on the left.");
        return ImportedNetwork.of(name, input, layers, outputs, notes).masked();
    }

    private void checkOutputs() {
        for (KerasModel.Node node : model.nodes()) {
            String name = node.config().name();
            if (!model.outputs().contains(name)) {
                continue;
            }
            if (zeros.containsKey(name)) {
                refuse(
                        node.config(),
                        "it's an output, but zeros can only be declared as the explicit padding of a convolution");
            } else if (scales.of(name) != 1) {
                refuse(
                        node.config(),
                        "it's an output, but " + (float) scales.of(name)
                                + " times what layers here compute, which only a dense layer or a convolution after it"
                                + " could multiply");
            }
        }
    }

    private int inputs() {
        return (int) model.nodes().stream()
                .filter(node -> node.config().className().equals("InputLayer"))
                .count();
    }

    /** The layers, each behind those that it reads; inputs come first, in the model's order. */
    private List<KerasModel.Node> inOrder() {
        Map<String, KerasModel.Node> byName = new HashMap<>();
        model.nodes().forEach(node -> byName.put(node.config().name(), node));
        Set<KerasModel.Node> ordered = new LinkedHashSet<>();
        for (String name : model.inputs()) {
            KerasModel.Node node = byName.get(name);
            if (node != null) {
                ordered.add(node);
            }
        }
        boolean isMoving = true;
        while (isMoving) {
            isMoving = false;
            for (KerasModel.Node node : model.nodes()) {
                boolean isReady = node.reads().stream()
                        .flatMap(List::stream)
                        .allMatch(read -> !byName.containsKey(read) || ordered.contains(byName.get(read)));
                if (isReady) {
                    isMoving |= ordered.add(node);
                }
            }
        }
        // What is in a cycle is converted too, for its messages.
        ordered.addAll(model.nodes());
        return new ArrayList<>(ordered);
    }

    private void convert(KerasModel.Node node) {
        LayerConfig config = node.config();
        try {
            if (config.className().equals("InputLayer")) {
                addInput(config);
                return;
            }
            if (node.reads().size() != 1) {
                throw new UnsupportedLayerException(
                        "it's called " + node.reads().size()
                                + " times, but a layer here is at one place and doesn't share its weights");
            }
            KerasLayer layer = layer(node);
            List<String> reads = node.reads().get(0);
            double scale = scales.read(config, reads);
            KerasFunction function = Activations.of(layer);
            masks.follow(layer, reads, node.hasMask());
            if (Activations.LAYERS.contains(config.className()) && !function.readsSums()) {
                prepare(reads.get(0), function);
            }
            List<ImportedLayer> parts = layers(layer);
            add(layer, parts.isEmpty() ? parts : FunctionLayers.complete(layer, parts, scale, function));
            scales.set(config, scale, function, reads.size());
            if (function.scale() != 1 && !notes.contains(MULTIPLES)) {
                notes.add(MULTIPLES);
            }
        } catch (UnsupportedLayerException e) {
            refuse(config, e.reason());
            guess(node);
        } catch (IllegalArgumentException e) {
            if (node.reads().stream().flatMap(List::stream).noneMatch(guessed::contains)) {
                refuse(config, String.valueOf(e.getMessage()));
            }
            guess(node);
        }
    }

    private void refuse(LayerConfig config, String reason) {
        refusals.add(Refusal.of(config.className(), config.name(), reason));
    }

    private void guess(KerasModel.Node node) {
        String name = node.config().name();
        guessed.add(name);
        for (List<String> reads : node.reads()) {
            for (String read : reads) {
                Shape shape = shapes.get(read);
                if (shape != null) {
                    shapes.putIfAbsent(name, shape);
                }
            }
        }
    }

    private void addInput(LayerConfig config) throws UnsupportedLayerException {
        JsonElement given = config.has("batch_shape") ? config.get("batch_shape") : config.get("batch_input_shape");
        if (!(given instanceof JsonArray dimensions) || dimensions.size() < 2) {
            throw new UnsupportedLayerException("the file doesn't say its shape");
        }
        List<Integer> shape = new ArrayList<>();
        for (JsonElement dimension : dimensions.asList().subList(1, dimensions.size())) {
            if (!dimension.isJsonPrimitive()) {
                throw new UnsupportedLayerException("its shape is " + given
                        + ", but all dimensions beside the batch must be known: give them to the Input in Keras");
            }
            shape.add(dimension.getAsInt());
        }
        String name = config.name();
        Shape sample = new Shape(shape);
        shapes.put(name, sample);
        boolean isOnly = inputs() == 1;
        if (isOnly) {
            input = Optional.of(sample);
            replaced.put(name, From.INPUT);
        } else {
            layers.add(new ImportedLayer(
                    name, new LayerSettings.Input(sample), List.of(), new Origin("InputLayer", name)));
        }
    }

    private KerasLayer layer(KerasModel.Node node) throws UnsupportedLayerException {
        List<String> names = node.reads().get(0);
        List<Shape> inputs = new ArrayList<>();
        List<String> reads = new ArrayList<>();
        List<Integer> padding = List.of();
        for (String read : names) {
            Shape shape = shapes.get(read);
            if (shape == null) {
                throw new UnsupportedLayerException("it reads \"" + read + "\", which isn't known");
            }
            inputs.add(shape);
            reads.add(replaced.getOrDefault(read, read));
            if (zeros.containsKey(read)) {
                padding = zeros.getOrDefault(read, List.of());
                if (!node.config().className().contains("Conv")) {
                    throw new UnsupportedLayerException("it reads the zero padding \"" + read
                            + "\", which can only be declared as the explicit padding of a convolution");
                }
            }
        }
        if (inputs.isEmpty()) {
            throw new UnsupportedLayerException("it reads nothing");
        }
        return new KerasLayer(
                node.config(),
                reads,
                inputs,
                padding,
                arrays.getOrDefault(node.config().name(), List.of()),
                isKeras3);
    }

    /** Multiplies and shifts, in the weights of the layer before, what a function reads. */
    private void prepare(String read, KerasFunction function) throws UnsupportedLayerException {
        long readers = model.nodes().stream()
                .flatMap(node -> node.reads().stream())
                .flatMap(List::stream)
                .filter(read::equals)
                .count();
        for (int i = 0; i < layers.size(); i++) {
            boolean isAlone = readers == 1 && !model.outputs().contains(read);
            Optional<ImportedLayer> before = isAlone && layers.get(i).name().equals(read)
                    ? Sums.outputs(layers.get(i), function.factor(), function.shift())
                    : Optional.empty();
            if (before.isPresent()) {
                layers.set(i, before.get());
                return;
            }
        }
        throw new UnsupportedLayerException("it's a multiple of a hard sigmoid of multiplied and shifted numbers, which only the"
                + " weights of a dense layer, a convolution or a batch norm before it could do, if no other layer reads that");
    }

    private void add(KerasLayer layer, List<ImportedLayer> converted) {
        String name = layer.name();
        if (converted.isEmpty()) {
            replaced.put(name, layer.reads().get(0));
        }
        Map<String, Shape> known = new HashMap<>();
        for (int i = 0; i < layer.reads().size(); i++) {
            known.put(layer.reads().get(i), layer.inputs().get(i));
        }
        Shape shape = layer.input();
        for (ImportedLayer part : converted) {
            layers.add(part);
            List<Shape> inputs = part.reads().stream()
                    .map(read -> known.getOrDefault(read, layer.input()))
                    .toList();
            shape = part.settings().output(inputs);
            known.put(part.name(), shape);
        }
        shapes.put(name, shape);
    }

    /** The layers that a layer becomes; none if it has no effect. */
    private List<ImportedLayer> layers(KerasLayer layer) throws UnsupportedLayerException {
        return switch (layer.config().className()) {
            case "ZeroPadding1D", "ZeroPadding2D" -> padding(layer);
            case "SpatialDropout1D",
                    "SpatialDropout2D",
                    "GaussianDropout",
                    "AlphaDropout",
                    "ActivityRegularization" -> {
                notes.add("%s \"%s\" only acts while Keras trains, and isn't here."
                        .formatted(layer.config().className(), layer.name()));
                yield List.of();
            }
            case "TimeDistributed" -> OtherLayers.timeDistributed(layer, inner(layer.config()));
            default -> LayerClasses.convert(layer);
        };
    }

    private List<ImportedLayer> padding(KerasLayer layer) throws UnsupportedLayerException {
        layer.config().requireChannelsLast();
        boolean isImage = layer.config().className().endsWith("2D");
        List<Integer> given = layer.config().flatIntegers("padding");
        List<Integer> sides = switch (given.size()) {
            case 1 ->
                isImage
                        ? List.of(given.get(0), given.get(0), given.get(0), given.get(0))
                        : List.of(given.get(0), given.get(0));
            case 2 -> isImage ? List.of(given.get(0), given.get(1), given.get(0), given.get(1)) : given;
            case 4 -> List.of(given.get(0), given.get(2), given.get(1), given.get(3));
            default -> throw new UnsupportedLayerException("its padding " + given + " can't be read");
        };
        zeros.put(layer.name(), sides);
        return List.of();
    }

    /** The layer in a wrapper, with the wrapper's name. */
    static LayerConfig inner(LayerConfig wrapper) throws UnsupportedLayerException {
        if (wrapper.get("layer") instanceof JsonObject layer
                && layer.get("config") instanceof JsonObject values
                && layer.get("class_name") instanceof JsonPrimitive className
                && className.isString()) {
            return new LayerConfig(className.getAsString(), wrapper.name(), values);
        }
        throw new UnsupportedLayerException("the layer in it can't be read");
    }

    /** Whether layers of a class have weights. */
    static boolean hasWeights(String className) {
        return className.equals("TimeDistributed") || LayerClasses.WITH_WEIGHTS.contains(className);
    }
}
