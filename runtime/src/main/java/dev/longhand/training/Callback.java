package dev.longhand.training;

/**
 * Methods that are called during a training, which they may inspect, or stop by {@link Training#stop}.
 * Every method does nothing by default. All are called by the thread that trains, those of several
 * callbacks in the order in which they were added; an exception ends the training.
 *
 * <p>A callback with state resets it in {@link #onTrainingBegin}; it serves one training at a time. If the state is to
 * be part of checkpoints, the callback is {@link Resumable} too.
 */
public interface Callback {

    /** Before the first epoch: everything is checked, nothing is changed yet. */
    default void onTrainingBegin(Training training) {}

    /** A warning, see {@link History#warnings}; those about settings and data before the first batch. */
    default void onWarning(Training training, String warning) {}

    /** Before the first batch of an epoch. */
    default void onEpochBegin(Training training) {}

    /** After each batch. Called often, so it should be cheap. */
    default void onBatchEnd(Training training) {}

    /** After the last batch of an epoch and the validation. */
    default void onEpochEnd(Training training, EpochResult result) {}

    /**
     * After the training diverged: the model has the parameters of the last finite epoch again. The exception follows.
     */
    default void onDivergence(Training training) {}

    /** After the last epoch, planned or stopped; not after an exception. */
    default void onTrainingEnd(Training training) {}
}
