package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.OutputSums.Figures;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a model's predictions on a data set, without dropout: its loss and, depending on the {@link Task},
 * its confusion matrix or the size of its errors. Samples count by their weights, and masked steps don't count. Immutable.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(model, test);
 * evaluation.accuracy();
 * System.out.println(evaluation);
 * }</pre>
 */
public final class Evaluation {

    private final String model;
    private final Task task;
    private final int samples;
    private final Figures figures;
    private final @Nullable ConfusionMatrix confusion;
    private final @Nullable String problem;
    private final Map<String, Evaluation> outputs;

    private Evaluation(
            String model,
            Task task,
            int samples,
            Figures figures,
            @Nullable ConfusionMatrix confusion,
            @Nullable String problem,
            Map<String, Evaluation> outputs) {
        this.model = model;
        this.task = task;
        this.samples = samples;
        this.figures = figures;
        this.confusion = confusion;
        this.problem = problem;
        this.outputs = Collections.unmodifiableMap(outputs);
    }

    /**
     * Evaluates the model on all samples, as the task that {@link Task#of} infers.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ or, with classes, if an output or a
     *     target is NaN or no target names a class
     */
    public static Evaluation of(Model model, Dataset data) {
        return of(model, data, Task.of(model.info(), data));
    }

    /** Evaluates the model on all samples, as this task. */
    public static Evaluation of(Model model, Dataset data, Task task) {
        data.requireFits(model.info());
        return of(model, data, task, Workspace.forEvaluating(model.info(), data.size(), Threads.of(1)));
    }

    /**
     * Evaluates the model on all samples of a source, which are read once, as the task that {@link Task#of} infers.
     *
     * @throws IOException if a sample can't be read
     */
    public static Evaluation of(Model model, SampleSource source) throws IOException {
        return of(model, source, Task.of(model.info(), source));
    }

