package dev.longhand.training;

import dev.longhand.training.guard.Divergence;

/**
 * The loss, a gradient, the parameters or the optimizer's state became infinite or NaN during training. The model has the
 * parameters of the end of the last finite epoch, or its initial ones if there was none; with a callback that restores
 * the best epoch, such as {@link EarlyStopping} or {@link BestParameters}, those of the best.
 */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final int batch;
    private final String layer;
    private final transient History history;

    /**
     * An exception for the current batch of a training.
     *
     * @param what what is no longer finite, as the beginning of a sentence
     * @param parameters where the model's parameters are from now
     */
    TrainingDivergedException(Training training, String what, Divergence divergence, String parameters) {
        super("%s: %s in epoch %s, batch %s: %s; its parameters are back at those from %s. %s"
                .formatted(
                        training.model().info().name(),
                        what,
                        training.epoch(),
                        training.batch(),
                        divergence.description(),
                        parameters,
                        divergence.fromData()
                                ? "Check the data set"
                                : "Try a lower learning rate than " + (float) training.plannedRate()
                                        + ", and inputs scaled to about −1 to 1"));
        epoch = training.epoch();
        batch = training.batch();
        layer = divergence.layer();
        history = training.history();
    }

    /** The epoch in which it was found, counted from 1. */
    public int epoch() {
        return epoch;
    }

    /** The batch in which it was found, counted from 1; the epoch's last one if parameters aren't finite. */
    public int batch() {
        return batch;
    }

    /** The first layer with such a number, or {@code input} or {@code targets} if the data contain it. */
    public String layer() {
        return layer;
    }

    /** The results of the epochs before. */
    public History history() {
        return history;
    }
}
