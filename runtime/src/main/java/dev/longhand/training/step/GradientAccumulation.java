package dev.longhand.training.step;

import java.util.Arrays;

/** The mean of the gradients of several batches, weighted by what their samples count in the loss, as if they were one batch. */
public final class GradientAccumulation {

    private final float[] g;
    private final float[] sum;
    private double weight;
    private int batches;

    /** The mean of what an array of gradients holds at each {@link #add}. */
    GradientAccumulation(float[] g) {
        this.g = g;
        sum = new float[g.length];
    }

    /**
     * Adds the mean gradients of a batch.
     *
     * @param weight the number of its samples, or Σ w over them
     */
    void add(double weight) {
        add(sum, g, (float) weight);
        this.weight += weight;
        batches++;
    }

    private static void add(float[] sum, float[] g, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * g[i];
        }
    }

    /** Writes the mean to the array of gradients, for a step, and begins with the next batches. */
    void finish() {
        mean(sum, g, weight == 0 ? 1 : (float) weight);
        clear();
    }

    private static void mean(float[] sum, float[] g, float weight) {
        for (int i = 0; i < sum.length; i++) {
            g[i] = sum[i] / weight;
        }
    }

    private void clear() {
        Arrays.fill(sum, 0);
        weight = 0;
        batches = 0;
    }

    /** The batches added since the last step. */
    public int batches() {
        return batches;
    }

    /** What the samples added since the last step count in the loss. */
    public double weight() {
        return weight;
    }

    /** The sum of the gradients itself, each batch's times its weight. */
    public float[] sum() {
        return sum;
    }

    /** Goes on after some batches. */
    public void restore(float[] sums, int batches, double weight) {
        System.arraycopy(sums, 0, sum, 0, sum.length);
        this.batches = batches;
        this.weight = weight;
    }
}
