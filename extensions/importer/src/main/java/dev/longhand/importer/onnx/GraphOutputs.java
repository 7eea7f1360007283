package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.longhand.From;
import dev.longhand.Shape;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.Origin;
import dev.longhand.importer.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a network of the layers that the outputs of a graph depend on. */
final class GraphOutputs {

    private static final int MOST_DIMENSIONS = 3;

    private final ModelProto model;
    private final Path file;
    private final GraphInputs inputs;

    GraphOutputs(ModelProto model, Path file, GraphInputs inputs) {
        this.model = model;
        this.file = file;
        this.inputs = inputs;
    }

    /**
     * The network that computes these outputs.
     *
     * @param outputs the numbers of layers by the names of the outputs, in the file's order
     */
    ImportedNetwork network(Map<String, Data> outputs, Scope scope) throws RefusedException {
        outputs.values().forEach(Alignment::choose);
        inputs.declared().values().forEach(Alignment::choose);
        List<String> notes = new ArrayList<>();
        String producer = (model.getProducerName() + " " + model.getProducerVersion()).trim();
        if (!producer.isEmpty()) {
            notes.add("The file was written by " + producer + ".");
        }
        inputs.declared().forEach((name, input) -> notes.add(order("the input " + name, input, input.layer())));
        List<Draft> ends = new ArrayList<>();
        outputs.forEach((name, output) -> {
            Draft end = end(output, scope.drafts());
            if (outputs.size() > 1) {
                end.from(List.of(new Origin("output", name)));
            }
            if (!isInOrder(output)) {
                notes.add(order(outputs.size() > 1 ? "the output " + name : "the output", output, end));
            }
            ends.add(end);
        });
        notes.addAll(scope.drafts().notes());
        List<Draft> layers = scope.drafts().needed(ends);
        for (Draft layer : layers) {
            scope.lastStep(layer)
                    .filter(step -> layers.contains(step.layer()))
                    .ifPresent(step -> notes.add("Both the sequence and the last state of " + layer.name()
                            + " are read: two layers with equal weights return them."));
        }
        boolean isSingle = inputs.declared().size() == 1;
        Optional<Shape> input = isSingle ? Optional.of(layers.get(0).shape()) : Optional.empty();
        Map<Draft, String> names = names(layers, isSingle);
        return ImportedNetwork.of(
                file.toString(),
                input,
                imported(layers, names),
                ends.stream().map(end -> names.getOrDefault(end, end.name())).toList(),
                notes);
    }

    /** The layer that an output is; what is random isn't declared there. */
    private static Draft end(Data output, Drafts drafts) {
        Draft last = shaped(output, drafts);
        while (last.settings() instanceof LayerSettings.Dropout) {
            last = last.reads().get(0);
        }
        return last;
    }

    /** The layer that gives the output the dimensions of the file, as far as its order is the file's. */
    private static Draft shaped(Data output, Drafts drafts) {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < output.rank(); i++) {
            if (!output.isBatch(i)) {
                sizes.add(output.size(i));
            }
        }
        boolean isShaped = !output.views().isEmpty()
                && isInOrder(output)
                && !sizes.isEmpty()
                && sizes.size() <= MOST_DIMENSIONS
                && !withoutOnes(sizes).equals(withoutOnes(output.layer().shape().dimensions()));
        return isShaped ? drafts.shaped(output.layer(), new Shape(sizes), output.views()) : output.layer();
    }

    private static List<Integer> withoutOnes(List<Integer> sizes) {
        return sizes.stream().filter(size -> size != 1).toList();
    }

    /** Whether a sample has the file's order. */
    private static boolean isInOrder(Data data) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < data.rank(); i++) {
            atoms.addAll(data.axis(i));
        }
        atoms.remove(Atom.BATCH);
        return atoms.equals(data.storage().atoms()) && atoms.stream().noneMatch(Atom::isReordered);
    }

    /** In which order a sample is. */
    private static String order(String what, Data data, Draft layer) {
        String text = "A sample of " + what + " is " + layer.shape();
        if (isInOrder(data)) {
            return text + ", in the order of the file.";
        }
        List<Integer> axes = new ArrayList<>();
        for (Atom atom : data.storage().atoms()) {
            for (int i = 0; i < data.rank(); i++) {
                if (data.axis(i).contains(atom) && !axes.contains(i)) {
                    axes.add(i);
                }
            }
        }
        boolean isWhole = data.storage().atoms().size() == axes.size();
        return isWhole
                ? text + ", which are the axes "
                        + String.join(", ", axes.stream().map(String::valueOf).toList()) + " of ["
                        + data.sizes().replace("×", ", ") + "] in the file."
                : text + ", with the channels last, where the file has them first.";
    }

    /** The name of each layer, different from those of the others. */
    private static Map<Draft, String> names(List<Draft> layers, boolean isSingle) {
        Map<Draft, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>(Set.of(From.INPUT));
        for (Draft layer : layers) {
            if (isSingle && layer.isInput()) {
                names.put(layer, From.INPUT);
                continue;
            }
            String name = layer.name();
            for (int i = 2; !taken.add(name); i++) {
                name = layer.name() + "_" + i;
            }
            names.put(layer, name);
        }
        return names;
    }

    private static List<ImportedLayer> imported(List<Draft> layers, Map<Draft, String> names) {
        List<ImportedLayer> imported = new ArrayList<>();
        for (Draft layer : layers) {
            String name = names.getOrDefault(layer, layer.name());
            if (name.equals(From.INPUT)) {
                continue;
            }
            List<String> reads = layer.reads().stream()
                    .map(read -> names.getOrDefault(read, read.name()))
                    .toList();
            List<Origin> origins =
                    layer.isInput() ? Collections.singletonList(new Origin("input", layer.name())) : layer.origins();
            imported.add(new ImportedLayer(name, layer.settings(), reads, origins, layer.parameters()));
        }
        return imported;
    }
}
