package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.model.BatchWeights;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A metric of your own: one number that says how good a model's outputs are.
 *
 * <pre>{@code
 * Metric largestError = Metric.mean("largest error", (a, t) -> Math.max(Math.abs(a[0] - t[0]), Math.abs(a[1] - t[1])));
 * largestError.of(model, test);
 * }</pre>
 *
 * <p>Samples count by their weights. Of a sequence with masked steps, the number sees the other ones. For a metric that
 * isn't a mean over samples, implement the interface.
 */
public interface Metric {

    /** The name, for tables and files. */
    String name();

    /**
     * Begins a measurement, before its first sample.
     *
     * @param outputs the numbers of a sample's outputs, and of its target
     */
    Measurement begin(int outputs);

    /** A measurement that sees all samples of a data set, batch by batch. */
    interface Measurement {

        /**
         * Sees the next n samples. The arrays belong to the model; they change after this call.
         *
         * @param a the outputs, [n][outputs], flat, in an array that may be longer
         * @param t the targets, likewise
         * @param weights how much each sample counts, {@link BatchWeights#ofSample}, and which of its steps aren't masked,
         *     {@link BatchWeights#includes}
         * @param n the number of samples
         */
        void add(float[] a, float[] t, BatchWeights weights, int n);

        /** The metric of all samples so far. */
        double value();
    }

    /** A number for one sample. */
    @FunctionalInterface
    interface OfSample {

        /**
         * The number.
         *
         * @param a the outputs, without those of masked steps
         * @param t the target, as long as the outputs
         */
        double value(float[] a, float[] t);
    }

    /** The mean of a number over all samples by their weights; NaN if none counts. */
    static Metric mean(String name, OfSample sample) {
        return new SampleMean(name, sample);
    }

    /**
     * Predicts all samples and measures.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ
     */
    default double of(Model model, Dataset data) {
        data.requireFits(model.info());
        Workspace ws = Workspace.forEvaluating(model.info(), data.size(), Threads.of(1));
        return EvaluationData.measure(this, model, EvaluationData.of(data), ws);
    }

    /**
     * Predicts all samples of a source, which are read once, and measures.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ
     * @throws IOException if a sample can't be read
     */
    default double of(Model model, SampleSource source) throws IOException {
        source.requireFits(model.info());
        Workspace ws = EvaluationData.workspace(model.info(), source);
        try (SampleReader reader = source.open()) {
            EvaluationData data = new EvaluationData.Streamed(model.info(), source, reader, ws.maxBatch());
            return EvaluationData.measure(this, model, data, ws);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
