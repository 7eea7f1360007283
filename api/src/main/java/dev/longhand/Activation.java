package dev.longhand;

/**
 * The function a = f(z) that a layer applies to its sums z = x·W + b.
 *
 * <p>Four of them have a {@code slope}, an attribute of the layer's annotation; the formulas call it s.
 */
public enum Activation {

    /** a = 1 if z &gt; 0, else 0, and NaN for NaN. Training takes its derivative as 1: the perceptron rule. */
    STEP,

    /** a = 1 if z &gt; 0, else −1, and NaN for NaN. Training takes its derivative as 1: the perceptron rule. */
    SIGN,

    /** a = z; f′ = 1. */
    IDENTITY,

    /** a = 1/(1 + e^(−s·z)) with slope s, by default 1; f′ = s·a·(1 − a), at most s/4. */
    SIGMOID,

    /** a = min(1, max(0, (z + 3)/6)), a piecewise linear sigmoid; f′ = 1/6 inside, else 0. */
    HARD_SIGMOID,

    /** a = tanh(s·z) with slope s, by default 1; f′ = s·(1 − a²). */
    TANH,

    /** a = max(0, z); f′ = 1 if z &gt; 0, else 0. */
    RELU,

    /** a = z if z &gt; 0, else s·z with slope s, by default 0.01; f′ = 1 or s. */
    LEAKY_RELU,

    /**
     * a = z if z &gt; 0, else s·(e^z − 1) with slope s, by default 1; f′ = 1 or a + s (Clevert et
     * al., 2016, where s is α).
     */
    ELU,

    /**
     * a = z·Φ(z), Φ the cumulative distribution function of the normal distribution, computed with the error function;
     * f′ = Φ(z) + z·φ(z) (Hendrycks and Gimpel, 2016).
     */
    GELU,

    /** a = z·σ(z), also called swish; f′ = σ(z)·(1 + z·(1 − σ(z))). */
    SILU,

    /** a = ln(1 + e^z), a smooth ReLU; f′ = σ(z). */
    SOFTPLUS,

    /** aⱼ = e^zⱼ / Σ e^zₖ over the layer's units: positive, summing to 1. For the last layer. */
    SOFTMAX,

    /** aⱼ = zⱼ − ln Σ e^zₖ, the logarithm of {@link #SOFTMAX}. For the last layer. */
    LOG_SOFTMAX;

    /** Whether this function has a {@code slope}. */
    public boolean hasSlope() {
        return this == SIGMOID || this == TANH || this == LEAKY_RELU || this == ELU;
    }

    /** The slope if none is given: 0.01 for {@link #LEAKY_RELU}, otherwise 1. */
    public float defaultSlope() {
        return this == LEAKY_RELU ? 0.01f : 1;
    }
}
