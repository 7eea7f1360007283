package dev.longhand.kernel.recurrent;

import java.util.Arrays;

/**
 * The steps of each sample of a batch that belong to its sequence: from the first (inclusive) to the end (exclusive).
 * The others are masked: they pad shorter sequences to the number of steps of the network.
 */
public final class SequenceSteps {

    private final int time;
    private final int[] first;
    private final int[] end;
    private boolean isMasked;

    private SequenceSteps(int maxBatch, int time) {
        this.time = time;
        first = new int[maxBatch];
        end = new int[maxBatch];
        Arrays.fill(end, time);
    }

    /** Steps of up to {@code maxBatch} samples of {@code time} steps each, none of them masked. */
    public static SequenceSteps of(int maxBatch, int time) {
        return new SequenceSteps(maxBatch, time);
    }

    /** Masks no step of any sample. */
    public void clear() {
        if (isMasked) {
            Arrays.fill(first, 0);
            Arrays.fill(end, time);
            isMasked = false;
        }
    }

    /** Masks the steps of sample {@code s} before {@code first} and from {@code end} on. */
    public void set(int s, int first, int end) {
        if (first < 0 || first >= end || end > time) {
            throw new IllegalArgumentException("a sequence from step " + first + " to step " + (end - 1)
                    + " isn't within the " + time + " steps, counted from 0");
        }
        this.first[s] = first;
        this.end[s] = end;
        isMasked |= first > 0 || end < time;
    }

    /** The steps of a sample, masked or not. */
    public int time() {
        return time;
    }

    /** Whether any step of any sample is masked. */
    public boolean isMasked() {
        return isMasked;
    }

    /** The first step of sample {@code s}. */
    public int first(int s) {
        return first[s];
    }

    /** The last step of sample {@code s}. */
    public int last(int s) {
        return end[s] - 1;
    }

    /** Whether step {@code t} belongs to the sequence of sample {@code s}. */
    public boolean includes(int s, int t) {
        return t >= first[s] && t < end[s];
    }
}
