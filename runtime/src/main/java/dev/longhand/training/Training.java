package dev.longhand.training;

import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.training.batch.BatchLoader;
import dev.longhand.training.batch.Batches;
import dev.longhand.training.checkpoint.CheckpointWriter;
import dev.longhand.training.guard.Divergence;
import dev.longhand.training.guard.Failure;
import dev.longhand.training.guard.NotFiniteException;
import dev.longhand.training.state.EpochTotals;
import dev.longhand.training.state.Progress;
import dev.longhand.training.state.TrainingState;
import dev.longhand.training.step.WeightAverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running training as callbacks see it: its progress, and a way to stop it.
 *
 * <p>Each step checks the loss before it changes anything. Parameters and the optimizer's state are checked after some
 * batches and each epoch, at whose end finite parameters are copied, so that an epoch that diverges is undone as a whole.
 */
public final class Training {

    /** After so many batches, the parameters are looked at; an infinite one needn't make the loss infinite. */
    private static final int CHECKED = 32;

    private final TrainingSettings settings;
    private final Model model;
    private final BatchLoader loader;
    private final @Nullable Validation validation;
    private final Task task;
    private final EpochTotals totals;
    private final TrainingStep step;
    private final List<Callback> callbacks;
    private final Batches batches;
    private final Progress progress;
    private final TrainingState state;
    private final TrainingStart start;
    private final long totalSteps;
    private final List<String> warnings = new ArrayList<>();
    private final float[] lastGood;
    private final @Nullable WeightAverage average;
    private final CheckpointWriter checkpoints;
    private long epochStart;
    private boolean isInterruptedInEpoch;
    private String kept = "";

    Training(
            TrainingState state,
            TrainingSettings settings,
            TrainingStep step,
            TrainingStart start,
            BatchLoader loader) {
        this.state = state;
        this.start = start;
        this.loader = loader;
        task = loader.task();
        batches = loader.batches();
        model = state.model();
        this.settings = settings;
        this.step = step;
        progress = state.progress();
        totals = state.totals();
        lastGood = state.lastGood();
        average = step.control().average();
        checkpoints = new CheckpointWriter(
                settings.checkpoints == null ? null : settings.checkpoints.schedule(), state, this::warn);
        validation = settings.validation == null
                ? null
                : new Validation(step, model, settings.validation.readBy(settings.readers), task);
        callbacks = settings.callbacks;
        if (progress.batch > batches.count()) {
            progress.restartEpoch();
        }
        totalSteps = progress.stepsBefore + (progress.lastEpoch - progress.epochsBefore) * settings.stepsOf(batches);
    }

    History run() {
        callbacks.forEach(callback -> callback.onTrainingBegin(this));
        start.warnings().forEach(this::warn);
        if (start.checkpoint() != null) {
            start.checkpoint().restore(state);
            checkpoints.resumed(start.checkpoint());
        }
        while (!isStopped() && (progress.isInEpoch || progress.epoch < progress.lastEpoch)) {
            runEpoch();
        }
        checkpoints.end(isInterruptedInEpoch, progress.secondsBefore);
        progress.epoch = progress.epochsBefore + progress.results.size();
        if (average != null) {
            average.apply(model.parameters());
        }
        callbacks.forEach(callback -> callback.onTrainingEnd(this));
        return history();
    }

    private void runEpoch() {
        epochStart = System.nanoTime();
        int batchBefore = progress.batch;
        if (!progress.isInEpoch) {
            progress.epoch++;
            progress.batch = 0;
            progress.secondsBefore = 0;
            totals.clear();
        }
        loader.begin(progress.epoch, progress.batch, progress.lastEpoch);
        callbacks.forEach(callback -> callback.onEpochBegin(this));
        if (progress.stopReason != null) {
            leaveEmptyEpoch(batchBefore);
            return;
        }
        while (progress.batch < batches.count()) {
            runBatch();
            if (isStopped()) {
                break;
            }
        }
        if (!progress.isInEpoch) {
            leaveEmptyEpoch(batchBefore);
            return;
        }
        if (progress.isInterrupted()) {
            isInterruptedInEpoch = true;
            checkpoints.afterInterruption(secondsOfEpoch());
        }
        requireFiniteParameters();
        model.parameters().copyTo(lastGood);
        endEpoch();
    }

