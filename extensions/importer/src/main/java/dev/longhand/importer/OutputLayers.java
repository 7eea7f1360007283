package dev.longhand.importer;

import dev.longhand.Activation;
import dev.longhand.Loss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layers that compute the outputs of a network: each output seen through other shapes, and their losses. */
final class OutputLayers {

    private final List<ImportedLayer> layers;
    private final List<String> names;
    private final Map<String, ImportedLayer> byName = new HashMap<>();

    /**
     * The outputs of a network.
     *
     * @param names the names of the layers that are its outputs
     */
    OutputLayers(List<ImportedLayer> layers, List<String> names) {
        this.layers = List.copyOf(layers);
        this.names = List.copyOf(names);
        layers.forEach(layer -> byName.putIfAbsent(layer.name(), layer));
    }

    /** Each output with the loss that goes with its activation. */
    List<ImportedOutput> withLosses() {
        return names.stream().map(name -> new ImportedOutput(name, loss(name))).toList();
    }

    /** The layer that computes an output, shapes and what is random aside; none if it's the data alone. */
    Optional<ImportedLayer> computing(String output) {
        List<ImportedLayer> path = path(output);
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(path.get(path.size() - 1)).filter(last -> !isView(last) && !isRandom(last));
    }

    /** The layers that an output is seen through, with the one that computes it as the last one. */
    List<ImportedLayer> path(String output) {
        List<ImportedLayer> path = new ArrayList<>();
        ImportedLayer layer = byName.get(output);
        while (layer != null && !path.contains(layer)) {
            path.add(layer);
            boolean isEnd = layer.reads().isEmpty() || !isView(layer) && !isRandom(layer);
            layer = isEnd ? null : byName.get(layer.reads().get(0));
        }
        return path;
    }

    /** Whether a layer computes an output. */
    boolean isComputing(ImportedLayer layer) {
        return names.stream()
                .anyMatch(name -> computing(name).filter(end -> end == layer).isPresent());
    }

    /** The activation of an output. */
    Activation activation(String output) {
        return computing(output)
                .flatMap(layer -> layer.settings().function())
                .map(ActivationSetting::activation)
                .orElse(Activation.IDENTITY);
    }

    /** Whether layers beside the output itself read what it's computed by. */
    boolean isReadElsewhere(String output) {
        Optional<ImportedLayer> end = computing(output);
        Set<ImportedLayer> path = new HashSet<>(path(output));
        return end.isPresent()
                && layers.stream()
                        .filter(layer -> !path.contains(layer))
                        .flatMap(layer -> layer.reads().stream())
                        .anyMatch(read -> numbersOf(read) == end.get());
    }

    /** A loss that is differentiated together with the activation is for an output alone that no other layer reads. */
    private Loss loss(String output) {
        Loss loss = switch (activation(output)) {
            case SOFTMAX, LOG_SOFTMAX -> Loss.CROSS_ENTROPY;
            case SIGMOID -> Loss.BINARY_CROSS_ENTROPY;
            default -> Loss.MEAN_SQUARED_ERROR;
        };
        return isReadElsewhere(output) ? Loss.MEAN_SQUARED_ERROR : loss;
    }

    /** The layer that another one gives a shape to, or itself; null for the data. */
    private @Nullable ImportedLayer numbersOf(String name) {
        ImportedLayer layer = byName.get(name);
        while (layer != null && isView(layer) && !layer.reads().isEmpty()) {
            layer = byName.get(layer.reads().get(0));
        }
        return layer;
    }

    /** Whether a layer only gives numbers a shape, or is an input. */
    static boolean isView(ImportedLayer layer) {
        return layer.settings() instanceof LayerSettings.Flatten
                || layer.settings() instanceof LayerSettings.Reshape
                || layer.settings() instanceof LayerSettings.Input;
    }

    /** Whether a layer's outputs are random in training. */
    static boolean isRandom(ImportedLayer layer) {
        return layer.settings() instanceof LayerSettings.Dropout
                || layer.settings() instanceof LayerSettings.GaussianNoise;
    }
}
