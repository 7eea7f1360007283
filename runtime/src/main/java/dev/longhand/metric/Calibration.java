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
     * @param confidence their mean confidence
     * @param accuracy the share of them that is right
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {}

    /** The expected calibration error: the mean over all predictions of |accuracy − confidence| of their bin; 0 is best. */
    public double expectedError() {
        double sum = 0;
        long count = 0;
        for (Bin bin : bins) {
            sum += bin.count * Math.abs(bin.accuracy - bin.confidence);
            count += bin.count;
        }
        return sum / count;
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
