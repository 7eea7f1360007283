package dev.longhand.kernel.function.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.function.Functions;

/**
 * The activation functions over arrays. C2 vectorizes a loop only if it consists of arithmetic, all arrays in it have
 * the same index, and it's the only loop of its method: so each function has a method. Where a formula is too long for
 * one loop, a first loop writes an intermediate result to a scratch array. An instance serves one thread.
 */
public final class ActivationLoops {

    /** Sums of more terms are computed in double: a sum of floats loses digits with every term. */
    private static final int MAX_FLOAT_TERMS = 100;

    private float[] scratch = new float[0];

    /** Loops for one thread. */
    public ActivationLoops() {}

    /**
     * a = f(z) for the elements from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param units the length of a row; both bounds are multiples of it if f is softmax or its logarithm
     */
    public void activate(Activation f, float slope, float[] z, float[] a, int from, int to, int units) {
        switch (f) {
            case STEP -> step(z, a, from, to);
            case SIGN -> sign(z, a, from, to);
            case IDENTITY -> identity(z, a, from, to);
            case SIGMOID -> sigmoid(z, slope, a, from, to);
            case HARD_SIGMOID -> hardSigmoid(z, a, from, to);
            case TANH -> tanh(z, slope, a, from, to);
            case RELU -> relu(z, a, from, to);
            case LEAKY_RELU -> leakyRelu(z, slope, a, from, to);
            case ELU -> elu(z, slope, a, from, to);
            case GELU -> {
                bell(z, scratch(to), from, to);
                gelu(z, scratch, a, from, to);
            }
            case SILU -> silu(z, a, from, to);
            case SOFTPLUS -> {
                expOfMinusAbsolute(z, scratch(to), from, to);
                softplus(z, scratch, a, from, to);
            }
            case SOFTMAX -> softmax(z, a, from, to, units);
            case LOG_SOFTMAX -> logSoftmax(z, a, from, to, units);
        }
    }

