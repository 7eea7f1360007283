package dev.longhand.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a call of {@link Trainer#fit} is; with the model and the optimizer's state, all that it goes on from. */
final class Progress {

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
}
