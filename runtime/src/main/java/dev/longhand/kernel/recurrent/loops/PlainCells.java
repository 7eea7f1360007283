package dev.longhand.kernel.recurrent.loops;

import static dev.longhand.kernel.recurrent.loops.RecurrentLoops.atLeast;
import static dev.longhand.kernel.recurrent.loops.RecurrentLoops.gather;
import static dev.longhand.kernel.recurrent.loops.RecurrentLoops.scatter;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.LoopFunctions;
import java.util.Arrays;

/**
 * {@link Cells} in loops that C2 vectorizes: the parts of a step are copied to scratch arrays, so that each formula is a
 * loop with one index.
 */
final class PlainCells implements Cells {

    // The parts of the gates, [rows][units]; a gated recurrent unit uses three.
    private float[] first = new float[0];
    private float[] second = new float[0];
    private float[] third = new float[0];
    private float[] fourth = new float[0];

    /** One part of v or of dz, [rows][units]. */
    private float[] part = new float[0];

    /** c or h' of the step before, [rows][units]. */
    private float[] previous = new float[0];

    /** c, tanh(c) or vm, [rows][units]. */
    private float[] value = new float[0];

    private void loadGates(Step step, int k) {
        int count = step.rows * step.units;
        first = atLeast(count, first);
        second = atLeast(count, second);
        third = atLeast(count, third);
        part = atLeast(count, part);
        previous = atLeast(count, previous);
        value = atLeast(count, value);
        loadGate(step, k, 0, first);
        loadGate(step, k, 1, second);
        loadGate(step, k, 2, third);
        if (k == 4) {
            fourth = atLeast(count, fourth);
            loadGate(step, k, 3, fourth);
        }
    }

    private static void loadGate(Step step, int k, int gate, float[] to) {
        gather(step.gates, k * step.at + gate * step.units, k * step.stride, to, step.rows, step.units);
    }

    /** Copies part {@code index} of k, [rows][units], to an array of all steps. */
    private static void store(Step step, float[] part, float[] to, int k, int index) {
        scatter(part, to, k * step.at + index * step.units, k * step.stride, step.rows, step.units);
    }

    /** One of the k parts of v. */
    private float[] ofV(Step step, int k, int index) {
        gather(step.v, index * step.units, k * step.units, part, step.rows, step.units);
        return part;
    }

    private void loadMemory(LstmStep step) {
        if (step.isFirst) {
            Arrays.fill(previous, 0, step.rows * step.units, 0);
        } else {
            gather(step.c, step.at - step.units, step.stride, previous, step.rows, step.units);
        }
    }

    @Override
    public void lstm(LstmStep step) {
        loadGates(step, 4);
        loadMemory(step);
        float[] i = first;
        float[] f = second;
        float[] g = third;
        float[] o = fourth;
        float[] c = value;
        int count = step.rows * step.units;
        gate(i, ofV(step, 4, 0), count);
        gate(f, ofV(step, 4, 1), count);
        tanhOfSum(g, ofV(step, 4, 2), count);
        gate(o, ofV(step, 4, 3), count);
        memory(c, previous, i, f, g, count);
        lstmState(step.h, o, c, count);
        store(step, i, step.gates, 4, 0);
        store(step, f, step.gates, 4, 1);
        store(step, g, step.gates, 4, 2);
        store(step, o, step.gates, 4, 3);
        store(step, c, step.c, 1, 0);
    }

    private static void gate(float[] z, float[] v, int count) {
        for (int k = 0; k < count; k++) {
            z[k] = LoopFunctions.sigmoid(z[k] + v[k]);
        }
    }

    private static void tanhOfSum(float[] z, float[] v, int count) {
        for (int k = 0; k < count; k++) {
            z[k] = Functions.tanh(z[k] + v[k]);
        }
    }

    private static void memory(float[] c, float[] previous, float[] i, float[] f, float[] g, int count) {
        for (int k = 0; k < count; k++) {
            c[k] = Functions.fma(f[k], previous[k], i[k] * g[k]);
        }
    }

    private static void lstmState(float[] h, float[] o, float[] c, int count) {
        for (int k = 0; k < count; k++) {
            h[k] = o[k] * Functions.tanh(c[k]);
        }
    }

