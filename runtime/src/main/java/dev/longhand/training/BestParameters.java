package dev.longhand.training;

import org.jspecify.annotations.Nullable;

/**
 * Restores, after the training, the parameters of the epoch with the best value of a metric, by
 * default the validation loss.
 */
public final class BestParameters implements Callback, Resumable {

    private final Monitor monitor;
    private final double minDelta;
    private float @Nullable [] best;
    private double bestValue;
    private int bestEpoch;

    /** The parameters and the state of the model being trained. */
    private int numbers;

    private BestParameters(Monitor monitor, double minDelta) {
        this.monitor = monitor;
        this.minDelta = minDelta;
        bestValue = monitor.worst();
    }

    /** Restores the parameters with the lowest validation loss. */
    public static BestParameters restore() {
        return by(Monitor.VALIDATION_LOSS, 0);
    }

    static BestParameters by(Monitor monitor, double minDelta) {
        return new BestParameters(monitor, minDelta);
    }

    /** Restores the parameters with the best value of this metric. */
    public BestParameters monitor(Monitor monitor) {
        return new BestParameters(monitor, minDelta);
    }

    @Override
    public void onTrainingBegin(Training training) {
        monitor.requireOf(training, "BestParameters");
        best = null;
        bestValue = monitor.worst();
        bestEpoch = 0;
        numbers = training.model().info().parameterCount()
                + training.model().info().stateCount();
    }

    @Override
    public void onEpochEnd(Training training, EpochResult result) {
        double value = result.get(monitor);
        if (!monitor.isBetter(value, bestValue, bestEpoch == 0 ? 0 : minDelta)) {
            return;
        }
        bestValue = value;
        bestEpoch = result.epoch();
        if (best == null) {
            best = training.model().parameters().copy();
        } else {
            training.model().parameters().copyTo(best);
        }
    }

    @Override
    public Memory memory() {
        Memory memory = new Memory().with("bestValue", bestValue).with("bestEpoch", bestEpoch);
        return best == null ? memory : memory.with("best", best);
    }

    @Override
    public void restore(Memory memory) {
        bestValue = memory.number("bestValue");
        bestEpoch = (int) memory.number("bestEpoch");
        float[] parameters = memory.arrays().get("best");
        if (parameters != null && parameters.length != numbers) {
            throw new IllegalArgumentException(
                    "the best parameters are " + parameters.length + " numbers, not " + numbers);
        }
        best = parameters == null ? null : parameters.clone();
    }

    @Override
    public void onDivergence(Training training) {
        if (best != null) {
            training.keepBest(best, bestEpoch);
        }
    }

    @Override
    public void onTrainingEnd(Training training) {
        if (best != null) {
            training.model().parameters().set(best);
        }
    }

    /** The best epoch so far; 0 before the first. */
    public int epoch() {
        return bestEpoch;
    }

    @Override
    public String toString() {
        return "BestParameters[" + monitor + ", minDelta=" + minDelta + "]";
    }
}
