package dev.longhand.importer.keras;

import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.MergeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions that aren't one of Longhand's alone: in the weights of a layer, and by layers after it. */
final class FunctionLayers {

    private FunctionLayers() {}

    /**
     * The layers of a layer with what its function does beside its activation.
     *
     * @param parts the layers, at least one
     * @param scale by what the numbers that the layer reads are multiplied
     */
    static List<ImportedLayer> complete(
            KerasLayer layer, List<ImportedLayer> parts, double scale, KerasFunction function) {
        List<ImportedLayer> completed = new ArrayList<>(parts);
        int last = parts.size() - 1;
        boolean hasSums = Scales.WITH_SUMS.contains(layer.config().className());
        if (hasSums && scale != 1) {
            completed.set(0, Sums.reading(completed.get(0), scale));
        }
        if (hasSums && !function.readsSums()) {
            completed.set(last, Sums.of(completed.get(last), function.factor(), function.shift()));
        }
        if (function.gates().isEmpty()) {
            return completed;
        }
        ImportedLayer sums = completed.remove(last);
        String read = layer.reads().get(0);
        if (hasSums) {
            read = layer.name() + "_sums";
            completed.add(new ImportedLayer(read, sums.settings(), sums.reads(), sums.origins(), sums.parameters()));
        }
        String gate = read;
        for (ActivationSetting activation : function.gates()) {
            String name = layer.name() + "_" + activation.activation().name().toLowerCase(Locale.ROOT);
            completed.add(new ImportedLayer(
                    name, new LayerSettings.Activate(activation), List.of(gate), layer.origin()));
            gate = name;
        }
        completed.add(new ImportedLayer(
                layer.name(), new MergeSettings(MergeSettings.Kind.MULTIPLY), List.of(read, gate), layer.origin()));
        return completed;
    }
}
