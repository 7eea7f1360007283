package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.LoopFunctions;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.RecurrentKernels;
import dev.longhand.kernel.recurrent.SequenceSteps;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@link RecurrentKernels#gru} and its gradient, for some of the samples: update gate u, reset gate r, candidate m. */
final class GruLoops extends RecurrentLoops {

    // Of the samples at one step, [rows][units].
    private float[] h = new float[0];
    private float[] u = new float[0];
    private float[] r = new float[0];
    private float[] m = new float[0];

    /** One part of recurrent, or of da, at one step, [rows][units]. */
    private float[] part = new float[0];

    /** h'·U + c of the samples at one step, or its gradient, [rows][3·units]. */
    private float[] recurrent = new float[0];

    // Backward, of the samples at one step; dzu, dzr and dzm are the gradients of the sums inside σ and tanh.
    private float[] dh = new float[0];
    private float[] previous = new float[0];
    private float[] dzu = new float[0];
    private float[] dzr = new float[0];
    private float[] dzm = new float[0];

    GruLoops(Product product) {
        super(product);
    }

    /** The arrays of {@link RecurrentKernels#gru}. */
    static final class Forward extends RecurrentJob {

        private final GruLoops[] loops;
        float[] gates = {};
        float[] vm = {};
        float[] previous = {};
        float[] a = {};

        Forward(Team team, @Nullable SequenceSteps steps, GruLoops[] loops) {
            super(team, steps, 3);
            this.loops = loops;
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(this, from, to);
        }
    }

    /** The arrays of {@link RecurrentKernels#gruGradient}. */
    static final class Gradient extends RecurrentJob implements RecurrentKernels.GruGradient {

        private final GruLoops[] loops;
        float[] gates = {};
        float[] vm = {};
        float[] previous = {};
        float[] da = {};
        float[] dz = {};
        float[] dv = {};

        Gradient(Team team, @Nullable SequenceSteps steps, GruLoops[] loops) {
            super(team, steps, 3);
            this.loops = loops;
        }

        @Override
        public void run(float[] p, float[] da, float[] dz, float[] dv, int n) {
            this.da = da;
            this.dz = dz;
            this.dv = dv;
            start(layer, p, n);
        }

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].backward(this, from, to);
        }
    }

    private void reserve(int count) {
        h = atLeast(count, h);
        u = atLeast(count, u);
        r = atLeast(count, r);
        m = atLeast(count, m);
        part = atLeast(count, part);
        recurrent = atLeast(3 * count, recurrent);
    }

    void forward(Forward job, int from, int to) {
        Recurrence layer = job.layer;
        float[] gates = job.gates;
        float[] p = job.p;
        float[] vm = job.vm;
        float[] previous = job.previous;
        float[] a = job.a;
        int units = layer.units();
        int width = 3 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        reserve(count);
        Arrays.fill(h, 0, count, 0);
        for (int t = 0; t < layer.time(); t++) {
            int at = from * stride + t * units;
            scatter(h, previous, at, stride, rows, units);
            gather(gates, 3 * at, 3 * stride, u, rows, units);
            gather(gates, 3 * at + units, 3 * stride, r, rows, units);
            gather(gates, 3 * at + 2 * units, 3 * stride, m, rows, units);
            multiply(layer, p, layer.bias(), h, recurrent, rows, width);
            gather(recurrent, 0, width, part, rows, units);
            gate(u, part, count);
            gather(recurrent, units, width, part, rows, units);
            gate(r, part, count);
            gather(recurrent, 2 * units, width, part, rows, units);
            scatter(part, vm, at, stride, rows, units);
            candidate(m, r, part, count);
            state(h, u, m, count);
            scatter(u, gates, 3 * at, 3 * stride, rows, units);
            scatter(r, gates, 3 * at + units, 3 * stride, rows, units);
            scatter(m, gates, 3 * at + 2 * units, 3 * stride, rows, units);
            clear(job, t, h, from, rows);
            store(job, t, h, a, from, rows);
        }
    }

    private static void gate(float[] gate, float[] v, int count) {
        for (int i = 0; i < count; i++) {
            gate[i] = LoopFunctions.sigmoid(gate[i] + v[i]);
        }
    }

    private static void candidate(float[] m, float[] r, float[] vm, int count) {
        for (int i = 0; i < count; i++) {
            m[i] = Functions.tanh(Functions.fma(r[i], vm[i], m[i]));
        }
    }

    private static void state(float[] h, float[] u, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            h[i] = Functions.fma(u[i], h[i] - m[i], m[i]);
        }
    }

    void backward(Gradient job, int from, int to) {
        Recurrence layer = job.layer;
        float[] gates = job.gates;
        float[] p = job.p;
        float[] da = job.da;
        float[] dv = job.dv;
        int units = layer.units();
        int width = 3 * units;
        int rows = to - from;
        int count = rows * units;
        int stride = layer.time() * units;
        reserve(count);
        dh = atLeast(count, dh);
        previous = atLeast(count, previous);
        dzu = atLeast(count, dzu);
        dzr = atLeast(count, dzr);
        dzm = atLeast(count, dzm);
        transpose(p, layer.weights(), units, width);
        Arrays.fill(dh, 0, count, 0);
        for (int t = layer.time() - 1; t >= 0; t--) {
            int at = from * stride + t * units;
            addGradient(job, t, da, part, dh, from, rows);
            gather(gates, 3 * at, 3 * stride, u, rows, units);
            gather(gates, 3 * at + units, 3 * stride, r, rows, units);
            gather(gates, 3 * at + 2 * units, 3 * stride, m, rows, units);
            gather(job.previous, at, stride, previous, rows, units);
            gather(job.vm, at, stride, part, rows, units);
            updateGradient(dzu, dh, previous, m, u, count);
            candidateGradient(dzm, dh, u, m, count);
            resetGradient(dzr, dzm, part, r, count);
            scatter(dzu, job.dz, 3 * at, 3 * stride, rows, units);
            scatter(dzr, job.dz, 3 * at + units, 3 * stride, rows, units);
            scatter(dzm, job.dz, 3 * at + 2 * units, 3 * stride, rows, units);
            scale(dzm, r, count);
            scatter(dzu, recurrent, 0, width, rows, units);
            scatter(dzr, recurrent, units, width, rows, units);
            scatter(dzm, recurrent, 2 * units, width, rows, units);
            scatter(recurrent, dv, 3 * at, 3 * stride, rows, width);
            if (t > 0) {
                multiplyTransposed(recurrent, part, rows, units, width);
                stateGradient(dh, u, part, count);
            }
        }
    }

    private static void updateGradient(float[] dzu, float[] dh, float[] previous, float[] m, float[] u, int count) {
        for (int i = 0; i < count; i++) {
            dzu[i] = dh[i] * (previous[i] - m[i]) * (u[i] * (1 - u[i]));
        }
    }

    private static void candidateGradient(float[] dzm, float[] dh, float[] u, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            dzm[i] = dh[i] * (1 - u[i]) * Functions.fma(-m[i], m[i], 1);
        }
    }

    private static void resetGradient(float[] dzr, float[] dzm, float[] vm, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            dzr[i] = dzm[i] * vm[i] * (r[i] * (1 - r[i]));
        }
    }

    private static void scale(float[] dzm, float[] r, int count) {
        for (int i = 0; i < count; i++) {
            dzm[i] *= r[i];
        }
    }

    private static void stateGradient(float[] dh, float[] u, float[] sum, int count) {
        for (int i = 0; i < count; i++) {
            dh[i] = Functions.fma(dh[i], u[i], sum[i]);
        }
    }
}
