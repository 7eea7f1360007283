package dev.longhand.kernel.recurrent.loops;

import static dev.longhand.kernel.recurrent.loops.RecurrentLoops.atLeast;

import dev.longhand.kernel.function.loops.VectorFunctions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Cells} with the Vector API, row by row, while a row is in the first-level cache. No array is read after it has
 * been written in the same loop: so the last vector of a row may overlap the one before it.
 */
final class VectorCells implements Cells {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** For rows shorter than a vector. */
    private final Cells narrow = new PlainCells();

    /** The sums inside σ and tanh, [k·units]. */
    private float[] z = new float[0];

    /** tanh(c), [units]. */
    private float[] tanhOfC = new float[0];

    /** c before step 0, [units]. */
    private float[] zeros = new float[0];

    private void reserve(Step step, int k) {
        z = atLeast(k * step.units, z);
        tanhOfC = atLeast(step.units, tanhOfC);
        zeros = atLeast(step.units, zeros);
    }

    @Override
    public void lstm(LstmStep step) {
        if (step.units < L) {
            narrow.lstm(step);
            return;
        }
        reserve(step, 4);
        int units = step.units;
        float[] before = step.isFirst ? zeros : step.c;
        for (int row = 0; row < step.rows; row++) {
            int at = step.at + row * step.stride;
            float[] gates = step.gates;
            int i = 4 * at;
            add(gates, i, step.v, 4 * row * units, z, 4 * units);
            VectorFunctions.sigmoid(z, 0, gates, i, 2 * units);
            VectorFunctions.tanh(z, 2 * units, gates, i + 2 * units, units);
            VectorFunctions.sigmoid(z, 3 * units, gates, i + 3 * units, units);
            memory(gates, i, before, step.isFirst ? 0 : at - units, step.c, at, units);
            VectorFunctions.tanh(step.c, at, tanhOfC, 0, units);
            multiply(gates, i + 3 * units, tanhOfC, step.h, row * units, units);
        }
    }

    /** z = x + v. */
    private static void add(float[] x, int from, float[] v, int fromV, float[] z, int count) {
        for (int j = 0; j < count; j += L) {
            int k = Math.min(j, count - L);
            FloatVector sum = FloatVector.fromArray(S, x, from + k).add(FloatVector.fromArray(S, v, fromV + k));
            sum.intoArray(z, k);
        }
    }

