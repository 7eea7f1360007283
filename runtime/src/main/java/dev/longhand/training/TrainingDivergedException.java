package dev.longhand.training;

/**
 * The loss, the parameters or the optimizer's state became infinite or NaN during training. The model has the parameters of the end of
 * the last finite epoch, or its initial ones if there was none.
 */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final int batch;
    private final String layer;
    private final transient History history;

    TrainingDivergedException(
            String model,
            String what,
            int epoch,
            int batch,
            Divergence divergence,
            double learningRate,
            History history) {
        super("%s: %s in epoch %s, batch %s: %s; its parameters are back at those from %s. %s"
                .formatted(
                        model,
                        what,
                        epoch,
                        batch,
                        divergence.description(),
                        epoch == 1 ? "before the training" : "the end of epoch " + (epoch - 1),
                        divergence.fromData()
                                ? "Check the data set"
                                : "Try a lower learning rate than " + (float) learningRate
                                        + ", and inputs scaled to about −1 to 1"));
        this.epoch = epoch;
        this.batch = batch;
        layer = divergence.layer();
        this.history = history;
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
