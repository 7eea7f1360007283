package dev.longhand.training;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Schedule;
import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running training as callbacks see it: its progress, and a way to stop it.
 *
 * <p>Each step checks the loss before it changes anything; the end of each epoch checks the parameters and the
 * optimizer's state, and copies the parameters if all are finite. So an epoch that diverges is undone as a whole, without a copy at each step.
 */
public final class Training {

    /** The key of the samples' order, so that it shares no random numbers with other uses of the seed. */
    private static final long PURPOSE = 0x65706f6368L;

    private static final String INTERRUPTED = "the thread was interrupted";

    private final TrainingSettings settings;
    private final Model model;
    private final TrainingSamples samples;
    private final @Nullable Dataset validation;
    private final Task task;
    private final TrainingStep step;
    private final List<Callback> callbacks;
    private final Batches batches;
    private final List<EpochResult> results = new ArrayList<>();
    private int epoch;
    private int batch;
    private float loss;
    private double lossSum;
    private long correct;
    private long named;
    private long seen;
    private double rateFactor = 1;
    private @Nullable String stopReason;

    Training(Model model, TrainingSettings settings, TrainingSamples samples, Batches batches, TrainingStep step) {
        this.model = model;
        this.settings = settings;
        this.samples = samples;
        this.batches = batches;
        this.step = step;
        validation = settings.validation;
        callbacks = settings.callbacks;
        task = Task.of(model.info(), samples.data());
        epoch = settings.epochsDone;
    }

    History run() {
        for (Callback callback : callbacks) {
            callback.onTrainingBegin(this);
        }
        int[] order = new int[samples.data().size()];
        float[] lastGood = model.parameters().copy();
        Workspace validationWorkspace = validation == null ? null : step.evaluationWorkspace(validation.size());
        for (epoch = settings.epochsDone + 1; epoch <= settings.epochs && !isStopped(); epoch++) {
            runEpoch(order, lastGood, validationWorkspace);
        }
        epoch = settings.epochsDone + results.size();
        for (Callback callback : callbacks) {
            callback.onTrainingEnd(this);
        }
        return history();
    }

    private void runEpoch(int[] order, float[] lastGood, @Nullable Workspace validationWorkspace) {
        long start = System.nanoTime();
        batch = 0;
        lossSum = 0;
        correct = 0;
        named = 0;
        seen = 0;
        orderSamples(order);
        samples.beginEpoch(epoch, batches.count());
        for (Callback callback : callbacks) {
            callback.onEpochBegin(this);
        }
        if (stopReason != null) {
            return;
        }
        do {
            runBatch(order, lastGood);
        } while (batch < batches.count() && !isStopped());
        requireFiniteParameters(lastGood);
        model.parameters().copyTo(lastGood);
        EpochResult result = result(start, validationWorkspace);
        results.add(result);
        for (Callback callback : callbacks) {
            callback.onEpochEnd(this, result);
        }
    }

    /** Whether to end here: after a call of {@link #stop}, or an interruption, whose flag is kept. */
    private boolean isStopped() {
        if (Thread.currentThread().isInterrupted()) {
            stop(INTERRUPTED);
        }
        return stopReason != null;
    }

    private void runBatch(int[] order, float[] lastGood) {
        int first = batches.firstOf(batch);
        int n = batches.samplesOf(batch);
        batch++;
        Schedule schedule = settings.schedule;
        rateFactor = schedule.factor(step.optimizer().steps(), (long) settings.epochs * batches.count());
        loss = step.run(samples, order, first, n, rateFactor);
        if (!Float.isFinite(loss)) {
            throw diverged(
                    "the loss became " + loss, Divergence.find(model, step.workspace(), order, first, n), lastGood);
        }
        lossSum += (double) loss * n;
        correct += task.correct(step.workspace().output(), step.workspace().targets(), n);
        named += task.named(step.workspace().targets(), n);
        seen += n;
        for (int i = 0; i < callbacks.size(); i++) {
            callbacks.get(i).onBatchEnd(this);
        }
    }

    private void orderSamples(int[] order) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (settings.shuffle) {
            Dataset.shuffle(order, CountedRandom.key(settings.seed, PURPOSE, epoch));
        }
    }

    private EpochResult result(long start, @Nullable Workspace validationWorkspace) {
        double validationLoss = Double.NaN;
        double validationAccuracy = Double.NaN;
        if (validation != null
                && validationWorkspace != null
                && !Thread.currentThread().isInterrupted()) {
            Evaluation evaluation = Evaluation.duringTraining(model, validation, task, validationWorkspace);
            validationLoss = evaluation.loss();
            validationAccuracy = task.isClassification() ? evaluation.accuracy() : Double.NaN;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EpochResult(
                epoch, meanLoss(), accuracy(), validationLoss, validationAccuracy, learningRate(), seconds);
    }

    private void requireFiniteParameters(float[] lastGood) {
        Divergence found = Divergence.inParameters(model);
        if (found != null) {
            throw diverged("the parameters are no longer finite", found, lastGood);
        }
        Divergence inOptimizer = Divergence.inOptimizer(model, step.optimizer());
        if (inOptimizer != null) {
            throw diverged("the optimizer's state is no longer finite", inOptimizer, lastGood);
        }
    }

    private TrainingDivergedException diverged(String what, Divergence found, float[] lastGood) {
        model.parameters().set(lastGood);
        Divergence inData = Divergence.inData(samples.data());
        Divergence divergence = inData == null ? found : inData;
        return new TrainingDivergedException(
                model.info().name(), what, epoch, batch, divergence, settings.optimizer.learningRate(), history());
    }

    /** The model being trained. */
    public Model model() {
        return model;
    }

    /** The task of the model, inferred from its samples. */
    public Task task() {
        return task;
    }

    /** Whether there is a validation set. */
    public boolean hasValidation() {
        return validation != null;
    }

    /**
     * The number of the current epoch, or of the one that just ended, counted from 1; 0 before the first
     * one.
     */
    public int epoch() {
        return epoch;
    }

    /** The number of the last epoch planned. */
    public int epochs() {
        return settings.epochs;
    }

    /** The number of the batch that just ended, counted from 1; 0 before the first of an epoch. */
    public int batch() {
        return batch;
    }

    /** The number of batches of an epoch. */
    public int batches() {
        return batches.count();
    }

    /** The number of steps taken, over all epochs. */
    public long steps() {
        return step.optimizer().steps();
    }

    /** The loss of the batch that just ended, the mean over its samples. */
    public float loss() {
        return loss;
    }

    /** The loss of this epoch so far, see {@link Evaluation#loss}; NaN before the first batch. */
    public double meanLoss() {
        return task.meanOfNamed(model.info().loss(), lossSum / seen, seen, named);
    }

    /** The accuracy of this epoch so far; NaN for regression or before the first batch. */
    public double accuracy() {
        return task.isClassification() ? (double) correct / named : Double.NaN;
    }

    /** The learning rate of the last step. */
    public double learningRate() {
        return settings.optimizer.learningRate() * rateFactor;
    }

    /** The step that the training repeats: its workspace and the optimizer's state. */
    public TrainingStep step() {
        return step;
    }

    /** The results of the epochs so far. */
    public History history() {
        return new History(results, stopReason);
    }

    /**
     * Ends the training after the current batch or epoch; the epoch is reported as usual, unless it has
     * no batch yet.
     *
     * @param reason why, for {@link History#stopReason()}
     */
    public void stop(String reason) {
        if (stopReason == null) {
            stopReason = reason;
        }
    }
}
