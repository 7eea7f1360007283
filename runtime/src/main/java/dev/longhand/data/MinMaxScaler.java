package dev.longhand.data;

import java.util.Arrays;

/**
 * Scales each input to 0–1 by its minimum and maximum in the training data: (x −
 * min)/(max − min). Other data may lie outside 0–1. A constant input becomes 0. Immutable.
 *
 * <pre>{@code
 * MinMaxScaler scaler = MinMaxScaler.fit(train);
 * Trainer.of(model).validation(scaler.apply(validation)).fit(scaler.apply(train));
 * }</pre>
 */
public final class MinMaxScaler {

    private final LinearScaling scaling;

    private MinMaxScaler(LinearScaling scaling) {
        this.scaling = scaling;
    }

    /**
     * A scaler with the minima and maxima of these samples.
     *
     * @throws IllegalArgumentException if an input is NaN or infinite
     */
    public static MinMaxScaler fit(Dataset data) {
        int width = data.inputShape().size();
        float[] min = new float[width];
        float[] max = new float[width];
        Arrays.fill(min, Float.POSITIVE_INFINITY);
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        float[] x = new float[width];
        for (int sample = 0; sample < data.size(); sample++) {
            data.copyInputs(sample, 1, x);
            for (int i = 0; i < width; i++) {
                LinearScaling.requireFinite(x[i], sample, i);
                min[i] = Math.min(min[i], x[i]);
                max[i] = Math.max(max[i], x[i]);
            }
        }
        double[] range = new double[width];
        double[] start = new double[width];
        for (int i = 0; i < width; i++) {
            start[i] = min[i];
            range[i] = (double) max[i] - min[i];
        }
        return new MinMaxScaler(new LinearScaling(start, range));
    }

    /**
     * The same samples, scaled.
     *
     * @throws IllegalArgumentException if an input is NaN or infinite, or would be infinite
     */
    public Dataset apply(Dataset data) {
        return scaling.apply(data);
    }

    /**
     * A copy of one input or several, [n][input], scaled.
     *
     * @throws IllegalArgumentException if an input is NaN or infinite, or would be infinite
     */
    public float[] apply(float... x) {
        return scaling.apply(x);
    }
}
