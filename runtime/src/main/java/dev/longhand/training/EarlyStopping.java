package dev.longhand.training;

import java.util.Locale;

/**
 * Stops a training when a metric, by default the validation loss, hasn't improved for some epochs,
 * and restores the parameters of the best epoch, also after a training that ran to its end
 * (Prechelt, "Early stopping – but when?", 1998).
 */
public final class EarlyStopping implements Callback, Resumable {

    private final int patience;
    private final Monitor monitor;
    private final double minDelta;
    private final BestParameters best;
    private int epochsBefore;

    private EarlyStopping(int patience, Monitor monitor, double minDelta) {
        this.patience = patience;
        this.monitor = monitor;
        this.minDelta = minDelta;
        best = BestParameters.by(monitor, minDelta);
    }

    /** After this many epochs in a row, at least 1, without a lower validation loss. */
    public static EarlyStopping patience(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a patience of " + epochs + " epochs is impossible: use at least 1");
        }
        return new EarlyStopping(epochs, Monitor.VALIDATION_LOSS, 0);
    }

    /** The same with this metric. */
    public EarlyStopping monitor(Monitor monitor) {
        return new EarlyStopping(patience, monitor, minDelta);
    }

    /** The same, where only an improvement larger than this counts; default 0. */
    public EarlyStopping minDelta(double minDelta) {
        if (!(minDelta >= 0)) {
            throw new IllegalArgumentException("minDelta " + minDelta + " must be at least 0");
        }
        return new EarlyStopping(patience, monitor, minDelta);
    }

    @Override
    public void onTrainingBegin(Training training) {
        monitor.requireOf(training, "EarlyStopping");
        best.onTrainingBegin(training);
        epochsBefore = training.epoch();
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        best.onEpochEnd(training, result);
        if (result.epoch() - Math.max(epochsBefore, best.epoch()) >= patience) {
            training.stop(reason());
        }
    }

    private String reason() {
        String metric = monitor.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String epochs = patience == 1 ? "1 epoch" : patience + " epochs";
        return best.epoch() == 0
                ? metric + " has been infinite or NaN for " + epochs
                : metric + " has not improved for " + epochs + ", since epoch " + best.epoch();
    }

    @Override
    public Memory memory() {
        return best.memory().with("epochsBefore", epochsBefore);
    }

    @Override
    public void restore(Memory memory) {
        best.restore(memory);
        epochsBefore = (int) memory.number("epochsBefore");
    }

    @Override
    public void onDivergence(Training training) {
        best.onDivergence(training);
    }

    @Override
    public void onTrainingEnd(Training training) {
        best.onTrainingEnd(training);
    }

    /** The epoch with the best value of the metric; 0 if it never was a finite number. */
    public int bestEpoch() {
        return best.epoch();
    }

    @Override
    public String toString() {
        return "EarlyStopping[patience=" + patience + ", " + monitor + ", minDelta=" + minDelta + "]";
    }
}
