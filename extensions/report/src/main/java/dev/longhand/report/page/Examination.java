package dev.longhand.report.page;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import java.util.Optional;

/**
 * What a network does with some data.
 *
 * @param name what the data is called
 * @param data the samples
 * @param evaluation the metrics
 * @param outputs the predictions, [n][output], flat; none if samples have several, or are too many to keep
 */
public record Examination(String name, Dataset data, Evaluation evaluation, Optional<float[]> outputs) {

    /** The samples that are predicted at a time. */
    private static final int BATCH = 256;

    /** The most predicted numbers that are kept: 64 MiB. */
    private static final long MOST_OUTPUTS = 1 << 24;

    /** Evaluates the model and keeps its predictions, if each sample has one. */
    public static Examination of(String name, Model model, Dataset data) {
        Evaluation evaluation = Evaluation.of(model, data);
        Task task = evaluation.task();
        boolean isKept = task.kind() != Task.Kind.SEVERAL
                && task.steps() == 1
                && !model.info().masking().isMasked()
                && (long) data.size() * model.info().outputSize() <= MOST_OUTPUTS;
        return new Examination(name, data, evaluation, isKept ? Optional.of(predict(model, data)) : Optional.empty());
    }

    private static float[] predict(Model model, Dataset data) {
        int size = model.info().outputSize();
        float[] outputs = new float[data.size() * size];
        float[] x = new float[Math.min(BATCH, data.size()) * data.inputShape().size()];
        float[] y = new float[Math.min(BATCH, data.size()) * size];
        for (int first = 0; first < data.size(); first += BATCH) {
            int n = Math.min(BATCH, data.size() - first);
            data.copyInputs(first, n, x);
            model.predict(x, n, y);
            System.arraycopy(y, 0, outputs, first * size, n * size);
        }
        return outputs;
    }
}
