package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.LoopFunctions;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link RecurrentKernels#lstm} and its gradient, for some of the samples. */
final class LstmLoops extends RecurrentLoops {

    // Of the samples at one step, [rows][units].
    private float[] h = new float[0];
    private float[] c = new float[0];
    private float[] i = new float[0];
    private float[] f = new float[0];
    private float[] g = new float[0];
    private float[] o = new float[0];

    /** One part of h'·U, of dz or of da at one step, [rows][units]. */
    private float[] part = new float[0];

    /** h'·U of the samples at one step, [rows][4·units]. */
    private float[] product = new float[0];

    // Backward, of the samples at one step.
    private float[] dh = new float[0];
    private float[] dc = new float[0];
    private float[] tanhOfC = new float[0];

    /** [rows][4·units]. */
    private float[] dz = new float[0];

    private float[] previous = new float[0];

    LstmLoops(Product product) {
        super(product);
    }

    /** The arrays of {@link RecurrentKernels#lstm}. */
    static final class Forward extends RecurrentJob {

        private final LstmLoops[] loops;
        float[] gates = {};
        float[] previous = {};
        float[] c = {};
        float[] a = {};

        Forward(Team team, @Nullable SequenceSteps steps, LstmLoops[] loops) {
            super(team, steps, 4);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(this, from, to);
        }
    }

    /** The arrays of {@link RecurrentKernels#lstmGradient}. */
    static final class Gradient extends RecurrentJob {

        private final LstmLoops[] loops;
        float[] gates = {};
        float[] c = {};
        float[] da = {};
        float[] dz = {};

