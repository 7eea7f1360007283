package dev.longhand.benchmarks.jmh;

import dev.longhand.random.CountedRandom;

/** Random numbers for benchmarks. */
final class Numbers {

    private Numbers() {}

    /** Uniform on [−1, 1). */
    static float[] random(int count, long seed) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * CountedRandom.uniform(seed, i) - 1;
        }
        return values;
    }
}