    /** c = f·c' + i·g. */
    private static void memory(float[] gates, int i, float[] before, int from, float[] c, int to, int units) {
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector iv = FloatVector.fromArray(S, gates, i + k);
            FloatVector fv = FloatVector.fromArray(S, gates, i + units + k);
            FloatVector gv = FloatVector.fromArray(S, gates, i + 2 * units + k);
            fv.fma(FloatVector.fromArray(S, before, from + k), iv.mul(gv)).intoArray(c, to + k);
        }
    }

    /** product = x·y. */
    private static void multiply(float[] x, int from, float[] y, float[] product, int to, int count) {
        for (int j = 0; j < count; j += L) {
            int k = Math.min(j, count - L);
            FloatVector xv = FloatVector.fromArray(S, x, from + k);
            xv.mul(FloatVector.fromArray(S, y, k)).intoArray(product, to + k);
        }
    }

    @Override
    public void lstmGradient(LstmStep step) {
        if (step.units < L) {
            narrow.lstmGradient(step);
            return;
        }
        reserve(step, 4);
        float[] before = step.isFirst ? zeros : step.c;
        for (int row = 0; row < step.rows; row++) {
            int at = step.at + row * step.stride;
            VectorFunctions.tanh(step.c, at, tanhOfC, 0, step.units);
            lstmGradient(step, row, before, step.isFirst ? 0 : at - step.units);
        }
    }

    private void lstmGradient(LstmStep step, int row, float[] before, int from) {
        float[] gates = step.gates;
        float[] dz = step.dz;
        int units = step.units;
        int i = 4 * (step.at + row * step.stride);
        int at = row * units;
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector iv = FloatVector.fromArray(S, gates, i + k);
            FloatVector fv = FloatVector.fromArray(S, gates, i + units + k);
            FloatVector gv = FloatVector.fromArray(S, gates, i + 2 * units + k);
            FloatVector ov = FloatVector.fromArray(S, gates, i + 3 * units + k);
            FloatVector tanh = FloatVector.fromArray(S, tanhOfC, k);
            FloatVector dh = FloatVector.fromArray(S, step.dh, at + k);
            FloatVector one = FloatVector.broadcast(S, 1f);
            FloatVector dc = FloatVector.fromArray(S, step.dc, at + k);
            dc = dh.mul(ov).fma(tanh.neg().fma(tanh, one), dc);
            dc.mul(gv).mul(iv.mul(one.sub(iv))).intoArray(dz, i + k);
            FloatVector previous = FloatVector.fromArray(S, before, from + k);
            dc.mul(previous).mul(fv.mul(one.sub(fv))).intoArray(dz, i + units + k);
            dc.mul(iv).mul(gv.neg().fma(gv, one)).intoArray(dz, i + 2 * units + k);
            dh.mul(tanh).mul(ov.mul(one.sub(ov))).intoArray(dz, i + 3 * units + k);
            dc.mul(fv).intoArray(step.dcBefore, at + k);
        }
    }

    @Override
    public void gru(GruStep step) {
        if (step.units < L) {
            narrow.gru(step);
            return;
        }
        reserve(step, 3);
        int units = step.units;
        float[] gates = step.gates;
        for (int row = 0; row < step.rows; row++) {
            int at = step.at + row * step.stride;
            int v = 3 * row * units;
            int u = 3 * at;
            add(gates, u, step.v, v, z, 2 * units);
            VectorFunctions.sigmoid(z, 0, gates, u, 2 * units);
            candidate(gates, u + units, step.v, v + 2 * units, z, units);
            VectorFunctions.tanh(z, 0, gates, u + 2 * units, units);
            System.arraycopy(step.v, v + 2 * units, step.vm, at, units);
            gruState(step, u, at, row * units);
        }
    }

    /** z = r·vm + sm: the sum inside the candidate's tanh. */
    private static void candidate(float[] gates, int r, float[] vm, int from, float[] z, int units) {
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector rv = FloatVector.fromArray(S, gates, r + k);
            FloatVector sm = FloatVector.fromArray(S, gates, r + units + k);
            rv.fma(FloatVector.fromArray(S, vm, from + k), sm).intoArray(z, k);
        }
    }

    /** h = u·(h' − m) + m. */
    private static void gruState(GruStep step, int u, int at, int to) {
        float[] gates = step.gates;
        int units = step.units;
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector uv = FloatVector.fromArray(S, gates, u + k);
            FloatVector m = FloatVector.fromArray(S, gates, u + 2 * units + k);
            FloatVector previous = FloatVector.fromArray(S, step.previous, at + k);
            uv.fma(previous.sub(m), m).intoArray(step.h, to + k);
        }
    }

    @Override
    public void gruGradient(GruStep step) {
        if (step.units < L) {
            narrow.gruGradient(step);
            return;
        }
        for (int row = 0; row < step.rows; row++) {
            gruGradient(step, row);
        }
    }

    private static void gruGradient(GruStep step, int row) {
        float[] gates = step.gates;
        float[] dz = step.dz;
        float[] dv = step.dv;
        int units = step.units;
        int at = step.at + row * step.stride;
        int u = 3 * at;
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector uv = FloatVector.fromArray(S, gates, u + k);
            FloatVector rv = FloatVector.fromArray(S, gates, u + units + k);
            FloatVector m = FloatVector.fromArray(S, gates, u + 2 * units + k);
            FloatVector previous = FloatVector.fromArray(S, step.previous, at + k);
            FloatVector vm = FloatVector.fromArray(S, step.vm, at + k);
            FloatVector dh = FloatVector.fromArray(S, step.dh, row * units + k);
            FloatVector one = FloatVector.broadcast(S, 1f);
            FloatVector dzu = dh.mul(previous.sub(m)).mul(uv.mul(one.sub(uv)));
            dzu.intoArray(dz, u + k);
            dzu.intoArray(dv, u + k);
            FloatVector dzm = dh.mul(one.sub(uv)).mul(m.neg().fma(m, one));
            FloatVector dzr = dzm.mul(vm).mul(rv.mul(one.sub(rv)));
            dzr.intoArray(dz, u + units + k);
            dzr.intoArray(dv, u + units + k);
            dzm.intoArray(dz, u + 2 * units + k);
            dzm.mul(rv).intoArray(dv, u + 2 * units + k);
        }
    }

    @Override
    public void gruStateGradient(GruStep step) {
        int units = step.units;
        if (units < L) {
            narrow.gruStateGradient(step);
            return;
        }
        for (int row = 0; row < step.rows; row++) {
            int u = 3 * (step.at + row * step.stride);
            stateGradient(step, u, row * units);
        }
    }

    private static void stateGradient(GruStep step, int u, int at) {
        int units = step.units;
        for (int j = 0; j < units; j += L) {
            int k = Math.min(j, units - L);
            FloatVector dh = FloatVector.fromArray(S, step.dh, at + k);
            FloatVector product = FloatVector.fromArray(S, step.product, at + k);
            dh.fma(FloatVector.fromArray(S, step.gates, u + k), product).intoArray(step.dhBefore, at + k);
        }
    }
}
