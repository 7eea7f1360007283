package dev.longhand.training;

/**
 * Multiplies the learning rate by a factor whenever a metric, by default the validation loss, hasn't improved for some
 * epochs. It then counts its patience again, after a pause if {@link #cooldown} is set.
 *
 * <p>A patience of p epochs is that of Keras' {@code ReduceLROnPlateau}; PyTorch's reduces the rate one epoch later.
 */
public final class ReduceOnPlateau implements Callback, Resumable {

    private final double factor;
    private final int patience;
    private final Monitor monitor;
    private final double minDelta;
    private final int cooldown;
    private final double lowest;
    private double best;
    private int waited;
    private int pause;

    private ReduceOnPlateau(
            double factor, int patience, Monitor monitor, double minDelta, int cooldown, double lowest) {
        this.factor = factor;
        this.patience = patience;
        this.monitor = monitor;
        this.minDelta = minDelta;
        this.cooldown = cooldown;
        this.lowest = lowest;
        best = monitor.worst();
    }

    /** Multiplies by this factor, above 0 and below 1, after 10 epochs without a lower validation loss. */
    public static ReduceOnPlateau by(double factor) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor " + factor + " must be above 0 and below 1: try 0.1");
        }
        return new ReduceOnPlateau(factor, 10, Monitor.VALIDATION_LOSS, 0, 0, 0);
    }

    /** The same after this many epochs in a row without an improvement, at least 1. */
    public ReduceOnPlateau patience(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a patience of " + epochs + " epochs is impossible: use at least 1");
        }
        return new ReduceOnPlateau(factor, epochs, monitor, minDelta, cooldown, lowest);
    }

    /** The same with this metric. */
    public ReduceOnPlateau monitor(Monitor monitor) {
        return new ReduceOnPlateau(factor, patience, monitor, minDelta, cooldown, lowest);
    }

    /** The same, where only an improvement larger than this counts; default 0. */
    public ReduceOnPlateau minDelta(double minDelta) {
        if (!(minDelta >= 0)) {
            throw new IllegalArgumentException("minDelta " + minDelta + " must be at least 0");
        }
        return new ReduceOnPlateau(factor, patience, monitor, minDelta, cooldown, lowest);
    }

    /** The same with a pause of this many epochs after each reduction, in which patience isn't counted; default 0. */
    public ReduceOnPlateau cooldown(int epochs) {
        if (epochs < 0) {
            throw new IllegalArgumentException("a cooldown of " + epochs + " epochs is impossible: use at least 0");
        }
        return new ReduceOnPlateau(factor, patience, monitor, minDelta, epochs, lowest);
    }

    /** The same, but never below this share of the learning rate as set; default 0. */
    public ReduceOnPlateau downTo(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not from 0 to 1: use 0.01 for 1 %");
        }
        return new ReduceOnPlateau(factor, patience, monitor, minDelta, cooldown, share);
    }

    @Override
    public void onTrainingBegin(Training training) {
        monitor.requireOf(training, "ReduceOnPlateau");
        best = monitor.worst();
        waited = 0;
        pause = 0;
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        double value = result.get(monitor);
        if (pause > 0) {
            pause--;
            waited = 0;
        }
        if (monitor.isBetter(value, best, Double.isInfinite(best) ? 0 : minDelta)) {
            best = value;
            waited = 0;
        } else if (pause == 0) {
            waited++;
            if (waited >= patience && training.rateScale() > lowest) {
                training.scaleLearningRate(Math.max(factor, lowest / training.rateScale()));
                waited = 0;
                pause = cooldown;
            }
        }
    }

    @Override
    public Memory memory() {
        return new Memory().with("best", best).with("waited", waited).with("pause", pause);
    }

    @Override
    public void restore(Memory memory) {
        best = memory.number("best");
        waited = (int) memory.number("waited");
        pause = (int) memory.number("pause");
    }

    @Override
    public String toString() {
        return "ReduceOnPlateau[factor=" + factor + ", patience=" + patience + ", " + monitor + ", minDelta=" + minDelta
                + ", cooldown=" + cooldown + ", downTo=" + lowest + "]";
    }
}
