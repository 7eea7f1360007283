package dev.longhand.kernel.recurrent.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.NaiveFunctions;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import java.util.Arrays;

/** {@link RecurrentKernels} as their contract defines them, one sample and one step at a time. */
final class NaiveRecurrence implements RecurrentKernels {

    private final NaiveFunctions kernels = new NaiveFunctions();

    /** h'·U + start for one sample, [columns]. */
    private static float[] product(float[] h, float[] p, int u, int start, int columns) {
        float[] v = new float[columns];
        for (int j = 0; j < columns; j++) {
            v[j] = start == Kernels.NO_BIAS ? 0 : p[start + j];
            for (int i = 0; i < h.length; i++) {
                v[j] = Math.fma(h[i], p[u + i * columns + j], v[j]);
            }
        }
        return v;
    }

    /** dz·Uᵀ for one sample, [units]. */
    private static float[] transposedProduct(float[] dz, float[] p, int u, int units) {
        float[] dh = new float[units];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < dz.length; j++) {
                dh[i] = Math.fma(dz[j], p[u + i * dz.length + j], dh[i]);
            }
        }
        return dh;
    }

    private static void write(Recurrence r, float[] h, float[] a, int s, int t) {
        if (r.returnsSequence() || t == r.time() - 1) {
            System.arraycopy(h, 0, a, r.returnsSequence() ? (s * r.time() + t) * h.length : s * h.length, h.length);
        }
    }

    private static void addOutput(Recurrence r, float[] da, float[] dh, int s, int t) {
        if (r.returnsSequence() || t == r.time() - 1) {
            int at = r.returnsSequence() ? (s * r.time() + t) * dh.length : s * dh.length;
            for (int j = 0; j < dh.length; j++) {
                dh[j] += da[at + j];
            }
        }
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }

    @Override
    public RecurrentKernels within(SequenceSteps steps) {
        throw new UnsupportedOperationException("compute each sequence alone instead");
    }

    @Override
    public void rnn(Recurrence r, float[] z, float[] p, float[] previous, float[] a, int n) {
        int u = r.weights();
        Activation f = r.activation();
        float slope = r.slope();
        int units = r.units();
        for (int s = 0; s < n; s++) {
            float[] h = new float[units];
            for (int t = 0; t < r.time(); t++) {
                int at = (s * r.time() + t) * units;
                System.arraycopy(h, 0, previous, at, units);
                float[] v = product(h, p, u, Kernels.NO_BIAS, units);
                float[] sum = new float[units];
                for (int j = 0; j < units; j++) {
                    sum[j] = z[at + j] + v[j];
                }
                kernels.activate(f, slope, sum, h, 1, units);
                System.arraycopy(keepsSums(f) ? sum : h, 0, z, at, units);
                write(r, h, a, s, t);
            }
        }
    }

    @Override
    public void rnnGradient(Recurrence r, float[] kept, float[] p, float[] da, float[] dz, int n) {
        int u = r.weights();
        Activation f = r.activation();
        float slope = r.slope();
        int units = r.units();
        for (int s = 0; s < n; s++) {
            float[] dh = new float[units];
            for (int t = r.time() - 1; t >= 0; t--) {
                int at = (s * r.time() + t) * units;
                addOutput(r, da, dh, s, t);
                float[] dzt = new float[units];
                kernels.activationGradient(f, slope, Arrays.copyOfRange(kept, at, at + units), dh, dzt, 1, units);
                System.arraycopy(dzt, 0, dz, at, units);
                dh = transposedProduct(dzt, p, u, units);
            }
        }
    }

    @Override
    public void gru(Recurrence r, float[] gates, float[] p, float[] candidate, float[] previous, float[] a, int n) {
        int u = r.weights();
        int c = r.bias();
        int units = r.units();
        for (int s = 0; s < n; s++) {
            float[] h = new float[units];
            for (int t = 0; t < r.time(); t++) {
                int at = (s * r.time() + t) * units;
                System.arraycopy(h, 0, previous, at, units);
                float[] v = product(h, p, u, c, 3 * units);
                System.arraycopy(v, 2 * units, candidate, at, units);
                for (int j = 0; j < units; j++) {
                    float update = Functions.sigmoid(gates[3 * at + j] + v[j]);
                    float reset = Functions.sigmoid(gates[3 * at + units + j] + v[units + j]);
                    float x = gates[3 * at + 2 * units + j];
                    float m = Functions.tanh(Math.fma(reset, v[2 * units + j], x));
                    h[j] = Math.fma(update, h[j] - m, m);
                    gates[3 * at + j] = update;
                    gates[3 * at + units + j] = reset;
                    gates[3 * at + 2 * units + j] = m;
                }
                write(r, h, a, s, t);
            }
        }
    }

    @Override
    public GruGradient gruGradient(Recurrence r, float[] gates, float[] candidate, float[] previous) {
        return (p, da, dz, dv, n) -> {
            int u = r.weights();
            int units = r.units();
            for (int s = 0; s < n; s++) {
                float[] dh = new float[units];
                for (int t = r.time() - 1; t >= 0; t--) {
                    int at = (s * r.time() + t) * units;
                    addOutput(r, da, dh, s, t);
                    for (int j = 0; j < units; j++) {
                        float update = gates[3 * at + j];
                        float reset = gates[3 * at + units + j];
                        float m = gates[3 * at + 2 * units + j];
                        dz[3 * at + j] = dh[j] * (previous[at + j] - m) * (update * (1 - update));
                        float dzm = dh[j] * (1 - update) * Math.fma(-m, m, 1);
                        dz[3 * at + units + j] = dzm * candidate[at + j] * (reset * (1 - reset));
                        dz[3 * at + 2 * units + j] = dzm;
                        dv[3 * at + j] = dz[3 * at + j];
                        dv[3 * at + units + j] = dz[3 * at + units + j];
                        dv[3 * at + 2 * units + j] = dzm * reset;
                    }
                    float[] sum = transposedProduct(Arrays.copyOfRange(dv, 3 * at, 3 * (at + units)), p, u, units);
                    for (int j = 0; j < units; j++) {
                        dh[j] = Math.fma(dh[j], gates[3 * at + j], sum[j]);
                    }
                }
            }
        };
    }

    @Override
    public void lstm(Recurrence r, float[] gates, float[] p, float[] previous, float[] c, float[] a, int n) {
        int u = r.weights();
        int units = r.units();
        for (int s = 0; s < n; s++) {
            float[] h = new float[units];
            float[] memory = new float[units];
            for (int t = 0; t < r.time(); t++) {
                int at = (s * r.time() + t) * units;
                System.arraycopy(h, 0, previous, at, units);
                float[] v = product(h, p, u, Kernels.NO_BIAS, 4 * units);
                for (int j = 0; j < units; j++) {
                    float i = Functions.sigmoid(gates[4 * at + j] + v[j]);
                    float f = Functions.sigmoid(gates[4 * at + units + j] + v[units + j]);
                    float g = Functions.tanh(gates[4 * at + 2 * units + j] + v[2 * units + j]);
                    float o = Functions.sigmoid(gates[4 * at + 3 * units + j] + v[3 * units + j]);
                    memory[j] = Math.fma(f, memory[j], i * g);
                    h[j] = o * Functions.tanh(memory[j]);
                    gates[4 * at + j] = i;
                    gates[4 * at + units + j] = f;
                    gates[4 * at + 2 * units + j] = g;
                    gates[4 * at + 3 * units + j] = o;
                    c[at + j] = memory[j];
                }
                write(r, h, a, s, t);
            }
        }
    }

    @Override
    public void lstmGradient(Recurrence r, float[] gates, float[] p, float[] c, float[] da, float[] dz, int n) {
        int u = r.weights();
        int units = r.units();
        for (int s = 0; s < n; s++) {
            float[] dh = new float[units];
            float[] dc = new float[units];
            for (int t = r.time() - 1; t >= 0; t--) {
                int at = (s * r.time() + t) * units;
                addOutput(r, da, dh, s, t);
                for (int j = 0; j < units; j++) {
                    float i = gates[4 * at + j];
                    float f = gates[4 * at + units + j];
                    float g = gates[4 * at + 2 * units + j];
                    float o = gates[4 * at + 3 * units + j];
                    float tanh = Functions.tanh(c[at + j]);
                    dc[j] = Math.fma(dh[j] * o, Math.fma(-tanh, tanh, 1), dc[j]);
                    dz[4 * at + j] = dc[j] * g * (i * (1 - i));
                    dz[4 * at + units + j] = dc[j] * (t > 0 ? c[at - units + j] : 0) * (f * (1 - f));
                    dz[4 * at + 2 * units + j] = dc[j] * i * Math.fma(-g, g, 1);
                    dz[4 * at + 3 * units + j] = dh[j] * tanh * (o * (1 - o));
                    dc[j] *= f;
                }
                dh = transposedProduct(Arrays.copyOfRange(dz, 4 * at, 4 * (at + units)), p, u, units);
            }
        }
    }
}
