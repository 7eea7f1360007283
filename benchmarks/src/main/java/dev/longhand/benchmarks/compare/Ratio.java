package dev.longhand.benchmarks.compare;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How many times as fast the new build is as the old one, with a 99 % confidence interval: the geometric mean of the
 * ratios of forks that ran one after the other, and Student's t on their logarithms.
 *
 * @param value new/old
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
record Ratio(double value, double low, double high) {

    private static final double CONFIDENCE = 0.99;

    /**
     * Of throughputs in pairs.
     *
     * @param before the old build's, fork by fork, at least 2
     * @param after the new build's, one for each of the old
     */
    static Ratio of(double[] before, double[] after) {
        int n = before.length;
        if (n < 2 || after.length != n) {
            throw new IllegalArgumentException(
                    n + " and " + after.length + " forks: each build needs the same number, at least 2");
        }
        double[] logarithms = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            logarithms[i] = Math.log(after[i] / before[i]);
            mean += logarithms[i] / n;
        }
        double squares = 0;
        for (double logarithm : logarithms) {
            squares += (logarithm - mean) * (logarithm - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        double width = error * new TDistribution(n - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return new Ratio(Math.exp(mean), Math.exp(mean - width), Math.exp(mean + width));
    }

    /** Whether the whole interval lies below this ratio. */
    boolean isBelow(double limit) {
        return high < limit;
    }
}
