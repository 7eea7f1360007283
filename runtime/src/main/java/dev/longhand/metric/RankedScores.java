package dev.longhand.metric;

import java.util.Arrays;

/** Samples that are of a class or not, by their weights, sorted by a score that should be higher for those that are. */
final class RankedScores {

    /** The samples by ascending score: the upper 32 bits order as the score does, the lower ones number the sample. */
    private final long[] sorted;

    private final boolean[] isOfClass;
    private final float[] weights;
    private double ofClass;
    private double others;

    /**
     * Sorts the samples.
     *
     * @param scores one for each sample; none is NaN
     * @param isOfClass whether each sample is of the class
     * @param weights how much each sample counts
     */
    RankedScores(float[] scores, boolean[] isOfClass, float[] weights) {
        sorted = new long[scores.length];
        this.isOfClass = isOfClass;
        this.weights = weights;
        for (int i = 0; i < scores.length; i++) {
            int bits = Float.floatToIntBits(scores[i] + 0f);
            int ordered = bits ^ (bits >> 31 & 0x7fffffff);
            sorted[i] = (long) ordered << 32 | i;
            ofClass += isOfClass[i] ? weights[i] : 0;
            others += isOfClass[i] ? 0 : weights[i];
        }
        Arrays.sort(sorted);
    }

    /** Whether samples of the class count. */
    boolean hasOfClass() {
        return ofClass > 0;
    }

    /** Whether samples of the class count, and others. */
    boolean hasBoth() {
        return ofClass > 0 && others > 0;
    }

    /** The share of pairs of a sample of the class and another one in which the first scores higher; a tie counts ½. */
    double rocAuc() {
        double higher = 0;
        double othersBelow = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = endOfTie(from);
            double tied = weight(from, to, true);
            double othersTied = weight(from, to, false);
            higher += tied * (othersBelow + 0.5 * othersTied);
            othersBelow += othersTied;
            from = to;
        }
        return higher / (ofClass * others);
    }

    /** Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the distinct scores as thresholds, from the highest down; R is recall and P precision. */
    double averagePrecision() {
        double sum = 0;
        double found = 0;
        double seen = 0;
        for (int to = sorted.length; to > 0; ) {
            int from = beginOfTie(to);
            double tied = weight(from, to, true);
            found += tied;
            seen += tied + weight(from, to, false);
            sum += tied == 0 ? 0 : tied / ofClass * found / seen;
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

    /** Σ w of the samples from {@code from} (inclusive) to {@code to} (exclusive) that are of the class, or that aren't. */
    private double weight(int from, int to, boolean ofClass) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            int sample = (int) sorted[i];
            sum += isOfClass[sample] == ofClass ? weights[sample] : 0;
        }
        return sum;
    }
}
