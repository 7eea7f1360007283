package dev.longhand.training;

import java.util.function.Predicate;

/** Stops a training after the first epoch that meets a condition. */
public final class StopWhen implements Callback {

    private final Predicate<EpochResult> condition;
    private final String reason;

    private StopWhen(Predicate<EpochResult> condition, String reason) {
        this.condition = condition;
        this.reason = reason;
    }

    /** When the training loss of an epoch is below this. */
    public static StopWhen lossBelow(double loss) {
        return when("the loss is below " + loss, epoch -> epoch.loss() < loss);
    }

    /** When the training accuracy of an epoch is at least this, a share from 0 to 1. */
    public static StopWhen accuracyReaches(double accuracy) {
        return when("the accuracy has reached " + accuracy, epoch -> epoch.accuracy() >= accuracy);
    }

    /** When the validation accuracy of an epoch is at least this, a share from 0 to 1. */
    public static StopWhen validationAccuracyReaches(double accuracy) {
        return when("the validation accuracy has reached " + accuracy, epoch -> epoch.validationAccuracy() >= accuracy);
    }

    /** When this holds for an epoch. */
    public static StopWhen when(String reason, Predicate<EpochResult> condition) {
        return new StopWhen(condition, reason);
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        if (condition.test(result)) {
            training.stop(reason);
        }
    }
}
