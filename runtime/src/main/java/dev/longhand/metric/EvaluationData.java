package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.data.TargetRange;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The samples of an evaluation, read once, one block after the other. */
sealed interface EvaluationData {

    /** The means of the targets by their weights or, if they aren't known, numbers near them, [outputs]. */
    double[] centres(Workspace ws);

    /** Writes the next samples into a workspace, as many as it holds, and returns their number; 0 at the end. */
    int next(Workspace ws);

    /** Σ(t − c)² − Σ(t − t̄)² of all samples and of {@code count} columns of the targets, c the centres. */
    double excessSpread(int from, int count);

    /** A workspace for all samples of a source, which holds as many as one for a data set of its size. */
    static Workspace workspace(ModelInfo model, SampleSource source) {
        long samples = source.size() == SampleSource.UNKNOWN ? Integer.MAX_VALUE : source.size();
        int most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, samples));
        return Workspace.forEvaluating(model, most, Threads.of(1));
    }

    /** A metric of all samples. */
    static double measure(Metric metric, Model model, EvaluationData data, Workspace ws) {
        Metric.Measurement measurement = metric.begin(model.info().outputSize());
        for (int n = data.next(ws); n > 0; n = data.next(ws)) {
            model.forward(ws, n);
            measurement.add(ws.output(), ws.targets(), ws.weights(), n);
        }
        return measurement.value();
    }

    /** All samples of a data set. */
    static EvaluationData of(Dataset data) {
        return new InMemory(data);
    }

    /** A data set, whose target means are computed first. */
    final class InMemory implements EvaluationData {

        private final Dataset data;
        private int next;

        InMemory(Dataset data) {
            this.data = data;
        }

        @Override
        public double[] centres(Workspace ws) {
            int m = data.targetSize();
            int steps = ws.weights().outputSteps();
            double[] means = new double[m];
            double[] weights = new double[steps];
            for (int first = 0; first < data.size(); first += ws.maxBatch()) {
                int n = Math.min(ws.maxBatch(), data.size() - first);
                data.copyTargets(first, n, ws);
                boolean isWeighted = ws.isWeighted();
                for (int i = 0; i < n * m; i++) {
                    double w = isWeighted ? ws.weights().of(i / m, i % m, m) : 1;
                    means[i % m] += w == 0 ? 0 : w * ws.targets()[i];
                }
                for (int i = 0; i < n * steps; i++) {
                    weights[i % steps] += ws.weights().of(i / steps, i % steps, steps);
                }
            }
            for (int j = 0; j < m; j++) {
                means[j] /= weights[j / (m / steps)];
            }
            return means;
        }

        @Override
        public int next(Workspace ws) {
            int n = Math.min(ws.maxBatch(), data.size() - next);
            data.copy(next, n, ws);
            next += n;
            return n;
        }

        @Override
        public double excessSpread(int from, int count) {
            return 0;
        }
    }

    /** A source; the targets of its first sample are the centres. Throws {@link UncheckedIOException}. */
    final class Streamed implements EvaluationData {

        private final ModelInfo model;
        private final SampleReader reader;
        private final SampleBuffer buffer;
        private final double[] centres;
        private final double[] deviations;
        private final double[] weights;
        private int ready;
        private long samples;

        Streamed(ModelInfo model, SampleSource source, SampleReader reader, int block) {
            this.model = model;
            this.reader = reader;
            buffer = new SampleBuffer(block, source.inputShape().size(), source.targetSize());
            centres = new double[source.targetSize()];
            deviations = new double[source.targetSize()];
            weights = new double[source.targetSize()];
            ready = read();
            for (int j = 0; j < centres.length; j++) {
                centres[j] = Float.isFinite(buffer.targets()[j]) ? buffer.targets()[j] : 0;
            }
        }

        private int read() {
            buffer.clear(0, buffer.rows());
            try {
                return reader.read(buffer, 0, buffer.rows());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public double[] centres(Workspace ws) {
            return centres;
        }

        @Override
        public int next(Workspace ws) {
            int n = samples == 0 ? ready : read();
            long first = samples;
            TargetRange.require(model, buffer.targets(), n, row -> first + row);
            buffer.mask(model, n, row -> first + row);
            buffer.copyTo(ws, n);
            int m = centres.length;
            boolean isWeighted = ws.isWeighted();
            for (int i = 0; i < n * m; i++) {
                double w = isWeighted ? ws.weights().of(i / m, i % m, m) : 1;
                deviations[i % m] += w == 0 ? 0 : w * (buffer.targets()[i] - centres[i % m]);
                weights[i % m] += w;
            }
            samples += n;
            ready = 0;
            return n;
        }

        @Override
        public double excessSpread(int from, int count) {
            double excess = 0;
            for (int j = from; j < from + count; j++) {
                excess += weights[j] == 0 ? 0 : deviations[j] * deviations[j] / weights[j];
            }
            return excess;
        }
    }
}
