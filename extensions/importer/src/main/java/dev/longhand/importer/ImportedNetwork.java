package dev.longhand.importer;

import dev.longhand.From;
import dev.longhand.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;

/**
 * A network that was read from another library's file, as it will be declared. It can be written: everything that the
 * compiler of networks checks has been checked by {@link #of}.
 *
 * @param name the simple name of the declaration: {@code Digits}
 * @param file the name of the file that it's from, for messages and comments
 * @param input the shape of one sample, if the network has one input; otherwise the layers begin with input layers
 * @param layers the layers in order; their names are those of methods
 * @param outputs the layers that are outputs, in the order of the layers, at least one; a single one is the last layer
 * @param notes sentences for the declaration's comment, such as in which order a sample is
 * @param isMasked whether its recurrent layers skip the steps after the length of a sequence
 */
public record ImportedNetwork(
        String name,
        String file,
        Optional<Shape> input,
        List<ImportedLayer> layers,
        List<ImportedOutput> outputs,
        List<String> notes,
        boolean isMasked) {

    public ImportedNetwork {
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /**
     * A network whose last layer is its output, as {@link #of(String, Optional, List, List, List)} makes it.
     *
     * @param file the name of the file
     * @param input the shape of one sample; empty if there are input layers
     * @param layers the layers in order, the last one being the output
     * @param notes sentences for the declaration's comment
     * @throws RefusedException if layers can't be declared so; it lists all of them
     */
    public static ImportedNetwork of(String file, Optional<Shape> input, List<ImportedLayer> layers, List<String> notes)
            throws RefusedException {
        List<String> outputs = layers.isEmpty()
                ? List.of()
                : List.of(layers.get(layers.size() - 1).name());
        return of(file, input, layers, outputs, notes);
    }

    /**
     * A network of layers with a file's own names, which become names of methods. The name of the network is made of that of
     * the file. Layers without an effect, such as one that flattens a row, are left out, and layers are reordered if the
     * outputs would be in another order than the file's otherwise.
     *
     * @param file the name of the file
     * @param input the shape of one sample; empty if there are input layers
     * @param layers the layers, each behind those that it reads
     * @param outputs the names of the layers that are outputs, in the file's order
     * @param notes sentences for the declaration's comment
     * @throws RefusedException if layers can't be declared so; it lists all of them
     */
    public static ImportedNetwork of(
            String file, Optional<Shape> input, List<ImportedLayer> layers, List<String> outputs, List<String> notes)
            throws RefusedException {
        NeededLayers needed = NeededLayers.of(input, layers, outputs);
        List<ImportedLayer> ordered = OutputOrder.of(needed.layers(), needed.outputs());
        List<Refusal> refusals = NetworkRules.check(file, input, ordered, needed.outputs());
        if (!refusals.isEmpty()) {
            throw new RefusedException(file, refusals);
        }
        Map<String, String> names = new HashMap<>(LayerNames.of(ordered));
        names.put(From.INPUT, From.INPUT);
        List<ImportedLayer> renamed = ordered.stream()
                .map(layer -> layer.renamed(name(names, layer.name()), names(names, layer.reads())))
                .toList();
        List<String> given = names(names, needed.outputs());
        List<String> declared = OutputOrder.inOrder(renamed, given);
        List<String> sentences = new ArrayList<>(notes);
        if (!declared.equals(given)) {
            sentences.add("The file has its outputs in the order " + String.join(", ", given) + ".");
        }
        List<ImportedOutput> ends = new OutputLayers(renamed, declared).withLosses();
        return new ImportedNetwork(TypeName.of(file), file, input, renamed, ends, sentences, false);
    }

    private static List<String> names(Map<String, String> names, List<String> layers) {
        return layers.stream().map(layer -> name(names, layer)).toList();
    }

    private static String name(Map<String, String> names, String layer) {
        return names.getOrDefault(layer, layer);
    }

    /**
     * The same network by another name.
     *
     * @throws IllegalArgumentException if it isn't the name of a Java type, or one that the declaration imports
     */
    public ImportedNetwork named(String newName) {
        if (!SourceVersion.isIdentifier(newName) || SourceVersion.isKeyword(newName) || newName.contains("$")) {
            throw new IllegalArgumentException(
                    "\"" + newName + "\" can't be the name of a declaration: use letters and digits, such as Digits");
        }
        if (DeclarationWriter.isImported(newName)) {
            throw new IllegalArgumentException("\"" + newName
                    + "\" is the name of a type of Longhand that declarations use: choose another, such as My"
                    + newName);
        }
        return new ImportedNetwork(newName, file, input, layers, outputs, notes, isMasked);
    }

    /** The same network with {@code masked = true}, of whose sequences only the steps before their length are read. */
    public ImportedNetwork masked() {
        return new ImportedNetwork(name, file, input, layers, outputs, notes, true);
    }

    /** The output shapes of the layers in order. */
    List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        Map<String, Shape> byName = new HashMap<>();
        input.ifPresent(shape -> byName.put(From.INPUT, shape));
        for (ImportedLayer layer : layers) {
            Shape output = layer.settings()
                    .output(layer.reads().stream()
                            .flatMap(read -> Optional.ofNullable(byName.get(read)).stream())
                            .toList());
            shapes.add(output);
            byName.put(layer.name(), output);
        }
        return shapes;
    }

    /** The shape of one sample of the output; of several outputs, which are one after the other, all their numbers. */
    public Shape output() {
        Set<String> names = outputs.stream().map(ImportedOutput::layer).collect(Collectors.toSet());
        List<Shape> shapes = shapes();
        List<Shape> ends = IntStream.range(0, layers.size())
                .filter(i -> names.contains(layers.get(i).name()))
                .mapToObj(shapes::get)
                .toList();
        return ends.size() == 1
                ? ends.get(0)
                : Shape.of(ends.stream().mapToInt(Shape::size).sum());
    }

    /**
     * Writes the declaration and the weights below a folder such as {@code src/main}: {@code java/com/acme/Digits.java} and
     * {@code resources/com/acme/digits.safetensors}. Folders are created.
     *
     * @param packageName the declaration's package, {@code com.acme}; empty for the unnamed one
     * @throws java.nio.file.FileAlreadyExistsException if one of the files is there; nothing is written then
     * @throws IOException if they can't be written
     * @throws IllegalArgumentException if it isn't the name of a package, or one of Longhand's
     */
    public WrittenFiles writeTo(Path folder, String packageName) throws IOException {
        return NetworkFiles.write(this, folder, packageName, false);
    }

    /** As {@link #writeTo}, replacing files that are there. */
    public WrittenFiles replaceIn(Path folder, String packageName) throws IOException {
        return NetworkFiles.write(this, folder, packageName, true);
    }
}
