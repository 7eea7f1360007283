package dev.longhand.optimizer;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A learning-rate schedule: the factor of the learning rate at each step.
 *
 * <p>Steps are counted from 0; a training of e epochs of b batches has e·b steps. A schedule of your own should have a
 * {@code toString} of its settings, by which a checkpoint recognizes it.
 *
 * <p>A learning rate that depends on results is the business of a callback: {@code
 * dev.longhand.training.ReduceOnPlateau}.
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
        return new NamedSchedule("constant()", (step, totalSteps) -> 1);
    }

    /**
     * Multiplied by {@code decay} after every {@code steps} steps: decay^⌊step/steps⌋.
     *
     * @param decay above 0 and at most 1
     * @param steps at least 1
     */
    static Schedule stepDecay(double decay, long steps) {
        requireDecay(decay);
        requireSteps(steps, "a decay after every " + steps + " steps");
        return new NamedSchedule(
                "stepDecay(" + decay + ", " + steps + ")", (step, totalSteps) -> IntegerPower.of(decay, step / steps));
    }

    /**
     * Multiplied by {@code decay} after each of these numbers of steps, as PyTorch's {@code MultiStepLR}.
     *
     * @param decay above 0 and at most 1
     * @param steps in rising order
     */
    static Schedule stepsAt(double decay, long... steps) {
        requireDecay(decay);
        long[] at = steps.clone();
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 1 || (i > 0 && at[i] <= at[i - 1])) {
                throw new IllegalArgumentException("the steps " + Arrays.toString(steps)
                        + " must be at least 1 and rise: each is a number of steps since the beginning");
            }
        }
        String list = Arrays.stream(at).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return new NamedSchedule("stepsAt(" + decay + ", " + list + ")", (step, totalSteps) -> {
            int passed = 0;
            while (passed < at.length && at[passed] <= step) {
                passed++;
            }
            return IntegerPower.of(decay, passed);
        });
    }

    /**
     * Falls by {@code decay} in every {@code steps} steps, a little at each step: decay^(step/steps). With as many steps
     * as an epoch has batches it's PyTorch's {@code ExponentialLR} at the end of each epoch.
     *
     * @param decay above 0 and at most 1
     * @param steps at least 1
     */
    static Schedule exponential(double decay, long steps) {
        requireDecay(decay);
        requireSteps(steps, "a decay over " + steps + " steps");
        double perStep = StrictMath.log(decay) / steps;
        return new NamedSchedule(
                "exponential(" + decay + ", " + steps + ")",
                (step, totalSteps) -> IntegerPower.of(decay, step / steps) * StrictMath.exp(perStep * (step % steps)));
    }

    /**
     * Half a cosine from 1 down to 0: ½·(1 + cos(π·step/totalSteps)) (Loshchilov and Hutter, "SGDR:
     * stochastic gradient descent with warm restarts", 2017; without restarts), and 0 beyond.
     */
    static Schedule cosine() {
        return new NamedSchedule("cosine()", (step, totalSteps) -> fall(Math.min(1, (double) step / totalSteps)));
    }

    /**
     * Half a cosine from 1 down to 0 over {@code steps} steps, then from 1 again over {@code growth} times as many, and
     * so on (Loshchilov and Hutter, 2017): PyTorch's {@code CosineAnnealingWarmRestarts}.
     *
     * @param steps of the first cosine, at least 1
     * @param growth at least 1; with 1 all have the same length
     */
    static Schedule cosineRestarts(long steps, int growth) {
        requireSteps(steps, "a restart after every " + steps + " steps");
        requireSteps(growth, "a growth of " + growth);
        return new NamedSchedule("cosineRestarts(" + steps + ", " + growth + ")", (step, totalSteps) -> {
            long rest = step;
            long length = steps;
            while (rest >= length) {
                rest -= growth == 1 ? rest / length * length : length;
                length *= growth;
            }
            return fall((double) rest / length);
        });
    }

    /** {@link #oneCycle(double)} with its peak after 0.3 of all steps. */
    static Schedule oneCycle() {
        return oneCycle(0.3);
    }

    /**
     * One cycle: from 1/25 up to 1 and down to 1/250,000, both along half a cosine (Smith and Topin,
     * "Super-convergence", 2018). These are the learning rates of PyTorch's {@code OneCycleLR}, whose {@code max_lr} is
     * the optimizer's learning rate; momentum stays as it is.
     *
     * @param share the share of the steps that leads up, above 0 and below 1
     */
    static Schedule oneCycle(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not between 0 and 1: use 0.3 for 30 %");
        }
        return new NamedSchedule("oneCycle(" + share + ")", (step, totalSteps) -> {
            double first = 1.0 / 25;
            double last = first / 10_000;
            double peak = share * totalSteps - 1;
            double end = totalSteps - 1.0;
            if (step <= peak) {
                return peak == 0 ? 1 : 1 + (first - 1) * fall(step / peak);
            }
            double begin = Math.max(0, peak);
            double done = end <= begin ? 0 : Math.min(1, (step - begin) / (end - begin));
            return last + (1 - last) * fall(done);
        });
    }

    /** A straight line from 1 down to 0: 1 − step/totalSteps, and 0 beyond. */
    static Schedule linear() {
        return new NamedSchedule("linear()", (step, totalSteps) -> Math.max(0, 1 - (double) step / totalSteps));
    }

    /**
     * This schedule, its first {@code steps} steps scaled by (step + 1)/steps, which grows to 1 in a
     * straight line (Goyal et al., "Accurate, large minibatch SGD", 2017).
     *
     * @param steps at least 1
     */
    default Schedule warmUp(long steps) {
        requireSteps(steps, "a warm-up of " + steps + " steps");
        return new NamedSchedule(
                this + ".warmUp(" + steps + ")",
                (step, totalSteps) -> Math.min(1, (step + 1.0) / steps) * factor(step, totalSteps));
    }

    /**
     * This schedule, raised so that it ends at {@code share} where it would end at 0: share + (1 − share)·factor. It's
     * PyTorch's {@code eta_min}, as a share of the learning rate.
     *
     * @param share from 0 to 1
     */
    default Schedule downTo(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + " is not from 0 to 1: use 0.01 for 1 %");
        }
        return new NamedSchedule(
                this + ".downTo(" + share + ")", (step, totalSteps) -> share + (1 - share) * factor(step, totalSteps));
    }

    /** Half a cosine from 1 at 0 to 0 at 1: ½·(1 + cos(π·x)). */
    private static double fall(double x) {
        return 0.5 * (1 + Cosine.cosPi(x));
    }

    private static void requireDecay(double decay) {
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay " + decay + " must be above 0 and at most 1: try 0.5");
        }
    }

    private static void requireSteps(long steps, String what) {
        if (steps < 1) {
            throw new IllegalArgumentException(what + " is impossible: use at least 1");
        }
    }
}