    @Override
    public void lstmGradient(LstmStep step) {
        loadGates(step, 4);
        loadMemory(step);
        float[] i = first;
        float[] f = second;
        float[] g = third;
        float[] o = fourth;
        float[] tanhOfC = value;
        float[] dh = step.dh;
        float[] dc = step.dc;
        int count = step.rows * step.units;
        gather(step.c, step.at, step.stride, tanhOfC, step.rows, step.units);
        tanh(tanhOfC, count);
        memoryGradient(dc, dh, o, tanhOfC, count);
        gateGradient(part, dh, tanhOfC, o, count);
        store(step, part, step.dz, 4, 3);
        gateGradient(part, dc, g, i, count);
        store(step, part, step.dz, 4, 0);
        gateGradient(part, dc, previous, f, count);
        store(step, part, step.dz, 4, 1);
        candidateGradient(part, dc, i, g, count);
        store(step, part, step.dz, 4, 2);
        scale(step.dcBefore, dc, f, count);
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

    private static void scale(float[] product, float[] x, float[] y, int count) {
        for (int k = 0; k < count; k++) {
            product[k] = x[k] * y[k];
        }
    }

    @Override
    public void gru(GruStep step) {
        loadGates(step, 3);
        float[] u = first;
        float[] r = second;
        float[] m = third;
        int count = step.rows * step.units;
        gather(step.previous, step.at, step.stride, previous, step.rows, step.units);
        gate(u, ofV(step, 3, 0), count);
        gate(r, ofV(step, 3, 1), count);
        float[] vm = ofV(step, 3, 2);
        store(step, vm, step.vm, 1, 0);
        candidate(m, r, vm, count);
        gruState(step.h, previous, u, m, count);
        store(step, u, step.gates, 3, 0);
        store(step, r, step.gates, 3, 1);
        store(step, m, step.gates, 3, 2);
    }

    private static void candidate(float[] m, float[] r, float[] vm, int count) {
        for (int i = 0; i < count; i++) {
            m[i] = Functions.tanh(Functions.fma(r[i], vm[i], m[i]));
        }
    }

    private static void gruState(float[] h, float[] previous, float[] u, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            h[i] = Functions.fma(u[i], previous[i] - m[i], m[i]);
        }
    }

    @Override
    public void gruGradient(GruStep step) {
        loadGates(step, 3);
        float[] u = first;
        float[] r = second;
        float[] m = third;
        float[] vm = value;
        int count = step.rows * step.units;
        gather(step.previous, step.at, step.stride, previous, step.rows, step.units);
        gather(step.vm, step.at, step.stride, vm, step.rows, step.units);
        updateGradient(part, step.dh, previous, m, u, count);
        store(step, part, step.dz, 3, 0);
        store(step, part, step.dv, 3, 0);
        float[] dzm = previous;
        gruCandidateGradient(dzm, step.dh, u, m, count);
        store(step, dzm, step.dz, 3, 2);
        gateGradient(part, dzm, vm, r, count);
        store(step, part, step.dz, 3, 1);
        store(step, part, step.dv, 3, 1);
        scale(part, dzm, r, count);
        store(step, part, step.dv, 3, 2);
    }

    private static void updateGradient(float[] dzu, float[] dh, float[] previous, float[] m, float[] u, int count) {
        for (int i = 0; i < count; i++) {
            dzu[i] = dh[i] * (previous[i] - m[i]) * (u[i] * (1 - u[i]));
        }
    }

    private static void gruCandidateGradient(float[] dzm, float[] dh, float[] u, float[] m, int count) {
        for (int i = 0; i < count; i++) {
            dzm[i] = dh[i] * (1 - u[i]) * Functions.fma(-m[i], m[i], 1);
        }
    }

    @Override
    public void gruStateGradient(GruStep step) {
        int count = step.rows * step.units;
        first = atLeast(count, first);
        loadGate(step, 3, 0, first);
        stateGradient(step.dhBefore, step.dh, first, step.product, count);
    }

    private static void stateGradient(float[] before, float[] dh, float[] u, float[] product, int count) {
        for (int i = 0; i < count; i++) {
            before[i] = Functions.fma(dh[i], u[i], product[i]);
        }
    }
}
