package dev.longhand.benchmarks.parts;

import java.util.Arrays;

/** The durations of one part of a step, in all steps. */
final class Times {

    private final String name;
    private long[] nanos = new long[1024];
    private int count;

    Times(String name) {
        this.name = name;
    }

    /** What is measured. */
    String name() {
        return name;
    }

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** The median in microseconds; 0 if nothing was measured. */
    double median() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[count / 2] / 1e3;
    }
}
