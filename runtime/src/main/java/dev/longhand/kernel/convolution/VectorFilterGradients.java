package dev.longhand.kernel.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** dW of filters of a pooled convolution with the Vector API: patches are added along their taps. */
final class VectorFilterGradients {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private final NonZeroGradients list = new NonZeroGradients();

    /** {@link PatchSums#addFilterGradients}. */
    void add(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        ConvolutionShape c = dz.c.convolution;
        for (int f = first, to = 0; f < end; f++, to += c.taps.length) {
            int image = x.at + c.firstChannel(f);
            list.list(dz, at, f);
            if (c.runs.length == 3 && c.run == 3 * L) {
                addNine(x.values, image, c.runs, list, f, dw, to);
            } else {
                addRuns(x.values, image, c, f, dw, to);
            }
        }
    }

    private void addRuns(float[] x, int at, ConvolutionShape c, int filter, float[] sum, int to) {
        int[] runs = c.runs;
        int run = c.run;
        for (int r = 0; r < runs.length; r++) {
            int from = at + runs[r];
            int end = to + r * run;
            int i = 0;
            for (; i + 3 * L <= run; i += 3 * L) {
                addThree(x, from + i, list, filter, sum, end + i);
            }
            for (; i + L <= run; i += L) {
                addOne(x, from + i, list, filter, sum, end + i);
            }
            for (; i < run; i++) {
                addNumber(x, from + i, list, filter, sum, end + i);
            }
        }
    }

    /** Three runs of three vectors: all sums of a filter in registers. */
    private static void addNine(float[] x, int at, int[] runs, NonZeroGradients list, int filter, float[] sum, int to) {
        int[] positions = list.positions;
        float[] values = list.values;
        int from = list.from(filter);
        int end = list.to(filter);
        int x0 = at + runs[0];
        int x1 = at + runs[1];
        int x2 = at + runs[2];
        FloatVector s0 = FloatVector.fromArray(S, sum, to);
        FloatVector s1 = FloatVector.fromArray(S, sum, to + L);
        FloatVector s2 = FloatVector.fromArray(S, sum, to + 2 * L);
        FloatVector s3 = FloatVector.fromArray(S, sum, to + 3 * L);
        FloatVector s4 = FloatVector.fromArray(S, sum, to + 4 * L);
        FloatVector s5 = FloatVector.fromArray(S, sum, to + 5 * L);
        FloatVector s6 = FloatVector.fromArray(S, sum, to + 6 * L);
        FloatVector s7 = FloatVector.fromArray(S, sum, to + 7 * L);
        FloatVector s8 = FloatVector.fromArray(S, sum, to + 8 * L);
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
        s0.intoArray(sum, to);
        s1.intoArray(sum, to + L);
        s2.intoArray(sum, to + 2 * L);
        s3.intoArray(sum, to + 3 * L);
        s4.intoArray(sum, to + 4 * L);
        s5.intoArray(sum, to + 5 * L);
        s6.intoArray(sum, to + 6 * L);
        s7.intoArray(sum, to + 7 * L);
        s8.intoArray(sum, to + 8 * L);
    }

    private static void addThree(float[] x, int at, NonZeroGradients list, int filter, float[] sum, int to) {
        int[] positions = list.positions;
        float[] values = list.values;
        int from = list.from(filter);
        int end = list.to(filter);
        FloatVector s0 = FloatVector.fromArray(S, sum, to);
        FloatVector s1 = FloatVector.fromArray(S, sum, to + L);
        FloatVector s2 = FloatVector.fromArray(S, sum, to + 2 * L);
        for (int q = from; q < end; q++) {
            int x0 = at + positions[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            s0 = v.fma(FloatVector.fromArray(S, x, x0), s0);
            s1 = v.fma(FloatVector.fromArray(S, x, x0 + L), s1);
            s2 = v.fma(FloatVector.fromArray(S, x, x0 + 2 * L), s2);
        }
        s0.intoArray(sum, to);
        s1.intoArray(sum, to + L);
        s2.intoArray(sum, to + 2 * L);
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
            s = Math.fma(values[q], x[at + positions[q]], s);
        }
        sum[to] = s;
    }
}
