package dev.longhand.metric;

import java.util.List;
import java.util.Locale;

/**
 * Whether predictions are right as often as their probability says. The largest probability of each prediction is its
 * confidence; predictions are grouped by it into bins of equal width, empty ones left out (Guo et al., "On calibration
 * of modern neural networks", 2017).
 *
 * @param bins the bins that hold predictions, by ascending confidence
 */
public record Calibration(List<Bin> bins) {

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The predictions whose confidence is above {@code from} and at most {@code to}.
     *
     * @param from the lower end of the confidence, itself outside of the bin
     * @param to the upper end, inside
     * @param count the number of predictions
     * @param weight the sum of their weights, which is their number if samples have none
     * @param confidence their mean confidence, by weight
     * @param accuracy the share of them that is right, by weight
     */
    public record Bin(double from, double to, int count, double weight, double confidence, double accuracy) {}

    /**
     * The expected calibration error: the mean over all predictions, by weight, of |accuracy − confidence| of their bin; 0
     * is best.
     */
    public double expectedError() {
        double sum = 0;
        double weight = 0;
        for (Bin bin : bins) {
            sum += bin.weight * Math.abs(bin.accuracy - bin.confidence);
            weight += bin.weight;
        }
        return sum / weight;
    }

    /** A table with one row for each bin. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(" confidence   predictions  mean confidence  accuracy\n");
        for (Bin bin : bins) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f – %.2f  %11d  %15.4f  %8.4f\n",
                    bin.from,
                    bin.to,
                    bin.count,
                    bin.confidence,
                    bin.accuracy));
        }
        return text.append(String.format(Locale.ROOT, "expected calibration error %.4f\n", expectedError()))
                .toString();
    }
}
