package dev.longhand.examples.table;

import dev.longhand.table.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The declaration of a network for a recipe: its Java source, which depends on nothing else.
 *
 * @param hidden the units of each hidden layer
 */
record NetworkSource(Recipe recipe, List<Integer> hidden) {

    static final String PACKAGE = "table";
    static final String NAME = "TableNetwork";

    /** The name of the hidden layers in the metadata of a weights file. */
    static final String METADATA = "longhand.examples.table.hidden";

    private static final int MOST_LAYERS = 8;
    private static final int MOST_UNITS = 4096;

    NetworkSource {
        hidden = List.copyOf(hidden);
        if (hidden.size() > MOST_LAYERS || hidden.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
            throw new IllegalArgumentException("hidden layers of " + hidden + " units: up to " + MOST_LAYERS
                    + " layers of 1 to " + MOST_UNITS + " units are possible");
        }
    }

    /** As {@link #metadata} wrote it. The source isn't in the file: a file must not say what is compiled. */
    static NetworkSource of(Recipe recipe, Map<String, String> metadata) {
        String hidden = metadata.getOrDefault(METADATA, "");
        if (!hidden.matches("([0-9]{1,4}(,[0-9]{1,4})*)?")) {
            throw new IllegalArgumentException(
                    "the file's hidden layers, \"" + METADATA + "\", are no list of numbers");
        }
        return new NetworkSource(
                recipe,
                Arrays.stream(hidden.split(","))
                        .filter(units -> !units.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    /** The number of parameters. */
    long parameters() {
        long parameters = 0;
        long inputs = recipe.inputs();
        for (int units : hidden) {
            parameters += (inputs + 1) * units;
            inputs = units;
        }
        return parameters + (inputs + 1) * recipe.outputs();
    }

    Map<String, String> metadata() {
        return Map.of(METADATA, hidden.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** The source of the interface {@code table.TableNetwork}. */
    String text() {
        String loss = "MEAN_SQUARED_ERROR";
        String activation = "IDENTITY";
        if (!recipe.classes().isEmpty()) {
            loss = recipe.isBinary() ? "BINARY_CROSS_ENTROPY" : "CROSS_ENTROPY";
            activation = recipe.isBinary() ? "SIGMOID" : "SOFTMAX";
        }
        List<String> lines = new ArrayList<>();
        lines.add("package " + PACKAGE + ";");
        lines.add("");
        lines.add("import dev.longhand.Activation;");
        lines.add("import dev.longhand.Layer;");
        lines.add("import dev.longhand.Loss;");
        lines.add("import dev.longhand.Network;");
        lines.add("import dev.longhand.layer.Dense;");
        lines.add("");
        lines.add("@Network(input = " + recipe.inputs() + ", loss = Loss." + loss + ")");
        lines.add("public interface " + NAME + " {");
        for (int i = 0; i < hidden.size(); i++) {
            lines.add(layer(hidden.get(i), "RELU", "hidden" + (i + 1)));
        }
        lines.add(layer(recipe.outputs(), activation, "output"));
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static String layer(int units, String activation, String name) {
        return "    @Dense(units = " + units + ", activation = Activation." + activation + ") Layer " + name + "();";
    }
}
