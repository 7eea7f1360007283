package dev.longhand.training;

import dev.longhand.model.Model;
import dev.longhand.optimizer.OptimizerState;
import dev.longhand.training.batch.BatchLoader;
import dev.longhand.training.state.Progress;
import dev.longhand.training.state.TrainingState;
import dev.longhand.training.step.WeightAverage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a training goes on from when {@link Trainer#fit} is called again: all trainers made from one share it. */
final class TrainingRun {

    private int epochs;
    private double rateScale = 1;
    private @Nullable OptimizerState optimizer;
    private @Nullable WeightAverage average;

    /** Trains as a call of fit does, on the batches of a loader. */
    History train(Model model, TrainingSettings settings, BatchLoader loader) {
        settings.requireWhole();
        Map<String, String> description = settings.describe(model.info(), loader.description());
        try (loader;
                TrainingStep step = TrainingStep.of(
                        model, settings.steps(), loader.batches().largest())) {
            long stepsOfEpoch = settings.stepsOf(loader.batches());
            TrainingStart start = TrainingStart.of(model, settings, this, step, stepsOfEpoch, description);
            start.warnings().addAll(loader.warnings(settings.optimizer));
            clear();
            TrainingState state = TrainingState.of(
                    model, loader.task(), description, settings.resumables(), step.control(), start.progress());
            History history = new Training(state, settings, step, start, loader).run();
            keep(start.progress(), step);
            return history;
        }
    }

    /** Whether the next call of fit is the first, or the first after one that failed. */
    boolean isNew() {
        return optimizer == null;
    }

    /** The epochs of the calls before. */
    int epochs() {
        return epochs;
    }

    /** Begins a call of fit where the last one ended. */
    Progress goOn(Model model, TrainingStep step) {
        Progress progress = new Progress();
        if (optimizer != null) {
            if (optimizer.arrays().keySet().equals(step.optimizer().arrays().keySet())) {
                step.optimizer().restore(optimizer.snapshot());
            }
            progress.epochsBefore = epochs;
            progress.stepsBefore = step.optimizer().steps();
            progress.epoch = epochs;
            progress.rateScale = rateScale;
        }
        WeightAverage weights = step.control().average();
        if (weights != null && average != null) {
            weights.goOn(average, model.parameters());
        }
        return progress;
    }

    /** Forgets everything, since a call of fit may fail. */
    private void clear() {
        epochs = 0;
        rateScale = 1;
        optimizer = null;
        average = null;
    }

    /** Keeps what the next call goes on from. */
    private void keep(Progress progress, TrainingStep step) {
        epochs = progress.epoch;
        rateScale = progress.rateScale;
        optimizer = step.optimizer();
        average = step.control().average();
    }
}
