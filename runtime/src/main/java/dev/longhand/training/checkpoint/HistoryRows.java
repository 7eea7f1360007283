package dev.longhand.training.checkpoint;

import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.training.EpochResult;
import dev.longhand.training.OutputResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The results of epochs as rows of numbers, for a checkpoint. */
final class HistoryRows {

    private static final int COLUMNS = 7;
    private static final int OUTPUT_COLUMNS = 4;

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

    /** The results of outputs, [epochs][outputs][4]. */
    static double[] ofOutputs(List<List<OutputResult>> results) {
        return results.stream()
                .flatMap(List::stream)
                .flatMapToDouble(output -> DoubleStream.of(
                        output.loss(), output.accuracy(), output.validationLoss(), output.validationAccuracy()))
                .toArray();
    }

    /**
     * The results of outputs from their rows.
     *
     * @throws IllegalArgumentException if they aren't those of so many epochs
     */
    static List<List<OutputResult>> readOutputs(double[] rows, int epochs, ModelInfo model) {
        List<OutputInfo> outputs = model.joinsOutputs() ? model.outputs() : List.of();
        if (rows.length != OUTPUT_COLUMNS * outputs.size() * epochs) {
            throw new IllegalArgumentException("a history of " + rows.length + " numbers doesn't fit " + epochs
                    + " epochs of " + outputs.size() + " outputs");
        }
        List<List<OutputResult>> results = new ArrayList<>();
        int at = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            List<OutputResult> ofEpoch = new ArrayList<>();
            for (OutputInfo output : outputs) {
                ofEpoch.add(new OutputResult(output.name(), rows[at], rows[at + 1], rows[at + 2], rows[at + 3]));
                at += OUTPUT_COLUMNS;
            }
            results.add(ofEpoch);
        }
        return results;
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
