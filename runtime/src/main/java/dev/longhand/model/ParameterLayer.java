package dev.longhand.model;

import dev.longhand.Layer;
import dev.longhand.Shape;
import dev.longhand.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layer as a view of its model's parameters and state. */
final class ParameterLayer implements Layer {

    private final Parameters parameters;
    private final String model;
    private final LayerInfo info;
    private final Map<String, ArraySlice> arrays = new LinkedHashMap<>();

    /** The offset and shape of one array of the layer. */
    private record ArraySlice(float[] values, int offset, Shape shape) {}

    ParameterLayer(Parameters parameters, LayerInfo info) {
        this.parameters = parameters;
        model = parameters.info().name();
        this.info = info;
        float[] values = parameters.forReading();
        float[] state = parameters.state();
        info.parameters().forEach(it -> arrays.put(it.name(), new ArraySlice(values, it.offset(), it.shape())));
        info.state().forEach(it -> arrays.put(it.name(), new ArraySlice(state, it.offset(), it.shape())));
    }

    @Override
    public String name() {
        return info.name();
    }

    @Override
    public Shape inputShape() {
        return info.input();
    }

    @Override
    public Shape outputShape() {
        return info.output();
    }

    @Override
    public int parameterCount() {
        return info.parameterCount();
    }

    @Override
    public List<String> arrays() {
        return List.copyOf(arrays.keySet());
    }

    @Override
    public float[] weights() {
        return arrays.containsKey("weight") ? get("weight") : new float[0];
    }

    @Override
    public float[] bias() {
        return arrays.containsKey("bias") ? get("bias") : new float[0];
    }

    @Override
    public void setWeights(float... weights) {
        set("weight", weights);
    }

    @Override
    public void setBias(float... bias) {
        set("bias", bias);
    }

    @Override
    public float[] get(String array) {
        ArraySlice part = part(array);
        float[] copy = new float[part.shape.size()];
        parameters.read(() -> System.arraycopy(part.values, part.offset, copy, 0, copy.length));
        return copy;
    }

    @Override
    public void set(String array, float... replacement) {
        ArraySlice part = part(array);
        if (replacement.length != part.shape.size()) {
            throw new IllegalArgumentException("%s of layer \"%s\" of %s has %s numbers (%s), but %s were given"
                    .formatted(array, info.name(), model, part.shape.size(), part.shape, replacement.length));
        }
        for (StateInfo state : info.state()) {
            if (state.name().equals(array)) {
                state.require(model, info, replacement, 0);
            }
        }
        parameters.write(() -> System.arraycopy(replacement, 0, part.values, part.offset, replacement.length));
    }

    private ArraySlice part(String array) {
        ArraySlice part = arrays.get(array);
        if (part == null) {
            throw new IllegalArgumentException("layer \"%s\" of %s is %s and has no %s%s"
                    .formatted(
                            info.name(),
                            model,
                            info.kind(),
                            array,
                            arrays.isEmpty() ? "" : ", only " + String.join(", ", arrays.keySet())));
        }
        return part;
    }

    @Override
    public String toString() {
        return Printable.of(info.name()) + ": " + info.kind() + ", " + info.formula() + ", " + info.input() + " → "
                + info.output();
    }
}
