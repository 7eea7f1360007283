package dev.longhand.kernel.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** dx of a pooled convolution with the Vector API: weights are added along their runs. */
final class VectorInputGradients {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorInputGradients() {}

    /** {@link PatchSums#addInputGradients}, for runs of at least a vector. */
    static void add(ConvolutionShape c, float[] w, NonZeroGradients dz, int filter, float[] dx) {
        int[] runs = c.runs;
        int run = c.run;
        int from = filter * c.taps.length;
        int at = c.firstChannel(filter);
        if (runs.length == 3 && run == 3 * L) {
            addNine(w, from, runs, dz, filter, dx, at);
            return;
        }
        for (int q = dz.from(filter); q < dz.to(filter); q++) {
            for (int r = 0; r < runs.length; r++) {
                add(w, from + r * run, dz.values[q], dx, at + dz.positions[q] + runs[r], run);
            }
        }
    }

    /** Three runs of three vectors: all weights of a filter in registers. */
    private static void addNine(float[] w, int w0, int[] runs, NonZeroGradients list, int filter, float[] dx, int at) {
        int[] positions = list.positions;
        float[] values = list.values;
        int from = list.from(filter);
        int end = list.to(filter);
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

    private static void add(float[] w, int from, float value, float[] dx, int to, int count) {
        FloatVector v = FloatVector.broadcast(S, value);
        int i = 0;
        for (; i + L <= count; i += L) {
            v.fma(FloatVector.fromArray(S, w, from + i), FloatVector.fromArray(S, dx, to + i))
                    .intoArray(dx, to + i);
        }
        for (; i < count; i++) {
            dx[to + i] = Math.fma(value, w[from + i], dx[to + i]);
        }
    }
}
