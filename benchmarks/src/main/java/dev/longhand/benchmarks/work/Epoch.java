package dev.longhand.benchmarks.work;

import dev.longhand.random.CountedRandom;
import java.util.stream.IntStream;

/**
 * One pass over the samples.
 *
 * @param number counted from 1
 * @param order the samples in the order of training, batch by batch
 */
@SuppressWarnings("ArrayRecordComponent") // compared with nothing
public record Epoch(int number, int[] order) {

    /** The random key of the order of samples in {@code dev.longhand.training}; a test compares the two. */
    private static final long PURPOSE = 0x65706f6368L;

    /** The order in which Longhand's trainer uses the samples of an epoch. */
    public static Epoch of(Task task, long seed, int number, int samples) {
        int[] order = IntStream.range(0, samples).toArray();
        if (task != Task.XOR) {
            CountedRandom.shuffle(order, order.length, CountedRandom.key(seed, PURPOSE, number));
        }
        return new Epoch(number, order);
    }
}
