package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final SampleSource data;
    private final String dataInWords;
    private final List<Double> values = new ArrayList<>();

    private MetricRecorder(Metric metric, SampleSource data, String dataInWords) {
        this.metric = metric;
        this.data = data;
        this.dataInWords = dataInWords;
    }

    /** Measures this metric on these samples, which are usually held out from training. */
    public static MetricRecorder of(Metric metric, Dataset data) {
        return new MetricRecorder(metric, data.asSource(), data.toString());
    }

    /** The same on a source, which is read after each epoch; what can't be read is an {@link UncheckedIOException}. */
    public static MetricRecorder of(Metric metric, SampleSource source) {
        return new MetricRecorder(metric, source, Validation.describe(source));
    }

    @Override
    public void onTrainingBegin(Training training) {
        data.requireFits(training.model().info());
        values.clear();
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        try {
            values.add(metric.of(training.model(), data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The metric after each epoch of the last training. */
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
        return "MetricRecorder of \"" + metric.name() + "\" on " + dataInWords;
    }
}