        Gradient(Team team, @Nullable SequenceSteps steps, LstmLoops[] loops) {
            super(team, steps, 4);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].backward(this, from, to);
        }
    }

    private void reserve(int count) {
        i = atLeast(count, i);
        f = atLeast(count, f);
        g = atLeast(count, g);
        o = atLeast(count, o);
        part = atLeast(count, part);
    }

    void forward(Forward job, int from, int to) {
        Recurrence layer = job.layer;
        float[] gates = job.gates;
        float[] p = job.p;
        float[] previous = job.previous;
        float[] memory = job.c;
        float[] a = job.a;
        int units = layer.units();
        int width = 4 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        reserve(count);
        h = atLeast(count, h);
        c = atLeast(count, c);
        product = atLeast(4 * count, product);
        Arrays.fill(h, 0, count, 0);
        Arrays.fill(c, 0, count, 0);
        Arrays.fill(product, 0, 4 * count, 0);
        for (int t = 0; t < layer.time(); t++) {
            int at = from * stride + t * units;
            scatter(h, previous, at, stride, rows, units);
            gather(gates, at, stride, rows, units);
            if (t > 0) {
                multiply(layer, p, Kernels.NO_BIAS, h, product, rows, width);
            }
            gather(product, 0, width, part, rows, units);
            gate(i, part, count);
            gather(product, units, width, part, rows, units);
            gate(f, part, count);
            gather(product, 2 * units, width, part, rows, units);
            candidate(g, part, count);
            gather(product, 3 * units, width, part, rows, units);
            gate(o, part, count);
            memory(c, i, f, g, count);
            state(h, o, c, count);
            scatter(i, gates, 4 * at, 4 * stride, rows, units);
            scatter(f, gates, 4 * at + units, 4 * stride, rows, units);
            scatter(g, gates, 4 * at + 2 * units, 4 * stride, rows, units);
            scatter(o, gates, 4 * at + 3 * units, 4 * stride, rows, units);
            clear(job, t, c, from, rows);
            scatter(c, memory, at, stride, rows, units);
            clear(job, t, h, from, rows);
            store(job, t, h, a, from, rows);
        }
    }

    private void gather(float[] gates, int at, int stride, int rows, int units) {
        gather(gates, 4 * at, 4 * stride, i, rows, units);
        gather(gates, 4 * at + units, 4 * stride, f, rows, units);
        gather(gates, 4 * at + 2 * units, 4 * stride, g, rows, units);
        gather(gates, 4 * at + 3 * units, 4 * stride, o, rows, units);
    }

    private static void gate(float[] z, float[] v, int count) {
        for (int k = 0; k < count; k++) {
            z[k] = LoopFunctions.sigmoid(z[k] + v[k]);
        }
    }

    private static void candidate(float[] z, float[] v, int count) {
        for (int k = 0; k < count; k++) {
            z[k] = Functions.tanh(z[k] + v[k]);
        }
    }

    private static void memory(float[] c, float[] i, float[] f, float[] g, int count) {
        for (int k = 0; k < count; k++) {
            c[k] = Functions.fma(f[k], c[k], i[k] * g[k]);
        }
    }

    private static void state(float[] h, float[] o, float[] c, int count) {
        for (int k = 0; k < count; k++) {
            h[k] = o[k] * Functions.tanh(c[k]);
        }
    }

    void backward(Gradient job, int from, int to) {
        Recurrence layer = job.layer;
        float[] gates = job.gates;
        float[] p = job.p;
        float[] memory = job.c;
        float[] da = job.da;
        int units = layer.units();
        int width = 4 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        reserve(count);
        dh = atLeast(count, dh);
        dc = atLeast(count, dc);
        tanhOfC = atLeast(count, tanhOfC);
        dz = atLeast(width * rows, dz);
        previous = atLeast(count, previous);
        transpose(p, layer.weights(), units, width);
        Arrays.fill(dh, 0, count, 0);
        Arrays.fill(dc, 0, count, 0);
        for (int t = layer.time() - 1; t >= 0; t--) {
            int at = from * stride + t * units;
            addGradient(job, t, da, part, dh, from, rows);
            clear(job, t, dc, from, rows);
            gather(gates, at, stride, rows, units);
            gather(memory, at, stride, tanhOfC, rows, units);
            if (t > 0) {
                gather(memory, at - units, stride, previous, rows, units);
            } else {
                Arrays.fill(previous, 0, count, 0);
            }
            tanh(tanhOfC, count);
            memoryGradient(dc, dh, o, tanhOfC, count);
            gateGradient(part, dh, tanhOfC, o, count);
            scatter(part, dz, 3 * units, width, rows, units);
            gateGradient(part, dc, g, i, count);
            scatter(part, dz, 0, width, rows, units);
            gateGradient(part, dc, previous, f, count);
            scatter(part, dz, units, width, rows, units);
            candidateGradient(part, dc, i, g, count);
            scatter(part, dz, 2 * units, width, rows, units);
            scatter(dz, job.dz, 4 * at, 4 * stride, rows, width);
            if (t > 0) {
                multiplyTransposed(dz, dh, rows, units, width);
                scale(dc, f, count);
            }
        }
    }

    private static void tanh(float[] x, int count) {
        for (int k = 0; k < count; k++) {
            x[k] = Functions.tanh(x[k]);
        }
    }

    private static void memoryGradient(float[] dc, float[] dh, float[] o, float[] tanh, int count) {
        for (int k = 0; k < count; k++) {
            dc[k] = Functions.fma(dh[k] * o[k], Functions.fma(-tanh[k], tanh[k], 1), dc[k]);
        }
    }

    /** dz of a gate from the gradient of gate·factor. */
    private static void gateGradient(float[] dz, float[] gradient, float[] factor, float[] gate, int count) {
        for (int k = 0; k < count; k++) {
            dz[k] = gradient[k] * factor[k] * (gate[k] * (1 - gate[k]));
        }
    }

    private static void candidateGradient(float[] dz, float[] dc, float[] i, float[] g, int count) {
        for (int k = 0; k < count; k++) {
            dz[k] = dc[k] * i[k] * Functions.fma(-g[k], g[k], 1);
        }
    }

    private static void scale(float[] dc, float[] f, int count) {
        for (int k = 0; k < count; k++) {
            dc[k] *= f[k];
        }
    }
}
