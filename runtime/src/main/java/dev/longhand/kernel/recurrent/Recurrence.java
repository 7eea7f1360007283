package dev.longhand.kernel.recurrent;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;

/**
 * The sizes of a recurrent layer, the offsets of its recurrent parameters, and its activation: {@code time} steps of
 * {@code units} states h, of which the last or all are its output.
 *
 * @param time the number of steps, at least 1
 * @param units the number of states, at least 1
 * @param returnsSequence whether a is [n][time][units], the states after every step, or [n][units], the last
 * @param weights the offset of U, [units][k·units], in p
 * @param bias the offset of the recurrent bias c, [k·units], in p, or {@link Kernels#NO_BIAS}; only a GRU has one
 * @param activation f of a simple recurrent layer
 * @param slope the slope of f, if it has one
 */
public record Recurrence(
        int time, int units, boolean returnsSequence, int weights, int bias, Activation activation, float slope) {

    /** A layer whose output is its last state, [units], without a recurrent bias, its U at 0. */
    public static Recurrence toLastState(int time, int units) {
        return of(time, units, false);
    }

    /** A layer whose output is its state after every step, [time][units], without a recurrent bias, its U at 0. */
    public static Recurrence toSequence(int time, int units) {
        return of(time, units, true);
    }

    private static Recurrence of(int time, int units, boolean returnsSequence) {
        Activation f = Activation.TANH;
        return new Recurrence(time, units, returnsSequence, 0, Kernels.NO_BIAS, f, f.defaultSlope());
    }

    /** The same with U at {@code weights}. */
    public Recurrence weights(int weights) {
        return new Recurrence(time, units, returnsSequence, weights, bias, activation, slope);
    }

    /** The same with c at {@code bias}. */
    public Recurrence bias(int bias) {
        return new Recurrence(time, units, returnsSequence, weights, bias, activation, slope);
    }

    /** The same with this elementwise f. */
    public Recurrence activation(Activation f) {
        return activation(f, f.defaultSlope());
    }

    /** The same with this elementwise f and its slope. */
    public Recurrence activation(Activation f, float slope) {
        return new Recurrence(time, units, returnsSequence, weights, bias, f, slope);
    }
}
