package dev.longhand.processor.interpreter;

import dev.longhand.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints descriptions as a user would declare them. */
public final class Declaration {

    private static final String IMPORTS = """
            import dev.longhand.Activation;
            import dev.longhand.From;
            import dev.longhand.Initializer;
            import dev.longhand.Layer;
            import dev.longhand.Loss;
            import dev.longhand.Network;
            import dev.longhand.Output;
            import dev.longhand.Padding;
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
        if (!network.input().isEmpty()) {
            attributes.add("input = " + list(network.input()));
        }
        if (network.declared().isEmpty()) {
            attributes.add("loss = Loss." + network.loss());
            number(attributes, "labelSmoothing", network.labelSmoothing());
            number(attributes, "delta", network.delta());
        }
        if (style != Style.AUTO) {
            attributes.add("style = Style." + style);
        }
        String modifier = opening.contains("abstract class") ? "abstract " : "";
        return "@Network(" + String.join(", ", attributes) + ")\n" + opening + " {\n"
                + IntStream.range(0, network.layers().size())
                        .mapToObj(k -> "    " + output(network, k)
                                + network.layers().get(k).annotation() + from(network, k) + "\n    " + modifier
                                + "Layer " + network.layers().get(k).name() + "();\n")
                        .collect(Collectors.joining("\n"))
                + "}\n";
    }

    private static String output(Description network, int k) {
        for (Description.Output output : network.declared()) {
            if (output.layer() == k) {
                List<String> attributes = new ArrayList<>(List.of("loss = Loss." + output.loss()));
                number(attributes, "weight", output.weight());
                number(attributes, "labelSmoothing", output.labelSmoothing());
                number(attributes, "delta", output.delta());
                return "@Output(" + String.join(", ", attributes) + ") ";
            }
        }
        return "";
    }

    private static String from(Description network, int k) {
        List<Integer> sources = network.sources().get(k);
        if (sources.equals(List.of(k - 1)) || network.layers().get(k) instanceof Description.Input) {
            return "";
        }
        return " @From({"
                + sources.stream()
                        .map(source -> source < 0
                                ? "input"
                                : network.layers().get(source).name())
                        .map(name -> '"' + name + '"')
                        .collect(Collectors.joining(", "))
                + "})";
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
