package dev.longhand.kernel;

/**
 * The scalar functions of float that generated source and kernels share, in float arithmetic only, so
 * that they give the same bits everywhere.
 */
public final class Functions {

    private Functions() {}

    /** e^x. */
    public static float exp(float x) {
        return (float) StrictMath.exp(x);
    }

    /** ln x. */
    public static float log(float x) {
        return (float) StrictMath.log(x);
    }

    /** 1/(1 + e^−x). */
    public static float sigmoid(float x) {
        return (float) (1 / (1 + StrictMath.exp(-x)));
    }

    /** tanh x. */
    public static float tanh(float x) {
        return (float) StrictMath.tanh(x);
    }

    /** ln(1 + e^x). */
    public static float softplus(float x) {
        return (float) (Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
    }

    /** Φ(x), the normal distribution function. */
    public static float normalCdf(float x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = StrictMath.exp(-0.5 * x * x)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return (float) (x > 0 ? 1 - tail : tail);
    }

    /** φ(x) = e^(−x²/2)/√(2π), the normal density. */
    public static float normalPdf(float x) {
        return (float) (StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI));
    }
}
