package dev.longhand.random;

/**
 * Counter-based random numbers: number i of the sequence with a given key is a function of the key and
 * i alone, so the numbers don't depend on the order of drawing or on threads.
 *
 * <p>It's SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014),
 * whose state after i steps is key + i·γ.
 */
public final class CountedRandom {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private CountedRandom() {}

    /** The key of the sequence for this seed, purpose and index. */
    public static long key(long seed, long purpose, long index) {
        return mix(mix(mix(seed + GAMMA) + purpose * GAMMA) + index * GAMMA);
    }

    /** Number {@code i} of the sequence: 64 random bits. */
    public static long bits(long key, long i) {
        return mix(key + (i + 1) * GAMMA);
    }

    /** Number {@code i} as a float uniform on [0, 1), a multiple of 2⁻²⁴. */
    public static float uniform(long key, long i) {
        return (bits(key, i) >>> 40) * 0x1p-24f;
    }

    /** Number {@code i} as a double uniform on [0, 1), a multiple of 2⁻⁵³. */
    public static double uniformDouble(long key, long i) {
        return (bits(key, i) >>> 11) * 0x1p-53;
    }

    /** A standard normal number, from uniform numbers 2i and 2i + 1 (Box and Muller, 1958). */
    public static double normal(long key, long i) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniformDouble(key, 2 * i)));
        return radius * StrictMath.cos(2 * Math.PI * uniformDouble(key, 2 * i + 1));
    }

    /** A whole number uniform on [0, bound), from number {@code i}. */
    public static int below(int bound, long key, long i) {
        return (int) Math.multiplyHigh(bits(key, i) >>> 1, (long) bound << 1);
    }

    /** Shuffles the first {@code count} elements (Fisher and Yates), with the random numbers of this key. */
    public static void shuffle(int[] order, int count, long key) {
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1, key, i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
