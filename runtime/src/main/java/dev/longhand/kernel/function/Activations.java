package dev.longhand.kernel.function;

import dev.longhand.Activation;
import dev.longhand.kernel.function.loops.ActivationLoops;
import java.util.Arrays;

/**
 * The activation functions and their derivatives on their own, without a network: the same float values, to the bit,
 * that a layer computes.
 *
 * <pre>{@code
 * float a = Activations.value(Activation.SIGMOID, 0.5f);                  // 0.62245935
 * float slope = Activations.derivative(Activation.SIGMOID, 0.5f);         // 0.23500371
 * float[] p = Activations.values(Activation.SOFTMAX, 1, 2, 3);            // 0.09003057, 0.24472848, 0.66524094
 * }</pre>
 *
 * <p>{@code SOFTMAX} and {@code LOG_SOFTMAX} are functions of a row of numbers, so they have no value of one number
 * and no derivative by one: use {@link #values} and {@link #gradient}.
 */
public final class Activations {

    private Activations() {}

    /** f(z), with the default slope. */
    public static float value(Activation f, float z) {
        return value(f, f.defaultSlope(), z);
    }

    /**
     * f(z).
     *
     * @param slope the s of the function's formula; the others ignore it
     */
    public static float value(Activation f, float slope, float z) {
        requireOneNumber(f, "values");
        return values(f, slope, new float[] {z})[0];
    }

    /** f′(z), with the default slope. */
    public static float derivative(Activation f, float z) {
        return derivative(f, f.defaultSlope(), z);
    }

    /**
     * f′(z) as the backward pass takes it: 1 for {@code STEP} and {@code SIGN}.
     *
     * @param slope the s of the function's formula; the others ignore it
     */
    public static float derivative(Activation f, float slope, float z) {
        return derivatives(f, slope, new float[] {z})[0];
    }

    /** f of a row of numbers, with the default slope. */
    public static float[] values(Activation f, float... z) {
        return values(f, f.defaultSlope(), z);
    }

    /**
     * f of a row of numbers: of each of them, or for {@code SOFTMAX} and {@code LOG_SOFTMAX} of all together.
     *
     * @param slope the s of the function's formula; the others ignore it
     */
    public static float[] values(Activation f, float slope, float[] z) {
        float[] a = new float[z.length];
        new ActivationLoops().activate(f, slope, z, a, 0, z.length, z.length);
        return a;
    }

    /** f′ of each of these numbers, with the default slope. */
    public static float[] derivatives(Activation f, float... z) {
        return derivatives(f, f.defaultSlope(), z);
    }

    /**
     * f′ of each of these numbers.
     *
     * @param slope the s of the function's formula; the others ignore it
     */
    public static float[] derivatives(Activation f, float slope, float[] z) {
        requireOneNumber(f, "gradient");
        float[] da = new float[z.length];
        Arrays.fill(da, 1);
        return gradient(f, slope, z, da);
    }

    /**
     * The gradient of a loss with respect to z, from that with respect to a = f(z): dz = da·f′(z), or for {@code
     * SOFTMAX} and {@code LOG_SOFTMAX} the product of da and the Jacobian matrix.
     *
     * @param slope the s of the function's formula; the others ignore it
     * @param z a row of numbers
     * @param da the gradient with respect to each element of a
     */
    public static float[] gradient(Activation f, float slope, float[] z, float[] da) {
        if (z.length != da.length) {
            throw new IllegalArgumentException(
                    "z has " + z.length + " numbers and da " + da.length + ": there must be one da for each z");
        }
        float[] kept = switch (f) {
            case GELU, SILU, SOFTPLUS -> z;
            default -> values(f, slope, z);
        };
        float[] dz = new float[z.length];
        ActivationLoops loops = new ActivationLoops();
        switch (f) {
            case SOFTMAX, LOG_SOFTMAX -> loops.softmaxGradient(f, kept, da, dz, 0, z.length, z.length);
            default -> loops.gradient(f, slope, kept, da, dz, 0, z.length);
        }
        return dz;
    }

    private static void requireOneNumber(Activation f, String instead) {
        if (f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX) {
            throw new IllegalArgumentException(
                    f + " is a function of a row of numbers: use Activations." + instead + " with the whole row");
        }
    }
}
