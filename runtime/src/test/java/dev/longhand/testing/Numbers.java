package dev.longhand.testing;

import dev.longhand.random.CountedRandom;

/** Arrays of numbers for tests, the same in every run. */
public final class Numbers {

    private Numbers() {}

    /** Normal numbers with this deviation. */
    public static float[] normal(int count, long key, double deviation) {
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) (CountedRandom.normal(key, i) * deviation);
        }
        return x;
    }

    /** Normal numbers, among them infinities, NaN, zeros of both signs, subnormal and huge ones. */
    public static float[] awkward(int count, long key) {
        float[] special = {
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            1e-39f,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            88.7f,
            -87.4f,
            -103.9f,
            30f,
            9.02f,
            -20f,
            1e-20f,
            -3f,
            3f
        };
        float[] x = normal(count, key, 4);
        for (int i = 0; i < count; i += 3) {
            x[i] = special[(i / 3) % special.length];
        }
        return x;
    }
}