    /** Evaluates the model on all samples of a source, as this task. */
    public static Evaluation of(Model model, SampleSource source, Task task) throws IOException {
        source.requireFits(model.info());
        try {
            return duringTraining(model, source, task, EvaluationData.workspace(model.info(), source))
                    .requireSound();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Runs all samples through the model in the given workspace, one full workspace at a time. */
    public static Evaluation of(Model model, Dataset data, Task task, Workspace ws) {
        return duringTraining(model, data, task, ws).requireSound();
    }

    private Evaluation requireSound() {
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return this;
    }

    /**
     * The same for a validation, which ends no training: where an output or a target is NaN, or no target names a class,
     * the accuracy is NaN, and there is no confusion matrix.
     */
    public static Evaluation duringTraining(Model model, Dataset data, Task task, Workspace ws) {
        data.requireFits(model.info());
        return evaluate(model, new EvaluationData.InMemory(data), task, ws);
    }

    /**
     * The same on a source.
     *
     * @throws UncheckedIOException if a sample can't be read
     */
    public static Evaluation duringTraining(Model model, SampleSource source, Task task, Workspace ws) {
        source.requireFits(model.info());
        try (SampleReader reader = source.open()) {
            return evaluate(model, new EvaluationData.Streamed(model.info(), source, reader, ws.maxBatch()), task, ws);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evaluation evaluate(Model model, EvaluationData data, Task task, Workspace ws) {
        ModelInfo info = model.info();
        if (task.outputs() * task.steps() != info.outputSize()
                || info.joinsOutputs() != (task.kind() == Task.Kind.SEVERAL)) {
            throw new IllegalArgumentException("the task is for " + task.outputs() * task.steps() + " outputs, but "
                    + info.name() + " has " + info.outputSize() + ": take Task.of or Task.regression of this network");
        }
        double[] centres = data.centres(ws);
        List<OutputSums> sums = new ArrayList<>();
        List<Task> tasks = Task.ofOutputs(info, task);
        for (int k = 0; k < tasks.size(); k++) {
            sums.add(new OutputSums(info, info.outputs().get(k), tasks.get(k), centres));
        }
        int size = 0;
        for (int n = data.next(ws); n > 0; n = data.next(ws)) {
            model.forward(ws, n);
            float loss = model.loss(ws, n);
            for (int k = 0; k < sums.size(); k++) {
                float own = info.joinsOutputs() ? ws.loss(info.outputs().get(k).layer()) : loss;
                sums.get(k).add(ws, n, own, size);
            }
            size = Math.addExact(size, n);
        }
        if (size == 0) {
            throw new IllegalArgumentException("an evaluation needs at least 1 sample, but the source has none");
        }
        return info.joinsOutputs() ? ofSeveral(info, task, size, data, sums) : of(sums.get(0), size, data);
    }

    private static Evaluation of(OutputSums sums, int size, EvaluationData data) {
        return new Evaluation(
                sums.name(), sums.task(), size, sums.figures(data), sums.confusion(), sums.problem(), Map.of());
    }

    /** The evaluation of a network with several outputs: the sum of their losses by weights, and one of each. */
    private static Evaluation ofSeveral(
            ModelInfo info, Task task, int size, EvaluationData data, List<OutputSums> sums) {
        Map<String, Evaluation> outputs = new LinkedHashMap<>();
        double loss = 0;
        String problem = null;
        for (int k = 0; k < sums.size(); k++) {
            Evaluation output = of(sums.get(k), size, data);
            loss += sums.get(k).weight() * output.loss();
            problem = problem == null ? output.problem : problem;
            outputs.put(info.outputs().get(k).name(), output);
        }
        Figures figures = new Figures(loss, Double.NaN, Double.NaN, Double.NaN);
        return new Evaluation(info.name(), task, size, figures, null, problem, outputs);
    }

    /**
     * The evaluation of one of several outputs: its loss without its weight, and the figures of its task.
     *
     * @param output the name of its layer
     * @throws IllegalArgumentException if the network hasn't several outputs, or none of this name
     */
    public Evaluation output(String output) {
        Evaluation found = outputs.get(output);
        if (found == null) {
            throw new IllegalArgumentException(
                    outputs.isEmpty()
                            ? model + " has one output, whose evaluation this is"
                            : model + " has no output \"" + output + "\", but " + names());
        }
        return found;
    }

    /** The evaluations of several outputs by their names, in order; empty if there is one output. */
    public Map<String, Evaluation> outputs() {
        return outputs;
    }

    private String names() {
        return outputs.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private void requireOneOutput() {
        if (!outputs.isEmpty()) {
            throw new IllegalStateException(
                    model + " has the outputs " + names() + ": look at each of them, such as output(\""
                            + outputs.keySet().iterator().next() + "\"), or at loss()");
        }
    }

    /** How outputs and targets were read. */
    public Task task() {
        return task;
    }

    /** The number of samples. */
    public int samples() {
        return samples;
    }

    /**
     * The number of rows of targets left out because their step is masked or they name no class, being all 0; 0 for
     * regression.
     */
    public int leftOut() {
        return confusion == null ? 0 : samples * task.steps() - confusion.total();
    }

    /**
     * The network's loss, the mean over the samples; if its classes are those of steps, over steps not left out. Of several
     * outputs the sum of their losses by their weights.
     */
    public double loss() {
        return figures.loss();
    }

    /**
     * Mean absolute error: the mean of |a − t| over samples and outputs.
     *
     * @throws IllegalStateException if the network has several outputs, see {@link #output}
     */
    public double meanAbsoluteError() {
        requireOneOutput();
        return figures.meanAbsoluteError();
    }

    /**
     * Root mean squared error: the root of the mean of (a − t)² over samples and outputs.
     *
     * @throws IllegalStateException if the network has several outputs, see {@link #output}
     */
    public double rootMeanSquaredError() {
        requireOneOutput();
        return Math.sqrt(figures.meanSquaredError());
    }

    /**
     * The coefficient of determination R² = 1 − Σ(a − t)²/Σ(t − t̄)², t̄ the mean of each output: 1 is
     * perfect, 0 as good as always giving the mean. Not a number or −∞ if all targets are equal.
     *
     * @throws IllegalStateException if the network has several outputs, see {@link #output}
     */
    public double r2() {
        requireOneOutput();
        return figures.r2();
    }

    /**
     * The number of samples of each class by predicted class.
     *
     * @throws IllegalStateException if this is regression, or the network has several outputs, see {@link #output}
     */
    public ConfusionMatrix confusion() {
        requireOneOutput();
        if (confusion == null) {
            throw new IllegalStateException(
                    problem != null
                            ? problem
                            : "this is a " + task
                                    + ", which has no classes: look at loss(), meanAbsoluteError() and r2()");
        }
        return confusion;
    }

    /**
     * The share of samples whose class was predicted, or of steps.
     *
     * @throws IllegalStateException if this is regression, or the network has several outputs, see {@link #output}
     */
    public double accuracy() {
        requireOneOutput();
        return problem != null ? Double.NaN : confusion().accuracy();
    }

    /** Precision of class 1 of two; of many classes the mean over those that have samples. */
    public double precision() {
        return binary() ? confusion().precision(1) : confusion().macro().precision();
    }

    /** Recall of class 1 of two; of many classes the mean over those that have samples. */
    public double recall() {
        return binary() ? confusion().recall(1) : confusion().macro().recall();
    }

    /** F1 of class 1 of two; of many classes the mean over those that have samples. */
    public double f1() {
        return binary() ? confusion().f1(1) : confusion().macro().f1();
    }

    private boolean binary() {
        return task.classes() == 2;
    }

    /** Which classes the means leave out, if any. */
    private static String absent(ConfusionMatrix confusion) {
        List<Integer> absent = confusion.absentClasses();
        if (absent.isEmpty()) {
            return "";
        }
        return " that have samples, without "
                + absent.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The evaluation as text: what was evaluated, the figures, and for classes the confusion matrix. */
    @Override
    public String toString() {
        String head = model + " on " + samples + (samples == 1 ? " sample: " : " samples: ") + task
                + (leftOut() == 0
                        ? ""
                        : ", " + leftOut() + " of " + samples * task.steps() + " targets of no class left out")
                + "\n";
        if (!outputs.isEmpty()) {
            return head
                    + String.format(Locale.ROOT, "loss %.5f\n", loss())
                    + outputs.values().stream().map(Evaluation::toString).collect(Collectors.joining());
        }
        if (confusion == null) {
            return head
                    + String.format(
                            Locale.ROOT,
                            "loss %.5f, mean absolute error %.5f, root mean squared error %.5f, R² %.5f\n",
                            loss(),
                            meanAbsoluteError(),
                            rootMeanSquaredError(),
                            r2());
        }
        return head
                + String.format(
                        Locale.ROOT,
                        "loss %.5f, accuracy %.4f, precision %.4f, recall %.4f, F1 %.4f (%s)\n",
                        loss(),
                        accuracy(),
                        precision(),
                        recall(),
                        f1(),
                        binary() ? "of class 1" : "means over the classes" + absent(confusion))
                + confusion;
    }
}
