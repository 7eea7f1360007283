package dev.longhand.benchmarks.work;

import dev.longhand.data.Dataset;
import dev.longhand.random.CountedRandom;
import java.util.stream.IntStream;

/**
 * One pass over the samples.
 *
 * @param number counted from 1
 * @param order the samples in the order they are to be taken, batch by batch
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
public record Epoch(int number, int[] order) {

    /** What {@code dev.longhand.training} keeps the order of samples apart by; a test compares the two. */
    private static final long PURPOSE = 0x65706f6368L;

    /** The order that Longhand's trainer takes the samples of an epoch in. */
    public static Epoch of(Task task, long seed, int number, int samples) {
        int[] order = IntStream.range(0, samples).toArray();
        if (task != Task.XOR) {
            Dataset.shuffle(order, CountedRandom.key(seed, PURPOSE, number));
        }
        return new Epoch(number, order);
    }
}
