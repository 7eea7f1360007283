package dev.longhand.importer.keras;

import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.LayerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multiplies and shifts, in their weights, what layers compute. */
final class Sums {

    private Sums() {}

    /** A layer that reads numbers multiplied by a scale. */
    static ImportedLayer reading(ImportedLayer layer, double scale) {
        return with(layer, layer.settings(), parameters(layer, List.of("weight"), scale));
    }

    /** A dense layer or convolution whose sums, before its activation, are factor·z + shift instead of z. */
    static ImportedLayer of(ImportedLayer layer, double factor, double shift) {
        List<ImportedParameter> parameters = parameters(layer, List.of("weight", "bias"), factor);
        return with(layer, shift == 0 ? layer.settings() : withBias(layer.settings()), shifted(parameters, "bias", shift));
    }

    /**
     * A layer that computes factor·a + shift instead of a: a dense layer or a convolution without an activation, or a batch
     * norm; none if it's another one.
     */
    static Optional<ImportedLayer> outputs(ImportedLayer layer, double factor, double shift) {
        if (layer.settings() instanceof LayerSettings.BatchNorm) {
            List<ImportedParameter> parameters = parameters(layer, List.of("gamma", "beta"), factor);
            return Optional.of(with(layer, layer.settings(), shifted(parameters, "beta", shift)));
        }
        boolean isSum = (layer.settings() instanceof LayerSettings.Dense
                        || layer.settings() instanceof LayerSettings.Convolution)
                && layer.settings().function().filter(ActivationSetting::isIdentity).isPresent();
        return isSum ? Optional.of(of(layer, factor, shift)) : Optional.empty();
    }

    private static LayerSettings withBias(LayerSettings settings) {
        if (settings instanceof LayerSettings.Dense dense) {
            return new LayerSettings.Dense(dense.units(), dense.activation(), true);
        }
        return settings instanceof LayerSettings.Convolution convolution
                ? new LayerSettings.Convolution(
                        convolution.filters(), convolution.kernel(), convolution.groups(), convolution.activation(), true)
                : settings;
    }

    private static ImportedLayer with(
            ImportedLayer layer, LayerSettings settings, List<ImportedParameter> parameters) {
        return new ImportedLayer(layer.name(), settings, layer.reads(), layer.origins(), parameters);
    }

    /** The arrays of a layer, some of them multiplied. */
    private static List<ImportedParameter> parameters(ImportedLayer layer, List<String> names, double factor) {
        return new ArrayList<>(layer.parameters().stream()
                .map(array -> names.contains(array.name()) ? changed(array, factor, 0) : array)
                .toList());
    }

    /** Arrays with a number added to those of one, which is there from now on. */
    private static List<ImportedParameter> shifted(List<ImportedParameter> arrays, String name, double shift) {
        if (shift == 0) {
            return arrays;
        }
        if (arrays.stream().noneMatch(array -> array.name().equals(name))) {
            int units = arrays.get(0).shape().last();
            arrays.add(ImportedParameter.of(name, new float[units], units));
        }
        arrays.replaceAll(array -> array.name().equals(name) ? changed(array, 1, shift) : array);
        return arrays;
    }

    private static ImportedParameter changed(ImportedParameter array, double factor, double shift) {
        float[] values = array.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (factor * values[i] + shift);
        }
        return new ImportedParameter(array.name(), array.shape(), values);
    }
}
