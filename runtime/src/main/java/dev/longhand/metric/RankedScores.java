package dev.longhand.metric;

import java.util.Arrays;

/**
 * Samples that are of a class or not, sorted by a score that should be higher for those that are.
 *
 * <p>Each element of {@link #sorted} packs a sample: the upper 32 bits order as the score does, bit 0 is 1 if the sample is
 * of the class.
 */
final class RankedScores {

    private final long[] sorted;
    private final int positives;

    /**
     * Sorts the samples.
     *
     * @param scores one for each sample; none is NaN
     * @param isOfClass whether each sample is of the class
     */
    RankedScores(float[] scores, boolean[] isOfClass) {
        sorted = new long[scores.length];
        int ofClass = 0;
        for (int i = 0; i < scores.length; i++) {
            int bits = Float.floatToIntBits(scores[i] + 0f);
            int ordered = bits ^ (bits >> 31 & 0x7fffffff);
            sorted[i] = (long) ordered << 32 | (isOfClass[i] ? 1 : 0);
            ofClass += isOfClass[i] ? 1 : 0;
        }
        positives = ofClass;
        Arrays.sort(sorted);
    }

    /** Whether there are samples of the class and others. */
    boolean hasBoth() {
        return positives > 0 && positives < sorted.length;
    }

    /** The share of pairs of a sample of the class and another one in which the first scores higher; a tie counts ½. */
    double rocAuc() {
        double higher = 0;
        long negativesBelow = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = endOfTie(from);
            long tied = positivesIn(from, to);
            long negatives = to - from - tied;
            higher += tied * (negativesBelow + 0.5 * negatives);
            negativesBelow += negatives;
            from = to;
        }
        return higher / ((double) positives * (sorted.length - positives));
    }

    /** Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the distinct scores as thresholds, from the highest down; R is recall and P precision. */
    double averagePrecision() {
        double sum = 0;
        long found = 0;
        for (int to = sorted.length; to > 0; ) {
            int from = beginOfTie(to);
            long tied = positivesIn(from, to);
            found += tied;
            sum += (double) tied / positives * found / (sorted.length - from);
            to = from;
        }
        return sum;
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >> 32 == sorted[from] >> 32) {
            to++;
        }
        return to;
    }

    private int beginOfTie(int to) {
        int from = to - 1;
        while (from > 0 && sorted[from - 1] >> 32 == sorted[to - 1] >> 32) {
            from--;
        }
        return from;
    }

    private long positivesIn(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += sorted[i] & 1;
        }
        return count;
    }
}
