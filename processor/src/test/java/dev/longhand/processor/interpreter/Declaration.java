package dev.longhand.processor.interpreter;

import dev.longhand.Style;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.LayerDescription;
import dev.longhand.processor.interpreter.Description.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints descriptions as a user would declare them. */
public final class Declaration {

    private static final String IMPORTS = """
            import dev.longhand.Activation;
            import dev.longhand.Initializer;
            import dev.longhand.Layer;
            import dev.longhand.Loss;
            import dev.longhand.Network;
            import dev.longhand.Style;
            import dev.longhand.layer.*;

            """;

    private Declaration() {}

    /** The head of a source file. */
    public static String head(String packageName) {
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n") + IMPORTS;
    }

    /** A public interface in a file of its own. */
    public static String file(String packageName, String name, Description network, Style style) {
        return head(packageName) + type("public interface " + name, network, style);
    }

    /**
     * A type.
     *
     * @param opening {@code public interface Xor}
     */
    public static String type(String opening, Description network, Style style) {
        List<String> attributes = new ArrayList<>();
        attributes.add("input = " + list(network.input()));
        attributes.add("loss = Loss." + network.loss());
        number(attributes, "labelSmoothing", network.labelSmoothing());
        number(attributes, "delta", network.delta());
        if (style != Style.AUTO) {
            attributes.add("style = Style." + style);
        }
        String modifier = opening.contains("abstract class") ? "abstract " : "";
        return "@Network(" + String.join(", ", attributes) + ")\n" + opening + " {\n"
                + network.layers().stream()
                        .map(layer ->
                                "    " + annotation(layer) + "\n    " + modifier + "Layer " + layer.name() + "();\n")
                        .collect(Collectors.joining("\n"))
                + "}\n";
    }

    private static String annotation(LayerDescription layer) {
        if (layer instanceof Dense dense) {
            List<String> attributes = new ArrayList<>();
            attributes.add("units = " + dense.units());
            function(attributes, "activation = ", dense.function());
            if (!dense.useBias()) {
                attributes.add("useBias = false");
            }
            start(attributes, dense.weights(), Start.WEIGHTS, "weights", "initializer");
            start(attributes, dense.bias(), Start.BIAS, "bias", "biasInitializer");
            return "@Dense(" + String.join(", ", attributes) + ")";
        } else if (layer instanceof Activate activate) {
            List<String> attributes = new ArrayList<>();
            boolean alone = Float.isNaN(activate.function().slope());
            function(attributes, alone ? "" : "value = ", activate.function());
            return "@Activate(" + String.join(", ", attributes) + ")";
        } else if (layer instanceof Dropout dropout) {
            return "@Dropout(rate = " + dropout.rate() + "f)";
        }
        return "@Flatten";
    }

    private static void function(List<String> attributes, String before, Function function) {
        attributes.add(before + "Activation." + function.activation());
        number(attributes, "slope", function.slope());
    }

    private static void start(List<String> attributes, Start start, Start byDefault, String values, String name) {
        if (!start.values().isEmpty()) {
            attributes.add(values + " = "
                    + start.values().stream().map(v -> v + "f").collect(Collectors.joining(", ", "{", "}")));
        } else if (!start.equals(byDefault)) {
            attributes.add(name + " = Initializer." + start.initializer());
            number(attributes, name + "Scale", start.scale());
        }
    }

    private static void number(List<String> attributes, String name, float value) {
        if (!Float.isNaN(value)) {
            attributes.add(name + " = " + value + "f");
        }
    }

    private static String list(List<Integer> numbers) {
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() == 1 ? text : "{" + text + "}";
    }
}
