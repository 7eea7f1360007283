package dev.longhand.importer.onnx;

import dev.longhand.Shape;
import dev.longhand.importer.ActivationSetting;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layer while the graph is read: an activation may still become part of it, and numbers be added to its weights. */
final class Draft {

    private final String name;
    private final String value;
    private final List<Draft> reads;
    private final List<Origin> origins = new ArrayList<>();
    private final Map<String, ImportedParameter> parameters = new LinkedHashMap<>();
    private LayerSettings settings;
    private final @Nullable Storage inputStorage;
    private @Nullable Shape fixed;

    private Draft(
            String name, String value, LayerSettings settings, List<Draft> reads, @Nullable Storage inputStorage) {
        this.name = name;
        this.value = value;
        this.settings = settings;
        this.reads = List.copyOf(reads);
        this.inputStorage = inputStorage;
    }

    /**
     * A layer.
     *
     * @param name its name in the file
     * @param value the name of the value that it computes
     */
    static Draft of(String name, String value, LayerSettings settings, List<Draft> reads) {
        return new Draft(name, value, settings, reads, null);
    }

    /** An input, whose shape follows from the order that the layers choose. */
    static Draft input(String name, Shape shape, Storage storage) {
        return new Draft(name, name, new LayerSettings.Input(shape), List.of(), storage);
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }

    List<Draft> reads() {
        return reads;
    }

    List<Origin> origins() {
        return origins;
    }

    boolean isInput() {
        return inputStorage != null;
    }

    LayerSettings settings() {
        return inputStorage == null
                ? settings
                : inputStorage
                        .shape()
                        .<LayerSettings>map(LayerSettings.Input::new)
                        .orElse(settings);
    }

    /** The shape of one sample of its output, as far as the order of the input is chosen. */
    Shape shape() {
        if (fixed != null) {
            return fixed;
        }
        Shape shape = settings().output(reads.stream().map(Draft::shape).toList());
        boolean isFixed =
                inputStorage == null ? reads.stream().allMatch(read -> read.fixed != null) : !inputStorage.isOpen();
        if (isFixed) {
            fixed = shape;
        }
        return shape;
    }

    Draft from(List<Origin> nodes) {
        origins.addAll(nodes);
        return this;
    }

    /** Replaces the nodes that it is in the file. */
    void setOrigins(List<Origin> nodes) {
        origins.clear();
        origins.addAll(nodes);
    }

    Draft with(String array, float[] values, int... dimensions) {
        parameters.put(array, ImportedParameter.of(array, values, dimensions));
        return this;
    }

    List<ImportedParameter> parameters() {
        return new ArrayList<>(parameters.values());
    }

    /** Whether an activation can become part of it: it's a dense layer or a convolution that has none yet. */
    boolean takesActivation() {
        return (settings instanceof LayerSettings.Dense || settings instanceof LayerSettings.Convolution)
                && settings.function().filter(ActivationSetting::isIdentity).isPresent();
    }

    /** Makes an activation part of it. */
    void activate(ActivationSetting activation) {
        if (settings instanceof LayerSettings.Dense dense) {
            settings = new LayerSettings.Dense(dense.units(), activation, dense.useBias());
        } else if (settings instanceof LayerSettings.Convolution convolution) {
            settings = new LayerSettings.Convolution(
                    convolution.filters(),
                    convolution.kernel(),
                    convolution.groups(),
                    activation,
                    convolution.useBias());
        }
    }

    /** Whether its outputs can be multiplied and shifted in its parameters. */
    boolean isAffine() {
        return takesActivation() || settings instanceof LayerSettings.BatchNorm;
    }

    /**
     * Multiplies and shifts its outputs in its parameters: a becomes factor·a + shift.
     *
     * @param factors one for each channel of the output, or null for none
     * @param shifts the same
     */
    void scale(double @Nullable [] factors, double @Nullable [] shifts) {
        boolean isNorm = settings instanceof LayerSettings.BatchNorm;
        int channels = shape().last();
        if (factors != null) {
            multiply(isNorm ? "gamma" : "weight", factors);
        }
        String bias = isNorm ? "beta" : "bias";
        if (!parameters.containsKey(bias) && shifts != null) {
            with(bias, new float[channels], channels);
            addBias();
        }
        if (factors != null && parameters.containsKey(bias)) {
            multiply(bias, factors);
        }
        if (shifts != null) {
            float[] values = values(bias);
            float[] shifted = new float[channels];
            for (int i = 0; i < channels; i++) {
                shifted[i] = (float) (values[i] + shifts[i]);
            }
            with(bias, shifted, channels);
        }
    }

    private void addBias() {
        if (settings instanceof LayerSettings.Dense dense) {
            settings = new LayerSettings.Dense(dense.units(), dense.activation(), true);
        } else if (settings instanceof LayerSettings.Convolution convolution) {
            settings = new LayerSettings.Convolution(
                    convolution.filters(), convolution.kernel(), convolution.groups(), convolution.activation(), true);
        }
    }

    private float[] values(String array) {
        ImportedParameter found = parameters.get(array);
        return found == null ? new float[0] : found.values();
    }

    private void multiply(String array, double[] factors) {
        ImportedParameter found = parameters.get(array);
        if (found == null) {
            return;
        }
        float[] products = found.values().clone();
        for (int i = 0; i < products.length; i++) {
            products[i] = (float) (products[i] * factors[i % factors.length]);
        }
        parameters.put(array, new ImportedParameter(array, found.shape(), products));
    }
}
