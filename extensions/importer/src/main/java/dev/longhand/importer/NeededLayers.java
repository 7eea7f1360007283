package dev.longhand.importer;

import dev.longhand.From;
import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network without the layers that have no effect: a shape that the input has already, an identity. What read one of them
 * reads what it read.
 *
 * @param layers the layers that have an effect
 * @param outputs the names of the layers that are its outputs
 */
record NeededLayers(List<ImportedLayer> layers, List<String> outputs) {

    /** Leaves out layers without an effect; all are kept if none has one. */
    static NeededLayers of(Optional<Shape> input, List<ImportedLayer> layers, List<String> outputs) {
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, String> replaced = new HashMap<>();
        input.ifPresent(shape -> shapes.put(From.INPUT, shape));
        List<ImportedLayer> kept = new ArrayList<>();
        for (ImportedLayer layer : layers) {
            List<String> reads = layer.reads().stream()
                    .map(read -> replaced.getOrDefault(read, read))
                    .toList();
            ImportedLayer reading = layer.renamed(layer.name(), reads);
            Shape output = output(reading, shapes);
            if (output == null
                    || reads.size() != 1
                    || !hasNoEffect(layer.settings(), shapes.get(reads.get(0)), output)) {
                kept.add(reading);
                if (output != null) {
                    shapes.put(layer.name(), output);
                }
            } else {
                replaced.put(layer.name(), reads.get(0));
            }
        }
        return kept.isEmpty()
                ? new NeededLayers(layers, outputs)
                : new NeededLayers(
                        kept,
                        outputs.stream()
                                .map(output -> replaced.getOrDefault(output, output))
                                .toList());
    }

    private static boolean hasNoEffect(LayerSettings settings, @Nullable Shape input, Shape output) {
        boolean isView = settings instanceof LayerSettings.Flatten || settings instanceof LayerSettings.Reshape;
        boolean isIdentity = settings instanceof LayerSettings.Activate activate
                && activate.activation().isIdentity();
        return isIdentity || isView && output.equals(input);
    }

    /** The output shape of a layer; null if it can't read what it reads. */
    private static @Nullable Shape output(ImportedLayer layer, Map<String, Shape> shapes) {
        List<Shape> inputs = new ArrayList<>();
        for (String read : layer.reads()) {
            Shape shape = shapes.get(read);
            if (shape == null) {
                return null;
            }
            inputs.add(shape);
        }
        try {
            return layer.settings().output(inputs);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
