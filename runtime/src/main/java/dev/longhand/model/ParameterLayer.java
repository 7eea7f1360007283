package dev.longhand.model;

import dev.longhand.Layer;
import java.util.Arrays;

/** A layer as a view of its model's parameters. */
final class ParameterLayer implements Layer {

    private final String model;
    private final LayerInfo info;
    private final float[] values;

    ParameterLayer(String model, LayerInfo info, float[] values) {
        this.model = model;
        this.info = info;
        this.values = values;
    }

    @Override
    public String name() {
        return info.name();
    }

    @Override
    public int[] inputShape() {
        return info.input().toArray();
    }

    @Override
    public int[] outputShape() {
        return info.output().toArray();
    }

    @Override
    public int parameterCount() {
        return info.parameterCount();
    }

    @Override
    public float[] weights() {
        return get("weight");
    }

    @Override
    public float[] bias() {
        return get("bias");
    }

    @Override
    public void setWeights(float... weights) {
        set("weight", weights);
    }

    @Override
    public void setBias(float... bias) {
        set("bias", bias);
    }

    private float[] get(String name) {
        for (ParameterInfo parameter : info.parameters()) {
            if (parameter.name().equals(name)) {
                return Arrays.copyOfRange(values, parameter.offset(), parameter.offset() + parameter.size());
            }
        }
        return new float[0];
    }

    private void set(String name, float[] replacement) {
        for (ParameterInfo parameter : info.parameters()) {
            if (parameter.name().equals(name)) {
                if (replacement.length != parameter.size()) {
                    throw new IllegalArgumentException("%s of layer \"%s\" of %s has %s numbers (%s), but %s were given"
                            .formatted(
                                    name, info.name(), model, parameter.size(), parameter.shape(), replacement.length));
                }
                System.arraycopy(replacement, 0, values, parameter.offset(), replacement.length);
                return;
            }
        }
        throw new IllegalArgumentException(
                "layer \"%s\" of %s is %s and has no %s".formatted(info.name(), model, info.kind(), name));
    }

    @Override
    public String toString() {
        return info.name() + ": " + info.kind() + ", " + info.formula() + ", " + info.input() + " → " + info.output();
    }
}