    /** After an epoch that ended before its first batch: the position is that of the epoch before. */
    private void leaveEmptyEpoch(int batchBefore) {
        progress.epoch -= progress.isInEpoch ? 0 : 1;
        progress.batch = batchBefore;
    }

    /** Whether to end here: after a call of {@link #stop}, or an interruption, whose flag is kept. */
    private boolean isStopped() {
        if (Thread.currentThread().isInterrupted()) {
            progress.interrupt();
        }
        return progress.stopReason != null;
    }

    private double secondsOfEpoch() {
        return progress.secondsBefore + (System.nanoTime() - epochStart) / 1e9;
    }

    private void runBatch() {
        int n = batches.samplesOf(progress.batch);
        progress.batch++;
        boolean isLast = progress.batch == batches.count();
        boolean endsStep = isLast || progress.batch % settings.accumulated == 0;
        double factorBefore = progress.rateFactor;
        progress.rateFactor = settings.schedule.factor(steps(), totalSteps) * progress.rateScale;
        try {
            progress.loss = step.run(loader, progress.rateFactor, endsStep);
        } catch (NotFiniteException e) {
            throw diverged("a sample isn't finite", e.divergence());
        } catch (InterruptedException e) {
            progress.batch--;
            progress.rateFactor = factorBefore;
            Thread.currentThread().interrupt();
            return;
        }
        progress.isInEpoch = true;
        if (!Float.isFinite(progress.loss)) {
            throw divergedInBatch(n);
        }
        if (progress.batch % CHECKED == 0 && !Divergence.areFinite(model.parameters())) {
            requireFiniteParameters();
        }
        totals.add(progress.loss, step.workspace(), n);
        for (int i = 0; i < callbacks.size(); i++) {
            callbacks.get(i).onBatchEnd(this);
        }
        checkpoints.afterBatch(isLast, secondsOfEpoch());
    }

    /** Validates and reports, with the moving average of the parameters if there is one. */
    private void endEpoch() {
        if (average != null) {
            average.apply(model.parameters());
        }
        Evaluation evaluation = validated();
        progress.outputs.add(totals.outputs(evaluation));
        EpochResult result = totals.result(epoch(), evaluation, learningRate(), secondsOfEpoch());
        progress.results.add(result);
        progress.isInEpoch = false;
        callbacks.forEach(callback -> callback.onEpochEnd(this, result));
        if (average != null) {
            average.undo(model.parameters());
        }
        if (!isInterruptedInEpoch) {
            checkpoints.afterEpoch();
        }
    }

