package dev.longhand.training.step;

import dev.longhand.model.Parameters;
import java.util.Arrays;

/**
 * The exponential moving average of the parameters over the steps (Polyak and Juditsky, "Acceleration of stochastic
 * approximation by averaging", 1992; in this form PyTorch's {@code get_ema_multi_avg_fn}):
 *
 * <pre>
 * w ← p                      after the first step
 * w ← d·w + (1 − d)·p        after each later step
 * </pre>
 */
public final class WeightAverage {

    private final double decay;
    private final GradientBlocks blocks;
    private final float[] p;
    private final float[] average;
    private final Runnable add;
    private float[] raw = {};
    private float[] applied = {};
    private boolean hasBegun;

    /** The average of an array of parameters, before the first step. */
    WeightAverage(double decay, GradientBlocks blocks, float[] p) {
        this.decay = decay;
        this.blocks = blocks;
        this.p = p;
        average = p.clone();
        add = blocks.shared(this::add);
    }

    /** Adds the parameters after a step. */
    void add() {
        if (hasBegun) {
            add.run();
        } else {
            System.arraycopy(p, 0, average, 0, p.length);
            hasBegun = true;
        }
    }

    private void add(int first, int last) {
        float kept = (float) decay;
        float added = (float) (1 - decay);
        for (int block = first; block < last; block++) {
            add(average, p, blocks.from(block), blocks.to(block), kept, added);
        }
    }

    private static void add(float[] average, float[] p, int from, int to, float kept, float added) {
        for (int i = from; i < to; i++) {
            average[i] = kept * average[i] + added * p[i];
        }
    }

    /** Replaces the parameters by their average, until {@link #undo}. */
    public void apply(Parameters parameters) {
        raw = parameters.copy();
        applied = raw.clone();
        if (hasBegun) {
            System.arraycopy(average, 0, applied, 0, average.length);
            parameters.set(applied);
        }
    }

    /** Gives the parameters and the state the values before {@link #apply}. */
    public void undo(Parameters parameters) {
        parameters.set(raw);
    }

    /** Goes on from an average that was applied, unless the parameters were changed since. */
    public void goOn(WeightAverage before, Parameters parameters) {
        if (Arrays.equals(parameters.copy(), before.applied)) {
            before.undo(parameters);
            restore(before.values());
        }
    }

    /** The average itself; empty before the first step. */
    public float[] values() {
        return hasBegun ? average : new float[0];
    }

    /** Goes on from an average; from none if it's empty. */
    public void restore(float[] values) {
        hasBegun = values.length > 0;
        if (hasBegun) {
            System.arraycopy(values, 0, average, 0, average.length);
        }
    }
}
