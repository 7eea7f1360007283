package dev.longhand.data;

/**
 * Scales each input to mean 0 and standard deviation 1 in the training data, its z-score:
 * (x − mean)/deviation, where the variance is divided by n. A constant input becomes 0. Immutable.
 *
 * <pre>{@code
 * StandardScaler scaler = StandardScaler.fit(train);
 * Trainer.of(model).validation(scaler.apply(validation)).fit(scaler.apply(train));
 * }</pre>
 */
public final class StandardScaler {

    private final LinearScaling scaling;

    private StandardScaler(LinearScaling scaling) {
        this.scaling = scaling;
    }

    /**
     * A scaler with the means and deviations of these samples.
     *
     * @throws IllegalArgumentException if an input is NaN or infinite
     */
    public static StandardScaler fit(Dataset data) {
        int width = data.inputShape().size();
        double[] mean = new double[width];
        double[] squares = new double[width];
        float[] x = new float[width];
        for (int sample = 0; sample < data.size(); sample++) {
            data.copyInputs(sample, 1, x);
            for (int i = 0; i < width; i++) {
                LinearScaling.requireFinite(x[i], sample, i);
                // Welford's method: exact enough for values far from 0.
                double before = x[i] - mean[i];
                mean[i] += before / (sample + 1);
                squares[i] += before * (x[i] - mean[i]);
            }
        }
        double[] deviation = new double[width];
        for (int i = 0; i < width; i++) {
            deviation[i] = Math.sqrt(squares[i] / data.size());
        }
        return new StandardScaler(new LinearScaling(mean, deviation));
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
