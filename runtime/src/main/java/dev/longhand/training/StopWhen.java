package dev.longhand.training;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stops a training after the first epoch that meets a condition. */
public final class StopWhen implements Callback, Resumable {

    private final Predicate<EpochResult> condition;
    private final String reason;
    private final @Nullable Monitor monitor;

    private StopWhen(Predicate<EpochResult> condition, String reason, @Nullable Monitor monitor) {
        this.condition = condition;
        this.reason = reason;
        this.monitor = monitor;
    }

    /** Stops when the training loss of an epoch is below this. */
    public static StopWhen lossBelow(double loss) {
        return new StopWhen(epoch -> epoch.loss() < loss, "the loss is below " + loss, Monitor.LOSS);
    }

    /** Stops when the training accuracy of an epoch is at least this, a share from 0 to 1. */
    public static StopWhen accuracyReaches(double accuracy) {
        return new StopWhen(
                epoch -> epoch.accuracy() >= accuracy, "the accuracy has reached " + accuracy, Monitor.ACCURACY);
    }

    /** Stops when the validation accuracy of an epoch is at least this, a share from 0 to 1. */
    public static StopWhen validationAccuracyReaches(double accuracy) {
        return new StopWhen(
                epoch -> epoch.validationAccuracy() >= accuracy,
                "the validation accuracy has reached " + accuracy,
                Monitor.VALIDATION_ACCURACY);
    }

    /** Stops when an epoch meets this condition; the reason is for {@link History#stopReason}. */
    public static StopWhen epochMeets(String reason, Predicate<EpochResult> condition) {
        return new StopWhen(condition, reason, null);
    }

    @Override
    public void onTrainingBegin(Training training) {
        if (monitor != null) {
            monitor.requireOf(training, "StopWhen");
        }
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        if (condition.test(result)) {
            training.stop(reason);
        }
    }

    /** Nothing: an epoch is looked at alone. */
    @Override
    public Memory memory() {
        return new Memory();
    }

    @Override
    public void restore(Memory memory) {}

    @Override
    public String toString() {
        return "StopWhen " + reason;
    }
}
