package dev.longhand.importer;

import dev.longhand.Activation;
import dev.longhand.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Writes an imported network as the annotated declaration that a person would have written: only attributes that aren't the
 * default, {@code @From} only where a layer doesn't read the one before it, above each layer a comment with what it is in the
 * file. The text is ASCII, so that it's the same in every encoding.
 */
public final class DeclarationWriter {

    private static final String API = "dev.longhand.";
    private static final String LAYERS = "dev.longhand.layer.";
    private static final String INDENT = "    ";

    /** The simple names of all types that a declaration may import. */
    private static final Set<String> IMPORTED = Set.of(
            "Activate",
            "Activation",
            "Add",
            "AvgPool1d",
            "AvgPool2d",
            "BatchNorm",
            "Concat",
            "Conv1d",
            "Conv2d",
            "Dense",
            "Dropout",
            "Embedding",
            "Flatten",
            "From",
            "GaussianNoise",
            "GlobalAvgPool2d",
            "Gru",
            "Input",
            "Layer",
            "LayerNorm",
            "Loss",
            "Lstm",
            "MaxPool1d",
            "MaxPool2d",
            "Multiply",
            "Network",
            "Output",
            "Padding",
            "Pretrained",
            "Reshape",
            "Rnn",
            "StochasticPool2d");

    private final ImportedNetwork network;
    private final Set<String> imports = new TreeSet<>();

    private DeclarationWriter(ImportedNetwork network) {
        this.network = network;
    }

    /** Whether a declaration may import a type of this name, which it then can't have itself. */
    static boolean isImported(String simpleName) {
        return IMPORTED.contains(simpleName);
    }

    /**
     * The source of the declaration.
     *
     * @param packageName its package, {@code com.acme}; empty for the unnamed one
     * @throws IllegalArgumentException if it isn't the name of a package, or one of Longhand's
     */
    public static String write(ImportedNetwork network, String packageName) {
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName)) {
            throw new IllegalArgumentException(
                    "\"" + packageName + "\" isn't the name of a package: write one such as com.acme");
        }
        if ((packageName + ".").startsWith(API)) {
            throw new IllegalArgumentException(
                    "the package " + packageName + " belongs to Longhand: choose one that is yours, such as com.acme");
        }
        return new DeclarationWriter(network).write(packageName);
    }

    private String write(String packageName) {
        String body = body();
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        imports.forEach(type -> text.append("import ").append(type).append(";\n"));
        return text.append('\n').append(body).toString();
    }

    private String body() {
        imports.add(API + "Layer");
        imports.add(API + "Network");
        imports.add(API + "Pretrained");
        StringBuilder text = new StringBuilder(comment());
        Attributes attributes = new Attributes();
        network.input().ifPresent(shape -> attributes.addShape("input", shape));
        if (!hasSeveralOutputs()) {
            attributes.addConstant("loss", network.outputs().get(0).loss());
        }
        if (network.isMasked()) {
            attributes.addFlag("masked", true);
        }
        text.append("@Pretrained(\"").append(TypeName.weights(network.name())).append("\")\n");
        text.append(annotation("Network", attributes, "")).append('\n');
        text.append("public interface ").append(network.name()).append(" {\n");
        String before = network.input().isPresent() ? From.INPUT : "";
        for (ImportedLayer layer : network.layers()) {
            text.append('\n').append(layer(layer, before));
            before = layer.name();
        }
        return text.append("}\n").toString();
    }

    private String comment() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Imported from " + CommentText.javadoc(TypeName.withoutFolder(network.file())) + ".");
        if (!network.notes().isEmpty()) {
            paragraphs.add(network.notes().stream().map(CommentText::javadoc).collect(Collectors.joining(" ")));
        }
        paragraphs.addAll(ends());
        return CommentText.block(paragraphs);
    }

    /** What the comment says of the outputs and their losses. */
    private List<String> ends() {
        List<ImportedOutput> outputs = network.outputs();
        List<String> names = outputs.stream().map(ImportedOutput::layer).toList();
        if (hasSeveralOutputs()) {
            return List.of(
                    "A prediction holds the numbers of its outputs one after the other: " + String.join(", ", names)
                            + ".",
                    "The file has no losses: each output has the one that goes with its activation; training it further may"
                            + " need others, and weights of them.");
        }
        Activation last = new OutputLayers(network.layers(), names).activation(names.get(0));
        return List.of("The file has no loss: {@code " + outputs.get(0).loss() + "} is the one that goes with "
                + (last == Activation.IDENTITY ? "sums without an activation" : "{@code " + last + "}")
                + "; training it further may need another.");
    }

    private boolean hasSeveralOutputs() {
        return network.outputs().size() > 1;
    }

    private String output(String layer) {
        return network.outputs().stream()
                .filter(output -> hasSeveralOutputs() && output.layer().equals(layer))
                .map(output -> {
                    imports.add(API + "Output");
                    Attributes attributes = new Attributes().addConstant("loss", output.loss());
                    return annotation("Output", attributes, INDENT) + "\n";
                })
                .collect(Collectors.joining());
    }

    private String layer(ImportedLayer layer, String before) {
        StringBuilder text = new StringBuilder();
        for (String line : CommentText.lines(layer.origins(), INDENT)) {
            text.append(line).append('\n');
        }
        text.append(output(layer.name()));
        LayerSettings settings = layer.settings();
        imports.add(LAYERS + settings.annotation());
        text.append(annotation(settings.annotation(), settings.attributes(), INDENT))
                .append('\n');
        boolean isInput = settings instanceof LayerSettings.Input;
        if (!isInput && !layer.reads().equals(List.of(before))) {
            imports.add(API + "From");
            text.append(from(layer.reads())).append('\n');
        }
        return text.append(INDENT + "Layer ")
                .append(layer.name())
                .append("();\n")
                .toString();
    }

    private static String from(List<String> reads) {
        List<String> names = reads.stream().map(read -> '"' + read + '"').toList();
        if (names.size() == 1) {
            return INDENT + "@From(" + names.get(0) + ")";
        }
        String line = INDENT + "@From({" + String.join(", ", names) + "})";
        return line.length() <= CommentText.COLUMNS
                ? line
                : INDENT + "@From({\n"
                        + names.stream().map(name -> INDENT.repeat(2) + name).collect(Collectors.joining(",\n"))
                        + "\n" + INDENT + "})";
    }

    /** An annotation on one line, or if that's too long with a line for each attribute. */
    private String annotation(String name, Attributes attributes, String indent) {
        imports.addAll(attributes.types());
        List<String> written = attributes.written();
        if (written.isEmpty()) {
            return indent + "@" + name;
        }
        if (written.size() == 1 && written.get(0).startsWith("value = ")) {
            return indent + "@" + name + "(" + written.get(0).substring("value = ".length()) + ")";
        }
        String line = indent + "@" + name + "(" + String.join(", ", written) + ")";
        String separator = ",\n" + indent + INDENT.repeat(2);
        return line.length() <= CommentText.COLUMNS
                ? line
                : indent + "@" + name + "(\n" + indent + INDENT.repeat(2) + String.join(separator, written) + ")";
    }
}
