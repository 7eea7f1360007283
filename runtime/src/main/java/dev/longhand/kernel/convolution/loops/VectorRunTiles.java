// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of the gradients of one filter of a pooled convolution, along the runs of its taps: {@code dw9} adds to 9
 * vectors of dW in 3 runs, {@code dw3} to 3 in one run, {@code dx9} adds 9 vectors of W in 3 runs to dx.
 */
final class VectorRunTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final int L = S.length();

    static void dw9(float[] x, int at, int[] runs, NonZeroGradients dz, int f, float[] dw, int to) {
        int[] positions = dz.positions;
        float[] values = dz.values;
        int from = dz.from(f);
        int end = dz.to(f);
        int x0 = at + runs[0];
        int x1 = at + runs[1];
        int x2 = at + runs[2];
        FloatVector s0 = FloatVector.fromArray(S, dw, to);
        FloatVector s1 = FloatVector.fromArray(S, dw, to + L);
        FloatVector s2 = FloatVector.fromArray(S, dw, to + 2 * L);
        FloatVector s3 = FloatVector.fromArray(S, dw, to + 3 * L);
        FloatVector s4 = FloatVector.fromArray(S, dw, to + 4 * L);
        FloatVector s5 = FloatVector.fromArray(S, dw, to + 5 * L);
        FloatVector s6 = FloatVector.fromArray(S, dw, to + 6 * L);
        FloatVector s7 = FloatVector.fromArray(S, dw, to + 7 * L);
        FloatVector s8 = FloatVector.fromArray(S, dw, to + 8 * L);
        for (int q = from; q < end; q++) {
            int position = positions[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            s0 = v.fma(FloatVector.fromArray(S, x, x0 + position), s0);
            s1 = v.fma(FloatVector.fromArray(S, x, x0 + position + L), s1);
            s2 = v.fma(FloatVector.fromArray(S, x, x0 + position + 2 * L), s2);
            s3 = v.fma(FloatVector.fromArray(S, x, x1 + position), s3);
            s4 = v.fma(FloatVector.fromArray(S, x, x1 + position + L), s4);
            s5 = v.fma(FloatVector.fromArray(S, x, x1 + position + 2 * L), s5);
            s6 = v.fma(FloatVector.fromArray(S, x, x2 + position), s6);
            s7 = v.fma(FloatVector.fromArray(S, x, x2 + position + L), s7);
            s8 = v.fma(FloatVector.fromArray(S, x, x2 + position + 2 * L), s8);
        }
        s0.intoArray(dw, to);
        s1.intoArray(dw, to + L);
        s2.intoArray(dw, to + 2 * L);
        s3.intoArray(dw, to + 3 * L);
        s4.intoArray(dw, to + 4 * L);
        s5.intoArray(dw, to + 5 * L);
        s6.intoArray(dw, to + 6 * L);
        s7.intoArray(dw, to + 7 * L);
        s8.intoArray(dw, to + 8 * L);
    }

    static void dw3(float[] x, int at, NonZeroGradients dz, int f, float[] dw, int to) {
        int[] positions = dz.positions;
        float[] values = dz.values;
        int from = dz.from(f);
        int end = dz.to(f);
        FloatVector s0 = FloatVector.fromArray(S, dw, to);
        FloatVector s1 = FloatVector.fromArray(S, dw, to + L);
        FloatVector s2 = FloatVector.fromArray(S, dw, to + 2 * L);
        for (int q = from; q < end; q++) {
            int x0 = at + positions[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            s0 = v.fma(FloatVector.fromArray(S, x, x0), s0);
            s1 = v.fma(FloatVector.fromArray(S, x, x0 + L), s1);
            s2 = v.fma(FloatVector.fromArray(S, x, x0 + 2 * L), s2);
        }
        s0.intoArray(dw, to);
        s1.intoArray(dw, to + L);
        s2.intoArray(dw, to + 2 * L);
    }

    static void dx9(float[] w, int w0, int[] runs, NonZeroGradients dz, int f, float[] dx, int at) {
        int[] positions = dz.positions;
        float[] values = dz.values;
        int from = dz.from(f);
        int end = dz.to(f);
        int x0 = at + runs[0];
        int x1 = at + runs[1];
        int x2 = at + runs[2];
        FloatVector w00 = FloatVector.fromArray(S, w, w0);
        FloatVector w01 = FloatVector.fromArray(S, w, w0 + L);
        FloatVector w02 = FloatVector.fromArray(S, w, w0 + 2 * L);
        FloatVector w10 = FloatVector.fromArray(S, w, w0 + 3 * L);
        FloatVector w11 = FloatVector.fromArray(S, w, w0 + 4 * L);
        FloatVector w12 = FloatVector.fromArray(S, w, w0 + 5 * L);
        FloatVector w20 = FloatVector.fromArray(S, w, w0 + 6 * L);
        FloatVector w21 = FloatVector.fromArray(S, w, w0 + 7 * L);
        FloatVector w22 = FloatVector.fromArray(S, w, w0 + 8 * L);
        for (int q = from; q < end; q++) {
            int position = positions[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            int y0 = x0 + position;
            v.fma(w00, FloatVector.fromArray(S, dx, y0)).intoArray(dx, y0);
            v.fma(w01, FloatVector.fromArray(S, dx, y0 + L)).intoArray(dx, y0 + L);
            v.fma(w02, FloatVector.fromArray(S, dx, y0 + 2 * L)).intoArray(dx, y0 + 2 * L);
            int y1 = x1 + position;
            v.fma(w10, FloatVector.fromArray(S, dx, y1)).intoArray(dx, y1);
            v.fma(w11, FloatVector.fromArray(S, dx, y1 + L)).intoArray(dx, y1 + L);
            v.fma(w12, FloatVector.fromArray(S, dx, y1 + 2 * L)).intoArray(dx, y1 + 2 * L);
            int y2 = x2 + position;
            v.fma(w20, FloatVector.fromArray(S, dx, y2)).intoArray(dx, y2);
            v.fma(w21, FloatVector.fromArray(S, dx, y2 + L)).intoArray(dx, y2 + L);
            v.fma(w22, FloatVector.fromArray(S, dx, y2 + 2 * L)).intoArray(dx, y2 + 2 * L);
        }
    }
}
