package dev.longhand;

/**
 * The loss E that training minimizes: the mean over the n samples of a batch. a is the network's output, t the target,
 * both with m values for each sample; sums run over these m values.
 */
public enum Loss {

    /** ½ Σ (a − t)², summed over the outputs; ∂E/∂a = (a − t)/n. */
    HALF_SQUARED_ERROR,

    /** 1/m Σ (a − t)²; ∂E/∂a = 2(a − t)/(n·m). */
    MEAN_SQUARED_ERROR,

    /** 1/m Σ |a − t|; ∂E/∂a = sign(a − t)/(n·m), which is 0 where a = t. */
    MEAN_ABSOLUTE_ERROR,

    /**
     * 1/m Σ h(a − t) with h(d) = ½d² if |d| ≤ δ, else δ(|d| − ½δ); ∂E/∂a = min(δ, max(−δ, a −
     * t))/(n·m) (Huber, 1964).
     */
    HUBER,

    /**
     * −1/m Σ (t·ln a + (1 − t)·ln(1 − a)), natural logarithm; after {@link Activation#SIGMOID} ∂E/∂z =
     * (a − t)/(n·m), times the slope.
     */
    BINARY_CROSS_ENTROPY,

    /**
     * −Σ t·ln a, natural logarithm; after {@link Activation#SOFTMAX} ∂E/∂z = (a·Σt − t)/n, which is (a − t)/n for
     * targets that sum to 1. If the output is a sequence, with a softmax at each step, E is the mean over the steps
     * too, and n is the number of samples times the number of steps.
     */
    CROSS_ENTROPY,

    /**
     * −Σ t·log₂ a: cross-entropy in bits; after {@link Activation#SOFTMAX} ∂E/∂z = (a·Σt − t)/(n·ln 2). If the output
     * is a sequence, with a softmax at each step, E is the mean over the steps too, and n is the number of samples
     * times the number of steps.
     */
    LOG_LIKELIHOOD
}
