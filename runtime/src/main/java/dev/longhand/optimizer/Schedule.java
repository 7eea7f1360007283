package dev.longhand.optimizer;

/**
 * A learning-rate schedule: the factor of the learning rate at each step.
 *
 * <p>Steps are counted from 0; a training of e epochs of b batches has e·b steps.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * The factor of one step, at least 0.
     *
     * @param step the number of steps taken before, from 0
     * @param totalSteps the number of steps of the whole training
     */
    double factor(long step, long totalSteps);

    /** Always 1. */
    static Schedule constant() {
        return (step, totalSteps) -> 1;
    }

    /**
     * Multiplied by {@code decay} after every {@code steps} steps: decay^⌊step/steps⌋.
     *
     * @param decay above 0 and at most 1
     * @param steps at least 1
     */
    static Schedule stepDecay(double decay, long steps) {
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be above 0 and at most 1: try 0.5");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("a decay after every " + steps + " steps is impossible: use at least 1");
        }
        return (step, totalSteps) -> IntegerPower.of(decay, step / steps);
    }

    /**
     * Half a cosine from 1 down to 0: ½·(1 + cos(π·step/totalSteps)) (Loshchilov and Hutter, "SGDR:
     * stochastic gradient descent with warm restarts", 2017; without restarts), and 0 beyond.
     */
    static Schedule cosine() {
        return (step, totalSteps) -> 0.5 * (1 + Cosine.cosPi(Math.min(1, (double) step / totalSteps)));
    }

    /** A straight line from 1 down to 0: 1 − step/totalSteps, and 0 beyond. */
    static Schedule linear() {
        return (step, totalSteps) -> Math.max(0, 1 - (double) step / totalSteps);
    }

    /**
     * This schedule, its first {@code steps} steps scaled by (step + 1)/steps, which grows to 1 in a
     * straight line (Goyal et al., "Accurate, large minibatch SGD", 2017).
     *
     * @param steps at least 1
     */
    default Schedule warmUp(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a warm-up of " + steps + " steps is impossible: use at least 1");
        }
        return (step, totalSteps) -> Math.min(1, (step + 1.0) / steps) * factor(step, totalSteps);
    }
}
