package dev.longhand.model;

import java.util.Arrays;

/**
 * The mean and the spread of each output over several passes of a network with random layers
 * (Gal and Ghahramani, "Dropout as a Bayesian approximation", 2016). The larger an output's deviation, the
 * less certain the network is about that sample.
 */
public final class Uncertainty {

    private final int passes;
    private final float[] mean;
    private final float[] deviation;

    Uncertainty(int passes, float[] mean, float[] deviation) {
        this.passes = passes;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** The number of passes. */
    public int passes() {
        return passes;
    }

    /** A copy of the means over the passes, [samples][output]. */
    public float[] mean() {
        return mean.clone();
    }

    /**
     * A copy of the standard deviations over the passes, [samples][output], with the divisor passes − 1; 0
     * for a network without random layers.
     */
    public float[] deviation() {
        return deviation.clone();
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation) + " over " + passes
                + " passes";
    }
}
