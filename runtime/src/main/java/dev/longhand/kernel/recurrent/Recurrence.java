package dev.longhand.kernel.recurrent;

/**
 * How a recurrent layer goes through time, the same for every sample: {@code time} steps of {@code units}
 * states, of which the last or every one is its output.
 *
 * @param time the number of steps, at least 1
 * @param units the number of states h, at least 1
 * @param returnsSequence whether a is [n][time][units], the states after every step, or [n][units], the last
 */
public record Recurrence(int time, int units, boolean returnsSequence) {

    /** A layer whose output is its last state, [units]. */
    public static Recurrence toLastState(int time, int units) {
        return new Recurrence(time, units, false);
    }

    /** A layer whose output is its state after every step, [time][units]. */
    public static Recurrence toSequence(int time, int units) {
        return new Recurrence(time, units, true);
    }

    /** Where in the output, or its gradient, sample s's state after step t is. */
    int at(int s, int t) {
        return returnsSequence ? (s * time + t) * units : s * units;
    }

    /** How far the same step's states of two samples are apart in the output. */
    int stride() {
        return returnsSequence ? time * units : units;
    }

    /** Whether the state after step t is part of the output. */
    boolean returns(int t) {
        return returnsSequence || t == time - 1;
    }
}
