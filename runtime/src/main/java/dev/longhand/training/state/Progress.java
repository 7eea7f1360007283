package dev.longhand.training.state;

import dev.longhand.training.EpochResult;
import dev.longhand.training.OutputResult;
import dev.longhand.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a call of {@link Trainer#fit} is; with the model and the optimizer's state, all that it goes on from. */
public final class Progress {

    /** The epochs that the training had before this call. */
    public int epochsBefore;

    /** The last epoch planned. */
    public int lastEpoch;

    /** The steps that the training had before this call. */
    public long stepsBefore;

    /** The current epoch or, between two, the one that ended. */
    public int epoch;

    /** The batches of the current epoch that are done. */
    public int batch;

    /** Whether the current epoch has begun and isn't reported yet. */
    public boolean isInEpoch;

    /** What callbacks multiplied the learning rate by. */
    public double rateScale = 1;

    /** The factor of the last step's learning rate. */
    public double rateFactor = 1;

    /** The loss of the last batch. */
    public float loss;

    /** How long the current epoch took before the training was interrupted. */
    public double secondsBefore;

    /** Why the training ends early; null if it doesn't. */
    @Nullable
    public String stopReason;

    private boolean isInterrupted;

    /** The results of the epochs of this call. */
    public final List<EpochResult> results = new ArrayList<>();

    /** The results of several outputs in the epochs of this call; empty lists if there is one output. */
    public final List<List<OutputResult>> outputs = new ArrayList<>();

    /** Begins the current epoch again. */
    public void restartEpoch() {
        if (isInEpoch) {
            isInEpoch = false;
            epoch--;
            batch = 0;
            secondsBefore = 0;
        }
    }

    /** Whether the training ends because its thread was interrupted. */
    public boolean isInterrupted() {
        return isInterrupted;
    }

    /** Ends the training because its thread was interrupted. */
    public void interrupt() {
        if (stopReason == null) {
            stopReason = "the thread was interrupted";
            isInterrupted = true;
        }
    }
}
