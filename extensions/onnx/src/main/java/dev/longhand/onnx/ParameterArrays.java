package dev.longhand.onnx;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.StateInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A copy of a model's parameters and state by layer and name. */
final class ParameterArrays {

    private final ModelInfo info;
    private final Map<String, float[]> parameters = new HashMap<>();
    private final Map<String, float[]> states = new HashMap<>();

    /**
     * Copies a model's parameters.
     *
     * @throws IllegalStateException if one of them is infinite or NaN
     */
    ParameterArrays(Model model) {
        info = model.info();
        float[] all = model.parameters().copy();
        for (int index = 0; index < info.layers().size(); index++) {
            LayerInfo layer = info.layers().get(index);
            for (ParameterInfo array : layer.parameters()) {
                float[] values = Arrays.copyOfRange(all, array.offset(), array.offset() + array.size());
                parameters.put(key(index, array.name()), finite(layer, array.name(), values));
            }
            for (StateInfo array : layer.state()) {
                int from = info.parameterCount() + array.offset();
                float[] values = Arrays.copyOfRange(all, from, from + array.size());
                states.put(key(index, array.name()), finite(layer, array.name(), values));
            }
        }
    }

    private float[] finite(LayerInfo layer, String array, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalStateException(
                        "%s isn't written: number %d of %s of layer \"%s\", counted from 0, is %s, and no network can compute with it"
                                .formatted(info.name(), i, array, layer.name(), values[i]));
            }
        }
        return values;
    }

    private static String key(int layer, String array) {
        return layer + "." + array;
    }

    /** A parameter of a layer, if it has one of this name. */
    Optional<float[]> parameter(int layer, String name) {
        return Optional.ofNullable(parameters.get(key(layer, name)));
    }

    /** An array of state. */
    float[] state(int layer, String name) {
        float[] values = states.get(key(layer, name));
        if (values == null) {
            throw new IllegalStateException(
                    "layer \"" + info.layers().get(layer).name() + "\" has no state " + name);
        }
        return values;
    }

    /** Replaces a parameter, or adds one. */
    void put(int layer, String name, float[] values) {
        parameters.put(key(layer, name), values);
    }
}
