package dev.longhand.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a call of {@link Trainer#fit} is; with the model and the optimizer's state, all that it goes on from. */
final class Progress {

    private static final String INTERRUPTED = "the thread was interrupted";

    /** The epochs that the training had before this call. */
    int epochsBefore;

    /** The last epoch planned. */
    int lastEpoch;

    /** The steps that the training had before this call. */
    long stepsBefore;

    /** The current epoch or, between two, the one that ended. */
    int epoch;

    /** The batches of the current epoch that are done. */
    int batch;

    /** Whether the current epoch has begun and isn't reported yet. */
    boolean isInEpoch;

    /** What callbacks multiplied the learning rate by. */
    double rateScale = 1;

    /** The factor of the last step's learning rate. */
    double rateFactor = 1;

    /** The loss of the last batch. */
    float loss;

    /** How long the current epoch took before the training was interrupted. */
    double secondsBefore;

    /** Why the training ends early; null if it doesn't. */
    @Nullable
    String stopReason;

    /** The results of the epochs of this call. */
    final List<EpochResult> results = new ArrayList<>();

    /** Begins the current epoch again. */
    void restartEpoch() {
        if (isInEpoch) {
            isInEpoch = false;
            epoch--;
            batch = 0;
            secondsBefore = 0;
        }
    }

    /** Whether the training ends because its thread was interrupted. */
    boolean isInterrupted() {
        return INTERRUPTED.equals(stopReason);
    }

    /** Ends the training because its thread was interrupted. */
    void interrupt() {
        if (stopReason == null) {
            stopReason = INTERRUPTED;
        }
    }
}
