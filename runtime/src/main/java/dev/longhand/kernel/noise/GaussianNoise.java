package dev.longhand.kernel.noise;

import static dev.longhand.kernel.function.Functions.fma;

import dev.longhand.kernel.function.Functions;
import dev.longhand.random.CountedRandom;

/**
 * Normally distributed random numbers by the method of Box and Muller (1958). Each uniform random number of
 * {@link CountedRandom} gives two of them: its first 24 bits determine the radius, the next 26 the angle. The bits are
 * the same on every Java virtual machine and processor.
 */
public final class GaussianNoise {

    private static final float HALF_PI = 1.57079633f;

    private GaussianNoise() {}

    /** Writes the first {@code count} numbers of a key's sequence, with mean 0 and the given standard deviation. */
    public static void draw(long key, float stddev, float[] noise, int count) {
        for (int i = 0; i < count; i += 2) {
            long bits = CountedRandom.bits(key, i / 2);
            // 1 − uniform is in (0, 1], so that its logarithm is finite.
            float uniform = (bits >>> 40) * 0x1p-24f;
            float radius = stddev * (float) Math.sqrt(-2 * Functions.log(1 - uniform));
            // The angle in quarter turns: an integer and a remainder in ±½.
            int quarters = (int) (bits >>> 14) & 0x3ffffff;
            int whole = (quarters + (1 << 23)) >>> 24;
            float x = (quarters - (whole << 24)) * 0x1p-24f * HALF_PI;
            float sine = (whole & 1) == 0 ? sine(x) : cosine(x);
            float cosine = (whole & 1) == 0 ? cosine(x) : -sine(x);
            boolean isOpposite = (whole & 2) != 0;
            noise[i] = radius * (isOpposite ? -cosine : cosine);
            if (i + 1 < count) {
                noise[i + 1] = radius * (isOpposite ? -sine : sine);
            }
        }
    }

    /** sin x on ±¼π by its Taylor series up to x⁹: the remainder is below 2e−9. */
    private static float sine(float x) {
        float s = x * x;
        float q = fma(1f / 362_880, s, -1f / 5_040);
        q = fma(q, s, 1f / 120);
        q = fma(q, s, -1f / 6);
        return fma(q * s, x, x);
    }

    /** cos x on ±¼π by its Taylor series up to x⁸: the remainder is below 3e−8. */
    private static float cosine(float x) {
        float s = x * x;
        float q = fma(1f / 40_320, s, -1f / 720);
        q = fma(q, s, 1f / 24);
        q = fma(q, s, -0.5f);
        return fma(q, s, 1);
    }
}
