package dev.longhand.importer.keras;

import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NumberArray;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weights of a model's layers in an HDF5 file: those of a {@code .keras} archive, or of an older {@code .h5} file. */
final class KerasArrays {

    private static final List<String> CONTAINERS = List.of("layers", "_layer_checkpoint_dependencies");

    /** Where the variables of layers are that consist of another object. */
    private static final List<String> INNER = List.of("vars", "cell/vars", "layer/vars", "layer/cell/vars");

    /** How many times larger an array may be than its compressed bytes: Deflate's limit. */
    private static final int MOST_COMPRESSED = 1032;

    private KerasArrays() {}

    /** The arrays of each layer by its name, in Keras' order; a layer without any may be missing. */
    static Map<String, List<NumberArray>> read(Group root, KerasModel model, String file) throws InvalidFileException {
        Group older = root.getChild("model_weights") instanceof Group weights ? weights : root;
        if (!names(older, "layer_names").isEmpty()) {
            return ofLayerNames(older, model, file);
        }
        for (String container : CONTAINERS) {
            if (root.getChild(container) instanceof Group layers) {
                return ofClasses(layers, model, file);
            }
        }
        throw new InvalidFileException(
                file, "it has no weights of Keras: neither \"layer_names\" nor a group \"layers\" is in it");
    }

    /**
     * Of an older file: each layer has a group, with the names of its arrays in order. If a model was described in another
     * file, where its layers have other names, they are matched in order as Keras does.
     */
    private static Map<String, List<NumberArray>> ofLayerNames(Group weights, KerasModel model, String file)
            throws InvalidFileException {
        Map<String, List<NumberArray>> byName = new HashMap<>();
        List<List<NumberArray>> inOrder = new ArrayList<>();
        for (String layer : names(weights, "layer_names")) {
            List<NumberArray> arrays = new ArrayList<>();
            if (child(weights, layer) instanceof Group group) {
                for (String name : names(group, "weight_names")) {
                    if (!(child(group, name) instanceof Dataset dataset)) {
                        throw new InvalidFileException(file, "\"" + layer + "\" has no array \"" + name + "\"");
                    }
                    arrays.add(array(dataset, file));
                }
            }
            byName.put(layer, arrays);
            if (!arrays.isEmpty()) {
                inOrder.add(arrays);
            }
        }
        boolean hasAll = model.nodes().stream()
                .filter(node -> node.isLayer() && !node.config().className().equals("InputLayer"))
                .allMatch(node -> byName.containsKey(node.config().name()));
        return hasAll ? byName : ofOrder(inOrder, model);
    }

    private static Map<String, List<NumberArray>> ofOrder(List<List<NumberArray>> arrays, KerasModel model) {
        Map<String, List<NumberArray>> byName = new HashMap<>();
        int next = 0;
        for (KerasModel.Node node : model.nodes()) {
            if (next < arrays.size() && Converter.hasWeights(node.config().className())) {
                byName.put(node.config().name(), arrays.get(next));
                next++;
            }
        }
        return byName;
    }

    /** Of an archive: the group of a layer is named after its class, and numbered. */
    private static Map<String, List<NumberArray>> ofClasses(Group layers, KerasModel model, String file)
            throws InvalidFileException {
        Map<String, List<NumberArray>> byName = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (KerasModel.Node node : model.nodes()) {
            if (!node.isLayer()) {
                continue;
            }
            String name = snakeCase(node.config().className());
            int number = used.merge(name, 1, Integer::sum) - 1;
            Node found = layers.getChild(number == 0 ? name : name + "_" + number);
            Node group = found == null ? layers.getChild(node.config().name()) : found;
            if (group instanceof Group layer) {
                byName.put(node.config().name(), variables(layer, file));
            }
        }
        return byName;
    }

    private static List<NumberArray> variables(Group layer, String file) throws InvalidFileException {
        for (String path : INNER) {
            if (child(layer, path) instanceof Group variables
                    && !variables.getChildren().isEmpty()) {
                List<NumberArray> arrays = new ArrayList<>();
                while (variables.getChild(String.valueOf(arrays.size())) instanceof Dataset dataset) {
                    arrays.add(array(dataset, file));
                }
                return arrays;
            }
        }
        return List.of();
    }

    /** The name of a class as Keras writes it in paths: {@code BatchNormalization} is {@code batch_normalization}. */
    static String snakeCase(String className) {
        return className
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable Node child(Group group, String path) {
        Node node = group;
        for (String name : path.split("/")) {
            if (!(node instanceof Group inner)) {
                return null;
            }
            node = inner.getChild(name);
        }
        return node;
    }

    /** The texts of an attribute, which long lists are divided among: {@code layer_names0}, {@code layer_names1}. */
    private static List<String> names(Group group, String attribute) {
        List<String> names = new ArrayList<>();
        if (group.getAttribute(attribute) != null) {
            add(group.getAttribute(attribute), names);
        }
        for (int part = 0; group.getAttribute(attribute + part) != null; part++) {
            add(group.getAttribute(attribute + part), names);
        }
        return names;
    }

    private static void add(Attribute attribute, List<String> names) {
        if (!attribute.isEmpty() && attribute.getSize() > 0 && attribute.getData() instanceof String[] texts) {
            names.addAll(List.of(texts));
        }
    }

    private static NumberArray array(Dataset dataset, String file) throws InvalidFileException {
        long most = dataset.getHdfFile().size() * (dataset instanceof ContiguousDataset ? 1 : MOST_COMPRESSED);
        if (dataset.getSizeInBytes() < 0 || dataset.getSizeInBytes() > most) {
            throw new InvalidFileException(
                    file,
                    "it's damaged: \"" + dataset.getPath() + "\" says it has " + dataset.getSizeInBytes()
                            + " bytes, more than the file can hold");
        }
        Object numbers = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
        float[] values;
        if (numbers instanceof float[] floats) {
            values = floats;
        } else if (numbers instanceof double[] doubles) {
            values = new float[doubles.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) doubles[i];
            }
        } else {
            throw new InvalidFileException(
                    file, "\"" + dataset.getPath() + "\" isn't an array of floats of 32 or 64 bits");
        }
        return new NumberArray(dataset.getDimensions(), values);
    }
}
