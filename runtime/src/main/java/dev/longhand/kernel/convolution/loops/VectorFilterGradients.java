package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** dW of filters of a pooled convolution with the Vector API: patches are added along their taps. */
final class VectorFilterGradients {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private final NonZeroGradients list = new NonZeroGradients();

    /** {@link PatchSums#addFilterGradients}. */
    void add(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        ConvolutionShape shape = dz.shape.convolution;
        for (int f = first, to = 0; f < end; f++, to += shape.taps.length) {
            int image = x.at + shape.firstChannel(f);
            list.list(dz, at, f);
            if (shape.runs.length == 3 && shape.run == 3 * L) {
                VectorRunTiles.dw9(x.values, image, shape.runs, list, f, dw, to);
            } else {
                addRuns(x.values, image, shape, f, dw, to);
            }
        }
    }

    private void addRuns(float[] x, int at, ConvolutionShape shape, int filter, float[] sum, int to) {
        int[] runs = shape.runs;
        int run = shape.run;
        for (int r = 0; r < runs.length; r++) {
            int from = at + runs[r];
            int end = to + r * run;
            int i = 0;
            for (; i + 3 * L <= run; i += 3 * L) {
                VectorRunTiles.dw3(x, from + i, list, filter, sum, end + i);
            }
            for (; i + L <= run; i += L) {
                addOne(x, from + i, list, filter, sum, end + i);
            }
            for (; i < run; i++) {
                addNumber(x, from + i, list, filter, sum, end + i);
            }
        }
    }

    private static void addOne(float[] x, int at, NonZeroGradients list, int filter, float[] sum, int to) {
        int[] positions = list.positions;
        float[] values = list.values;
        int from = list.from(filter);
        int end = list.to(filter);
        FloatVector s = FloatVector.fromArray(S, sum, to);
        for (int q = from; q < end; q++) {
            s = FloatVector.broadcast(S, values[q]).fma(FloatVector.fromArray(S, x, at + positions[q]), s);
        }
        s.intoArray(sum, to);
    }

    private static void addNumber(float[] x, int at, NonZeroGradients list, int filter, float[] sum, int to) {
        int[] positions = list.positions;
        float[] values = list.values;
        int from = list.from(filter);
        int end = list.to(filter);
        float s = sum[to];
        for (int q = from; q < end; q++) {
            s = Functions.fma(values[q], x[at + positions[q]], s);
        }
        sum[to] = s;
    }
}