    /**
     * dz = da·f′ for the elements from {@code from} (inclusive) to {@code to} (exclusive), for every f but softmax and
     * its logarithm.
     *
     * @param kept z for {@code GELU}, {@code SILU} and {@code SOFTPLUS}, a for all others
     */
    public void gradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int from, int to) {
        switch (f) {
            case STEP, SIGN, IDENTITY -> identity(da, dz, from, to);
            case SIGMOID -> sigmoidGradient(kept, slope, da, dz, from, to);
            case HARD_SIGMOID -> hardSigmoidGradient(kept, da, dz, from, to);
            case TANH -> tanhGradient(kept, slope, da, dz, from, to);
            case RELU -> reluGradient(kept, da, dz, from, to);
            case LEAKY_RELU -> leakyReluGradient(kept, slope, da, dz, from, to);
            case ELU -> eluGradient(kept, slope, da, dz, from, to);
            case GELU -> {
                bell(kept, scratch(to), from, to);
                geluGradient(kept, scratch, da, dz, from, to);
            }
            case SILU -> {
                sigmoid(kept, 1, scratch(to), from, to);
                siluGradient(kept, scratch, da, dz, from, to);
            }
            case SOFTPLUS -> softplusGradient(kept, da, dz, from, to);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(f + " is differentiated row by row");
        }
    }

    /**
     * dz for softmax or its logarithm, row by row: whole rows of {@code units} elements, from element {@code from}
     * (inclusive) to {@code to} (exclusive).
     */
    public void softmaxGradient(Activation f, float[] a, float[] da, float[] dz, int from, int to, int units) {
        if (f == Activation.SOFTMAX) {
            softmaxGradient(a, da, dz, from, to, units);
        } else {
            exp(a, scratch(to), from, to);
            logSoftmaxGradient(scratch, da, dz, from, to, units);
        }
    }

    private float[] scratch(int count) {
        if (scratch.length < count) {
            scratch = new float[count];
        }
        return scratch;
    }

    private static void step(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = LoopFunctions.positive(z[i]);
        }
    }

    private static void sign(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = 2 * LoopFunctions.positive(z[i]) - 1;
        }
    }

    private static void identity(float[] z, float[] a, int from, int to) {
        if (a != z) {
            System.arraycopy(z, from, a, from, to - from);
        }
    }

    private static void sigmoid(float[] z, float slope, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = LoopFunctions.sigmoid(slope * z[i]);
        }
    }

    private static void sigmoidGradient(float[] a, float slope, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (slope * a[i] * (1 - a[i]));
        }
    }

    private static void hardSigmoid(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.min(6, Math.max(0, z[i] + 3)) / 6;
        }
    }

    private static void hardSigmoidGradient(float[] a, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (LoopFunctions.positive(a[i]) * LoopFunctions.positive(1 - a[i]) * (1f / 6));
        }
    }

    private static void tanh(float[] z, float slope, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Functions.tanh(slope * z[i]);
        }
    }

    private static void tanhGradient(float[] a, float slope, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (slope * Functions.fma(-a[i], a[i], 1));
        }
    }

    private static void relu(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(0, z[i]);
        }
    }

    private static void reluGradient(float[] a, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * LoopFunctions.positive(a[i]);
        }
    }

    private static void leakyRelu(float[] z, float slope, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Functions.fma(slope, Math.min(0, z[i]), Math.max(0, z[i]));
        }
    }

    private static void leakyReluGradient(float[] a, float slope, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * Functions.fma(1 - slope, LoopFunctions.positive(a[i]), slope);
        }
    }

    private static void elu(float[] z, float slope, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Functions.fma(slope, Functions.expMinusOne(Math.min(0, z[i])), Math.max(0, z[i]));
        }
    }

    private static void eluGradient(float[] a, float slope, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            float below = Math.min(0, a[i]) + slope;
            dz[i] = da[i] * Functions.fma(1 - slope, LoopFunctions.positive(a[i]), below);
        }
    }

    private static void bell(float[] z, float[] bell, int from, int to) {
        for (int i = from; i < to; i++) {
            bell[i] = LoopFunctions.bell(z[i]);
        }
    }

    private static void gelu(float[] z, float[] bell, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] * LoopFunctions.normalCdf(z[i], bell[i]);
        }
    }

    private static void geluGradient(float[] z, float[] bell, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            float density = Approximations.ONE_BY_ROOT_TWO_PI * bell[i];
            dz[i] = da[i] * Functions.fma(z[i], density, LoopFunctions.normalCdf(z[i], bell[i]));
        }
    }

    private static void silu(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] * LoopFunctions.sigmoid(z[i]);
        }
    }

    private static void siluGradient(float[] z, float[] sigmoid, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * (sigmoid[i] * Functions.fma(z[i], 1 - sigmoid[i], 1));
        }
    }

    private static void expOfMinusAbsolute(float[] z, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            e[i] = LoopFunctions.exp(-Math.abs(z[i]));
        }
    }

    private static void softplus(float[] z, float[] e, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(0, z[i]) + Approximations.logOfOnePlus(e[i]);
        }
    }

    private static void softplusGradient(float[] z, float[] da, float[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = da[i] * LoopFunctions.sigmoid(z[i]);
        }
    }

    private static void exp(float[] x, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            e[i] = LoopFunctions.exp(x[i]);
        }
    }

    private static void softmax(float[] z, float[] a, int first, int last, int units) {
        shiftByMaximum(z, a, first, last, units);
        exp(a, a, first, last);
        for (int from = first; from < last; from += units) {
            float sum = sum(a, from, units);
            for (int j = from; j < from + units; j++) {
                a[j] /= sum;
            }
        }
    }

    private void logSoftmax(float[] z, float[] a, int first, int last, int units) {
        shiftByMaximum(z, a, first, last, units);
        exp(a, scratch(last), first, last);
        for (int from = first; from < last; from += units) {
            float logarithm = Functions.log(sum(scratch, from, units));
            for (int j = from; j < from + units; j++) {
                a[j] -= logarithm;
            }
        }
    }

    /** Subtracts each row's maximum: then no e^z overflows, and the largest is 1. */
    private static void shiftByMaximum(float[] z, float[] a, int first, int last, int units) {
        for (int from = first; from < last; from += units) {
            float max = z[from];
            for (int j = from + 1; j < from + units; j++) {
                max = Math.max(max, z[j]);
            }
            for (int j = from; j < from + units; j++) {
                a[j] = z[j] - max;
            }
        }
    }

    private static float sum(float[] x, int from, int units) {
        return units <= MAX_FLOAT_TERMS ? floatSum(x, from, units) : doubleSum(x, from, units);
    }

    private static float floatSum(float[] x, int from, int units) {
        float sum = 0;
        for (int j = from; j < from + units; j++) {
            sum += x[j];
        }
        return sum;
    }

    private static float doubleSum(float[] x, int from, int units) {
        double sum = 0;
        for (int j = from; j < from + units; j++) {
            sum += x[j];
        }
        return (float) sum;
    }

    /** dzⱼ = aⱼ·(daⱼ − Σ a·da). */
    private static void softmaxGradient(float[] a, float[] da, float[] dz, int first, int last, int units) {
        for (int from = first; from < last; from += units) {
            float mean = units <= MAX_FLOAT_TERMS ? floatDot(a, da, from, units) : doubleDot(a, da, from, units);
            for (int j = from; j < from + units; j++) {
                dz[j] = a[j] * (da[j] - mean);
            }
        }
    }

    /** Σ a·da of a row. */
    private static float floatDot(float[] a, float[] da, int from, int units) {
        float dot = 0;
        for (int j = from; j < from + units; j++) {
            dot = Functions.fma(a[j], da[j], dot);
        }
        return dot;
    }

    private static float doubleDot(float[] a, float[] da, int from, int units) {
        double dot = 0;
        for (int j = from; j < from + units; j++) {
            dot += (double) a[j] * da[j];
        }
        return (float) dot;
    }

    /** dzⱼ = daⱼ − e^aⱼ·Σ da. */
    private static void logSoftmaxGradient(float[] e, float[] da, float[] dz, int first, int last, int units) {
        for (int from = first; from < last; from += units) {
            float sum = sum(da, from, units);
            for (int j = from; j < from + units; j++) {
                dz[j] = Functions.fma(-e[j], sum, da[j]);
            }
        }
    }
}
