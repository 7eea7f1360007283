package dev.longhand.kernel.recurrent;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.LoopFunctions;
import dev.longhand.kernel.matrix.Product;
import java.util.Arrays;

/** The steps of {@link RecurrentKernels#gru} for some of the samples. */
final class GruLoops extends RecurrentLoops {

    // Of the samples at one step, [rows][units].
    private float[] h = new float[0];
    private float[] z = new float[0];
    private float[] r = new float[0];
    private float[] m = new float[0];
    private float[] part = new float[0];

    /** h'·U + c, or its gradient, of the samples at one step, [rows][3·units]. */
    private float[] v = new float[0];

    // Going back.
    private float[] previous = new float[0];
    private float[] dz = new float[0];
    private float[] dr = new float[0];
    private float[] dm = new float[0];

    GruLoops(Product product) {
        super(product);
    }

    private void reserve(int count) {
        h = atLeast(count, h);
        z = atLeast(count, z);
        r = atLeast(count, r);
        m = atLeast(count, m);
        part = atLeast(count, part);
        v = atLeast(3 * count, v);
    }

    void forward(
            Recurrence steps,
            float[] gates,
            float[] p,
            int u,
            int c,
            float[] candidate,
            float[] previous,
            float[] a,
            int from,
            int to) {
        int units = steps.units();
        int width = 3 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = steps.time() * units;
        reserve(count);
        Arrays.fill(h, 0, count, 0);
        for (int t = 0; t < steps.time(); t++) {
            int at = from * stride + t * units;
            scatter(h, previous, at, stride, rows, units);
            gather(gates, 3 * at, 3 * stride, z, rows, units);
            gather(gates, 3 * at + units, 3 * stride, r, rows, units);
            gather(gates, 3 * at + 2 * units, 3 * stride, m, rows, units);
            multiply(h, p, u, c, v, rows, units, width);
            gather(v, 0, width, part, rows, units);
            gate(z, part, count);
            gather(v, units, width, part, rows, units);
            gate(r, part, count);
            gather(v, 2 * units, width, part, rows, units);
            scatter(part, candidate, at, stride, rows, units);
            candidate(m, r, part, count);
            state(h, z, m, count);
            scatter(z, gates, 3 * at, 3 * stride, rows, units);
            scatter(r, gates, 3 * at + units, 3 * stride, rows, units);
            scatter(m, gates, 3 * at + 2 * units, 3 * stride, rows, units);
            if (steps.returns(t)) {
                scatter(h, a, steps.at(from, t), steps.stride(), rows, units);
            }
        }
    }

    private static void gate(float[] z, float[] v, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = LoopFunctions.sigmoid(z[i] + v[i]);
        }
    }

    private static void candidate(float[] m, float[] r, float[] v, int count) {
        for (int i = 0; i < count; i++) {
            m[i] = Functions.tanh(Math.fma(r[i], v[i], m[i]));
        }
    }

    private static void state(float[] h, float[] z, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            h[i] = Math.fma(z[i], h[i] - m[i], m[i]);
        }
    }

    void backward(
            Recurrence steps,
            float[] gates,
            float[] p,
            int u,
            float[] candidate,
            float[] before,
            float[] da,
            float[] toInput,
            float[] toState,
            int from,
            int to) {
        int units = steps.units();
        int width = 3 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = steps.time() * units;
        reserve(count);
        previous = atLeast(count, previous);
        dz = atLeast(count, dz);
        dr = atLeast(count, dr);
        dm = atLeast(count, dm);
        turn(p, u, units, width);
        Arrays.fill(h, 0, count, 0);
        for (int t = steps.time() - 1; t >= 0; t--) {
            int at = from * stride + t * units;
            if (steps.returns(t)) {
                gather(da, steps.at(from, t), steps.stride(), part, rows, units);
                add(h, part, count);
            }
            gather(gates, 3 * at, 3 * stride, z, rows, units);
            gather(gates, 3 * at + units, 3 * stride, r, rows, units);
            gather(gates, 3 * at + 2 * units, 3 * stride, m, rows, units);
            gather(before, at, stride, previous, rows, units);
            gather(candidate, at, stride, part, rows, units);
            updateGradient(dz, h, previous, m, z, count);
            candidateGradient(dm, h, z, m, count);
            resetGradient(dr, dm, part, r, count);
            scatter(dz, toInput, 3 * at, 3 * stride, rows, units);
            scatter(dr, toInput, 3 * at + units, 3 * stride, rows, units);
            scatter(dm, toInput, 3 * at + 2 * units, 3 * stride, rows, units);
            scale(dm, r, count);
            scatter(dz, v, 0, width, rows, units);
            scatter(dr, v, units, width, rows, units);
            scatter(dm, v, 2 * units, width, rows, units);
            scatter(v, toState, 3 * at, 3 * stride, rows, width);
            if (t > 0) {
                multiplyTurned(v, part, rows, units, width);
                stateGradient(h, z, part, count);
            }
        }
    }

    private static void updateGradient(float[] dz, float[] dh, float[] previous, float[] m, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            dz[i] = dh[i] * (previous[i] - m[i]) * (z[i] * (1 - z[i]));
        }
    }

    private static void candidateGradient(float[] dm, float[] dh, float[] z, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            dm[i] = dh[i] * (1 - z[i]) * Math.fma(-m[i], m[i], 1);
        }
    }

    private static void resetGradient(float[] dr, float[] dm, float[] v, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            dr[i] = dm[i] * v[i] * (r[i] * (1 - r[i]));
        }
    }

    private static void scale(float[] dm, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            dm[i] *= r[i];
        }
    }

    private static void stateGradient(float[] dh, float[] z, float[] sum, int count) {
        for (int i = 0; i < count; i++) {
            dh[i] = Math.fma(dh[i], z[i], sum[i]);
        }
    }
}
