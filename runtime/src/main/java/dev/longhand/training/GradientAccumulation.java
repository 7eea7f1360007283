package dev.longhand.training;

import java.util.Arrays;

/** The mean of the gradients of several batches, weighted by their samples, as if they were one batch. */
final class GradientAccumulation {

    private final float[] g;
    private final float[] sum;
    private long samples;
    private int batches;

    /** The mean of what an array of gradients holds at each {@link #add}. */
    GradientAccumulation(float[] g) {
        this.g = g;
        sum = new float[g.length];
    }

    /** Adds the mean gradients of a batch of n samples. */
    void add(int n) {
        add(sum, g, n);
        samples += n;
        batches++;
    }

    private static void add(float[] sum, float[] g, float n) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += n * g[i];
        }
    }

    /** Writes the mean to the array of gradients, for a step, and begins with the next batches. */
    void finish() {
        mean(sum, g, samples);
        clear();
    }

    private static void mean(float[] sum, float[] g, float samples) {
        for (int i = 0; i < sum.length; i++) {
            g[i] = sum[i] / samples;
        }
    }

    private void clear() {
        Arrays.fill(sum, 0);
        samples = 0;
        batches = 0;
    }

    /** The batches added since the last step. */
    int batches() {
        return batches;
    }

    /** The samples added since the last step. */
    long samples() {
        return samples;
    }

    /** The sum of the gradients itself, each batch's times its samples. */
    float[] sum() {
        return sum;
    }

    /** Goes on after some batches. */
    void restore(float[] sums, int batches, long samples) {
        System.arraycopy(sums, 0, sum, 0, sum.length);
        this.batches = batches;
        this.samples = samples;
    }
}
