package dev.longhand.testing;

/** Floats between two bounds in rising order, at the same relative distances from small to large ones. */
public final class Sweep {

    private static final int STEPS = 200_000;

    private Sweep() {}

    public static float[] of(float from, float to) {
        long first = rank(from);
        long last = rank(to);
        int count = (int) Math.min(STEPS, last - first + 1);
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = unrank((int) (first + (last - first) * i / Math.max(1, count - 1)));
        }
        return x;
    }

    /** Numbers the floats in rising order. */
    private static int rank(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits < 0 ? Integer.MIN_VALUE - bits : bits;
    }

    private static float unrank(int rank) {
        return Float.intBitsToFloat(rank < 0 ? Integer.MIN_VALUE - rank : rank);
    }
}
