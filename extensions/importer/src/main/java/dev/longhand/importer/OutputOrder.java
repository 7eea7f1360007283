package dev.longhand.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders layers so that those that are outputs come in the file's order, which is that of their numbers in a prediction. An
 * output that another one before it depends on comes earlier all the same.
 */
final class OutputOrder {

    private final List<ImportedLayer> layers;
    private final Map<String, ImportedLayer> byName = new HashMap<>();

    private OutputOrder(List<ImportedLayer> layers) {
        this.layers = layers;
        layers.forEach(layer -> byName.putIfAbsent(layer.name(), layer));
    }

    /**
     * The layers in order.
     *
     * @param layers each behind those that it reads
     * @param outputs the names of the outputs in the file's order
     */
    static List<ImportedLayer> of(List<ImportedLayer> layers, List<String> outputs) {
        return inOrder(layers, outputs).equals(outputs) ? layers : new OutputOrder(layers).by(outputs);
    }

    /** The names of the outputs in the order of the layers. */
    static List<String> inOrder(List<ImportedLayer> layers, List<String> outputs) {
        return layers.stream()
                .map(ImportedLayer::name)
                .filter(outputs::contains)
                .distinct()
                .toList();
    }

    /** The inputs, then for each output the layers that it depends on and that aren't there yet. */
    private List<ImportedLayer> by(List<String> outputs) {
        Set<ImportedLayer> ordered = new LinkedHashSet<>();
        layers.stream()
                .filter(layer -> layer.settings() instanceof LayerSettings.Input)
                .forEach(ordered::add);
        for (String output : outputs) {
            Set<ImportedLayer> needed = needed(output);
            layers.stream().filter(needed::contains).forEach(ordered::add);
        }
        ordered.addAll(layers);
        return List.copyOf(ordered);
    }

    private Set<ImportedLayer> needed(String output) {
        Set<ImportedLayer> needed = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(output));
        while (!open.isEmpty()) {
            ImportedLayer layer = byName.get(open.remove(open.size() - 1));
            if (layer != null && needed.add(layer)) {
                open.addAll(layer.reads());
            }
        }
        return needed;
    }
}
