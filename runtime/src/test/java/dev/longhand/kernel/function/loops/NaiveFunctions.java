package dev.longhand.kernel.function.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.Functions;

/** {@link FunctionKernels} as their contract defines them, one number at a time. */
public final class NaiveFunctions implements FunctionKernels {

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        for (int s = 0; s < n; s++) {
            int from = s * units;
            switch (f) {
                case SOFTMAX -> softmax(z, a, from, from + units);
                case LOG_SOFTMAX -> logSoftmax(z, a, from, from + units);
                default -> {
                    for (int i = from; i < from + units; i++) {
                        a[i] = Float.isNaN(z[i]) ? z[i] : value(f, slope, z[i]);
                    }
                }
            }
        }
    }

    private static float value(Activation f, float slope, float z) {
        return switch (f) {
            case STEP -> z > 0 ? 1 : 0;
            case SIGN -> z > 0 ? 1 : -1;
            case IDENTITY -> z;
            case SIGMOID -> Functions.sigmoid(slope * z);
            case HARD_SIGMOID -> Math.min(6, Math.max(0, z + 3)) / 6;
            case TANH -> Functions.tanh(slope * z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : slope * z;
            case ELU -> z > 0 ? z : slope * Functions.expMinusOne(z);
            case GELU -> z * Functions.normalCdf(z);
            case SILU -> z * Functions.sigmoid(z);
            case SOFTPLUS -> Functions.softplus(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new AssertionError(f);
        };
    }

    private static float max(float[] z, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = from; j < to; j++) {
            max = Math.max(max, z[j]);
        }
        return max;
    }

    private static float sumOfExp(float[] z, int from, int to, float max) {
        Sum sum = new Sum(to - from);
        for (int j = from; j < to; j++) {
            sum.add(Functions.exp(z[j] - max));
        }
        return sum.value();
    }

    /** A sum in float or, of more than 100 numbers, in double. */
    private static final class Sum {
        private final boolean isFloat;
        private float floats;
        private double doubles;

        Sum(int count) {
            isFloat = count <= 100;
        }

        void add(float value) {
            floats += value;
            doubles += value;
        }

        void addProduct(float a, float b) {
            floats = Math.fma(a, b, floats);
            doubles += (double) a * b;
        }

        float value() {
            return isFloat ? floats : (float) doubles;
        }
    }

    private static void softmax(float[] z, float[] a, int from, int to) {
        float max = max(z, from, to);
        float sum = sumOfExp(z, from, to, max);
        for (int j = from; j < to; j++) {
            a[j] = Functions.exp(z[j] - max) / sum;
        }
    }

    private static void logSoftmax(float[] z, float[] a, int from, int to) {
        float max = max(z, from, to);
        float logarithm = Functions.log(sumOfExp(z, from, to, max));
        for (int j = from; j < to; j++) {
            a[j] = z[j] - max - logarithm;
        }
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        for (int s = 0; s < n; s++) {
            int from = s * units;
            switch (f) {
                case SOFTMAX -> softmaxGradient(kept, da, dz, from, from + units);
                case LOG_SOFTMAX -> logSoftmaxGradient(kept, da, dz, from, from + units);
                case STEP, SIGN, IDENTITY -> System.arraycopy(da, from, dz, from, units);
                default -> {
                    for (int i = from; i < from + units; i++) {
                        dz[i] = da[i] * (Float.isNaN(kept[i]) ? kept[i] : derivative(f, slope, kept[i]));
                    }
                }
            }
        }
    }

    private static float derivative(Activation f, float slope, float kept) {
        return switch (f) {
            case SIGMOID -> slope * kept * (1 - kept);
            case HARD_SIGMOID -> kept > 0 && kept < 1 ? 1f / 6 : 0;
            case TANH -> slope * Math.fma(-kept, kept, 1);
            case RELU -> kept > 0 ? 1 : 0;
            case LEAKY_RELU -> kept > 0 ? 1 : slope;
            case ELU -> kept > 0 ? 1 : kept + slope;
            case GELU -> Math.fma(kept, Functions.normalPdf(kept), Functions.normalCdf(kept));
            case SILU -> Functions.sigmoid(kept) * Math.fma(kept, 1 - Functions.sigmoid(kept), 1);
            case SOFTPLUS -> Functions.sigmoid(kept);
            case STEP, SIGN, IDENTITY, SOFTMAX, LOG_SOFTMAX -> throw new AssertionError(f);
        };
    }

    private static void softmaxGradient(float[] a, float[] da, float[] dz, int from, int to) {
        Sum mean = new Sum(to - from);
        for (int j = from; j < to; j++) {
            mean.addProduct(a[j], da[j]);
        }
        for (int j = from; j < to; j++) {
            dz[j] = a[j] * (da[j] - mean.value());
        }
    }

    private static void logSoftmaxGradient(float[] a, float[] da, float[] dz, int from, int to) {
        Sum sum = new Sum(to - from);
        for (int j = from; j < to; j++) {
            sum.add(da[j]);
        }
        for (int j = from; j < to; j++) {
            dz[j] = Math.fma(-Functions.exp(a[j]), sum.value(), da[j]);
        }
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }
}
