package dev.longhand.kernel;

import dev.longhand.Activation;

/** The sums and functions of {@link Kernels} as they are defined, one loop inside another. */
final class PlainKernels implements Kernels {

    @Override
    public void dense(
            float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < out; j++) {
                float z = b == NO_BIAS ? 0 : p[b + j];
                for (int i = 0; i < in; i++) {
                    z = Math.fma(x[s * in + i], p[w + i * out + j], z);
                }
                a[s * out + j] = z;
            }
        }
        activate(f, slope, a, a, n, out);
    }

    @Override
    public void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        for (int j = 0; j < out; j++) {
            for (int i = 0; i < in; i++) {
                float dw = 0;
                for (int s = 0; s < n; s++) {
                    dw = Math.fma(x[s * in + i], dz[s * out + j], dw);
                }
                g[w + i * out + j] = dw;
            }
            if (b != NO_BIAS) {
                float db = 0;
                for (int s = 0; s < n; s++) {
                    db += dz[s * out + j];
                }
                g[b + j] = db;
            }
        }
    }

    @Override
    public void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out) {
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < in; i++) {
                float sum = 0;
                for (int j = 0; j < out; j++) {
                    sum = Math.fma(dz[s * out + j], p[w + i * out + j], sum);
                }
                dx[s * in + i] = sum;
            }
        }
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        if (f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX) {
            for (int s = 0; s < n; s++) {
                softmax(f, z, a, s * units, (s + 1) * units);
            }
            return;
        }
        for (int i = 0; i < n * units; i++) {
            a[i] = value(f, slope, z[i]);
        }
    }

    private static float value(Activation f, float slope, float z) {
        return switch (f) {
            case STEP -> z > 0 ? 1 : 0;
            case SIGN -> z > 0 ? 1 : -1;
            case IDENTITY -> z;
            case SIGMOID -> Functions.sigmoid(slope * z);
            case HARD_SIGMOID -> Math.min(1, Math.max(0, Math.fma(z, 1f / 6, 0.5f)));
            case TANH -> Functions.tanh(slope * z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : slope * z;
            case ELU -> z > 0 ? z : slope * (Functions.exp(z) - 1);
            case GELU -> z * Functions.normalCdf(z);
            case SILU -> z * Functions.sigmoid(z);
            case SOFTPLUS -> Functions.softplus(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(f + " is not a function of one number");
        };
    }

    private static void softmax(Activation f, float[] z, float[] a, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int j = from; j < to; j++) {
            max = Math.max(max, z[j]);
        }
        float sum = 0;
        for (int j = from; j < to; j++) {
            sum += Functions.exp(z[j] - max);
        }
        float logarithm = Functions.log(sum);
        for (int j = from; j < to; j++) {
            a[j] = f == Activation.SOFTMAX ? Functions.exp(z[j] - max) / sum : z[j] - max - logarithm;
        }
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        if (f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX) {
            for (int s = 0; s < n; s++) {
                softmaxGradient(f, kept, da, dz, s * units, (s + 1) * units);
            }
            return;
        }
        for (int i = 0; i < n * units; i++) {
            dz[i] = da[i] * derivative(f, slope, kept[i]);
        }
    }

    private static float derivative(Activation f, float slope, float kept) {
        return switch (f) {
            case STEP, SIGN, IDENTITY -> 1;
            case SIGMOID -> slope * kept * (1 - kept);
            case HARD_SIGMOID -> kept > 0 && kept < 1 ? 1f / 6 : 0;
            case TANH -> slope * (1 - kept * kept);
            case RELU -> kept > 0 ? 1 : 0;
            case LEAKY_RELU -> kept > 0 ? 1 : slope;
            case ELU -> kept > 0 ? 1 : kept + slope;
            case GELU -> Functions.normalCdf(kept) + kept * Functions.normalPdf(kept);
            case SILU -> {
                float a = Functions.sigmoid(kept);
                yield a * (1 + kept * (1 - a));
            }
            case SOFTPLUS -> Functions.sigmoid(kept);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException(f + " is not a function of one number");
        };
    }

    private static void softmaxGradient(Activation f, float[] a, float[] da, float[] dz, int from, int to) {
        float sum = 0;
        for (int j = from; j < to; j++) {
            sum += f == Activation.SOFTMAX ? a[j] * da[j] : da[j];
        }
        for (int j = from; j < to; j++) {
            dz[j] = f == Activation.SOFTMAX ? a[j] * (da[j] - sum) : da[j] - Functions.exp(a[j]) * sum;
        }
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }
}
