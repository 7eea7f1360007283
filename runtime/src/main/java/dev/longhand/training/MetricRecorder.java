package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Metric;
import dev.longhand.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures a {@link Metric} of your own on a data set after each epoch.
 *
 * <pre>{@code
 * MetricRecorder largestError = MetricRecorder.of(metric, validation);
 * Trainer.of(model).callback(largestError).fit(train);
 * largestError.values();
 * }</pre>
 */
public final class MetricRecorder implements Callback, Resumable {

    private final Metric metric;
    private final HeldOutSamples data;
    private final List<Double> values = new ArrayList<>();

    /** The metric of the epoch that ends, if it has been measured. */
    private @Nullable Double measured;

    private MetricRecorder(Metric metric, HeldOutSamples data) {
        this.metric = metric;
        this.data = data;
    }

    /** Measures this metric on these samples, which are usually held out from training. */
    public static MetricRecorder of(Metric metric, Dataset data) {
        return new MetricRecorder(metric, HeldOutSamples.of(data));
    }

    /**
     * The same on a source, which is read after each epoch by other threads, see {@link Trainer#readers}; what can't be
     * read is an {@link UncheckedIOException}.
     */
    public static MetricRecorder of(Metric metric, SampleSource source) {
        return new MetricRecorder(metric, HeldOutSamples.of(source));
    }

    @Override
    public void onTrainingBegin(Training training) {
        data.source().requireFits(training.model().info());
        values.clear();
        measured = null;
    }

    /** Measures the metric before the epoch is reported, so that an interruption finds the epoch as it was. */
    void measure(Model model, int readers) {
        try {
            measured = metric.of(model, data.readBy(readers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        if (measured == null && !training.isInterruptedInEpoch()) {
            measure(training.model(), 1);
        }
        values.add(measured == null ? Double.NaN : measured);
        measured = null;
    }

    /** The metric after each epoch of the last training; NaN after one in which it was interrupted. */
    public double[] values() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Memory memory() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            numbers.put("epoch" + i, values.get(i));
        }
        return new Memory(numbers, Map.of());
    }

    @Override
    public void restore(Memory memory) {
        values.clear();
        for (int i = 0; i < memory.numbers().size(); i++) {
            values.add(memory.number("epoch" + i));
        }
    }

    /** The metric's name and the data, by which a checkpoint recognizes it. */
    @Override
    public String toString() {
        return "MetricRecorder of \"" + metric.name() + "\" on " + data.words();
    }
}
