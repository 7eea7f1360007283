package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** dx of a pooled convolution with the Vector API: weights are added along their runs. */
final class VectorInputGradients {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorInputGradients() {}

    /** {@link PatchSums#addInputGradients}, for runs of at least a vector. */
    static void add(ConvolutionShape shape, float[] w, NonZeroGradients dz, int filter, float[] dx) {
        int[] runs = shape.runs;
        int run = shape.run;
        int from = filter * shape.taps.length;
        int at = shape.firstChannel(filter);
        if (runs.length == 3 && run == 3 * L) {
            VectorRunTiles.dx9(w, from, runs, dz, filter, dx, at);
            return;
        }
        for (int q = dz.from(filter); q < dz.to(filter); q++) {
            for (int r = 0; r < runs.length; r++) {
                add(w, from + r * run, dz.values[q], dx, at + dz.positions[q] + runs[r], run);
            }
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
            dx[to + i] = Functions.fma(value, w[from + i], dx[to + i]);
        }
    }
}
