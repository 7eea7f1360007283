package dev.longhand.training.checkpoint;

import dev.longhand.training.EpochResult;
import java.util.ArrayList;
import java.util.List;

/** The results of epochs as rows of numbers, for a checkpoint. */
final class HistoryRows {

    private static final int COLUMNS = 7;

    private HistoryRows() {}

    /** The rows, [epochs][7]. */
    static double[] of(List<EpochResult> results) {
        double[] rows = new double[COLUMNS * results.size()];
        int at = 0;
        for (EpochResult result : results) {
            rows[at++] = result.epoch();
            rows[at++] = result.loss();
            rows[at++] = result.accuracy();
            rows[at++] = result.validationLoss();
            rows[at++] = result.validationAccuracy();
            rows[at++] = result.learningRate();
            rows[at++] = result.seconds();
        }
        return rows;
    }

    /**
     * The results from their rows.
     *
     * @throws IllegalArgumentException if they aren't whole rows
     */
    static List<EpochResult> read(double[] rows) {
        if (rows.length % COLUMNS != 0) {
            throw new IllegalArgumentException("a history of " + rows.length + " numbers has no whole epochs");
        }
        List<EpochResult> results = new ArrayList<>();
        for (int i = 0; i < rows.length; i += COLUMNS) {
            results.add(new EpochResult(
                    (int) rows[i], rows[i + 1], rows[i + 2], rows[i + 3], rows[i + 4], rows[i + 5], rows[i + 6]));
        }
        return results;
    }
}