    /** The validation, after metrics of one's own; null without one, or if it's interrupted and will be repeated. */
    private @Nullable Evaluation validated() {
        if (isInterruptedInEpoch) {
            return null;
        }
        try {
            for (Callback callback : callbacks) {
                if (callback instanceof MetricRecorder recorder) {
                    recorder.measure(model, settings.readers);
                }
            }
            return validation == null ? null : validation.run();
        } catch (RuntimeException e) {
            if (!Interruption.isCauseOf(e)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            progress.interrupt();
            keepEpoch();
            return null;
        }
    }

    /** Writes a checkpoint from which the end of the epoch is repeated, validation and callbacks included. */
    private void keepEpoch() {
        if (average != null) {
            average.undo(model.parameters());
        }
        isInterruptedInEpoch = true;
        checkpoints.afterInterruption(secondsOfEpoch());
        if (average != null) {
            average.apply(model.parameters());
        }
    }

    private TrainingDivergedException divergedInBatch(int n) {
        Failure failure = step.foundGradient()
                ? Failure.ofGradient(model, step.workspace())
                : Failure.ofLoss(progress.loss, model, step.workspace(), n, progress.batch == 1, loader::sample);
        progress.batch -= failure.isOfStepBefore() ? 1 : 0;
        return diverged(failure.what(), failure.divergence());
    }

    private void requireFiniteParameters() {
        Failure failure = Failure.ofState(model, step.optimizer());
        if (failure != null) {
            throw diverged(failure.what(), failure.divergence());
        }
    }

    private TrainingDivergedException diverged(String what, Divergence found) {
        model.parameters().set(lastGood);
        kept = progress.epoch == 1 ? "before the training" : "the end of epoch " + (progress.epoch - 1);
        callbacks.forEach(callback -> callback.onDivergence(this));
        Divergence inData = found.fromData() ? null : loader.notFinite();
        return new TrainingDivergedException(this, what, inData == null ? found : inData, kept);
    }

    private void warn(String warning) {
        warnings.add(warning);
        callbacks.forEach(callback -> callback.onWarning(this, warning));
    }

    /** Gives the model the parameters of the best epoch of a training that diverged. */
    void keepBest(float[] parameters, int bestEpoch) {
        model.parameters().set(parameters);
        kept = "the end of epoch " + bestEpoch + ", the best one";
    }

    /** The model being trained. */
    public Model model() {
        return model;
    }

    /** The task of the model, inferred from its samples. */
    public Task task() {
        return task;
    }

    /** The settings that the result depends on, and the data, in words, by name, as checkpoints keep them. */
    public Map<String, String> settings() {
        return state.description();
    }

    /** Whether there is a validation set. */
    public boolean hasValidation() {
        return validation != null;
    }

    /** The number of the current epoch, or of the one that just ended, counted from 1; 0 before the first one. */
    public int epoch() {
        return progress.epoch;
    }

    /** The number of the last epoch planned. */
    public int epochs() {
        return progress.lastEpoch;
    }

    /** The number of the batch that just ended, counted from 1; 0 before the first of an epoch. */
    public int batch() {
        return progress.batch;
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
        return progress.loss;
    }

    /** The loss of this epoch so far, see {@link Evaluation#loss}; NaN before the first batch. */
    public double meanLoss() {
        return totals.meanLoss();
    }

    /** The accuracy of this epoch so far; NaN for regression or before the first batch. */
    public double accuracy() {
        return totals.accuracy();
    }

    /** The results of several outputs in the epoch that just ended, see {@link History#outputs}; none of a single one. */
    public List<OutputResult> outputs() {
        int ended = progress.outputs.size();
        return ended == 0 ? List.of() : progress.outputs.get(ended - 1);
    }

    /** The learning rate of the last step. */
    public double learningRate() {
        return plannedRate() * progress.rateFactor;
    }

    /** The learning rate as it's set. */
    double plannedRate() {
        return settings.optimizer.learningRate();
    }

    /**
     * Multiplies the learning rate of all steps to come by a factor; the product of these factors is {@link #rateScale}.
     *
     * @param factor above 0
     */
    public void scaleLearningRate(double factor) {
        if (!(factor > 0) || !Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor " + factor + " of the learning rate must be above 0: try 0.5");
        }
        progress.rateScale *= factor;
    }

    /** What the learning rate is multiplied by beside the schedule's factor: 1 unless a callback changed it. */
    public double rateScale() {
        return progress.rateScale;
    }

    /**
     * The Euclidean norm of the last step's gradients before they were clipped; NaN before the first step, or if {@link
     * Trainer#clipNorm} isn't set.
     */
    public double gradientNorm() {
        return step.control().gradientNorm();
    }

    /** The step that the training repeats: its workspace and the optimizer's state. */
    public TrainingStep step() {
        return step;
    }

    /** Whether the epoch that ends has no validation because the thread was interrupted. */
    boolean isInterruptedInEpoch() {
        return isInterruptedInEpoch;
    }

    /** The results of the epochs so far. */
    public History history() {
        return new History(progress.results, progress.outputs, progress.stopReason, warnings);
    }

    /**
     * Ends the training after the current batch or epoch; the epoch is reported as usual, unless it has
     * no batch yet. A checkpoint keeps that the training is over; to end one that is to be resumed, interrupt its thread.
     *
     * @param reason why, for {@link History#stopReason()}
     */
    public void stop(String reason) {
        if (progress.stopReason == null) {
            progress.stopReason = reason;
        }
    }
}
