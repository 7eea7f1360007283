package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.function.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.VectorProduct;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over patches with the Vector API, in vectors of the one species that {@link VectorProduct} uses; what is
 * narrower than a vector goes to the plain loops, which give the same bits.
 */
public final class VectorPatchSums implements PatchSums {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private final PlainPatchSums plain = new PlainPatchSums();
    private final ActivationLoops activations = new ActivationLoops();
    private final NonZeroGradients list = new NonZeroGradients();
    private final VectorPatchProduct product = new VectorPatchProduct();
    private float[] zeros = new float[0];

    @Override
    public void set(
            float[] x,
            int at,
            int[] rows,
            int first,
            int[] columns,
            Matrix b,
            float[] start,
            int startAt,
            int startStride,
            Matrix c) {
        if (c.columns < VectorPatchProduct.narrowest()) {
            plain.set(x, at, rows, first, columns, b, start, startAt, startStride, c);
        } else {
            product.set(x, at, rows, first, columns, b, start, startAt, startStride, c);
        }
    }

    @Override
    public void addPatches(
            PooledConvolution c,
            int first,
            int end,
            float[] x,
            int at,
            float[] dz,
            float[] winners,
            int from,
            float[] sum) {
        Convolution convolution = c.convolution;
        int[] runs = convolution.runs;
        int run = convolution.run;
        for (int f = first, to = 0; f < end; f++, to += convolution.taps.length) {
            int image = at + convolution.firstChannel(f);
            list.list(c, winners, dz, from, f, f + 1);
            if (runs.length == 3 && run == 3 * L) {
                addNine(x, image, runs, list.places, list.values, list.from(f), list.to(f), sum, to);
            } else {
                addRuns(x, image, runs, run, f, sum, to);
            }
        }
    }

    private void addRuns(float[] x, int at, int[] runs, int run, int filter, float[] sum, int to) {
        for (int r = 0; r < runs.length; r++) {
            int from = at + runs[r];
            int end = to + r * run;
            int i = 0;
            for (; i + 3 * L <= run; i += 3 * L) {
                addThree(x, from + i, list.places, list.values, list.from(filter), list.to(filter), sum, end + i);
            }
            for (; i + L <= run; i += L) {
                addOne(x, from + i, list.places, list.values, list.from(filter), list.to(filter), sum, end + i);
            }
            for (; i < run; i++) {
                addNumber(x, from + i, list.places, list.values, list.from(filter), list.to(filter), sum, end + i);
            }
        }
    }

    /** Three runs of three vectors: all sums of a filter in registers. */
    private static void addNine(
            float[] x, int at, int[] runs, int[] places, float[] values, int from, int end, float[] sum, int to) {
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
            int place = places[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            s0 = v.fma(FloatVector.fromArray(S, x, x0 + place), s0);
            s1 = v.fma(FloatVector.fromArray(S, x, x0 + place + L), s1);
            s2 = v.fma(FloatVector.fromArray(S, x, x0 + place + 2 * L), s2);
            s3 = v.fma(FloatVector.fromArray(S, x, x1 + place), s3);
            s4 = v.fma(FloatVector.fromArray(S, x, x1 + place + L), s4);
            s5 = v.fma(FloatVector.fromArray(S, x, x1 + place + 2 * L), s5);
            s6 = v.fma(FloatVector.fromArray(S, x, x2 + place), s6);
            s7 = v.fma(FloatVector.fromArray(S, x, x2 + place + L), s7);
            s8 = v.fma(FloatVector.fromArray(S, x, x2 + place + 2 * L), s8);
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

    private static void addThree(
            float[] x, int at, int[] places, float[] values, int from, int end, float[] sum, int to) {
        FloatVector s0 = FloatVector.fromArray(S, sum, to);
        FloatVector s1 = FloatVector.fromArray(S, sum, to + L);
        FloatVector s2 = FloatVector.fromArray(S, sum, to + 2 * L);
        for (int q = from; q < end; q++) {
            int x0 = at + places[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            s0 = v.fma(FloatVector.fromArray(S, x, x0), s0);
            s1 = v.fma(FloatVector.fromArray(S, x, x0 + L), s1);
            s2 = v.fma(FloatVector.fromArray(S, x, x0 + 2 * L), s2);
        }
        s0.intoArray(sum, to);
        s1.intoArray(sum, to + L);
        s2.intoArray(sum, to + 2 * L);
    }

    private static void addOne(
            float[] x, int at, int[] places, float[] values, int from, int end, float[] sum, int to) {
        FloatVector s = FloatVector.fromArray(S, sum, to);
        for (int q = from; q < end; q++) {
            s = FloatVector.broadcast(S, values[q]).fma(FloatVector.fromArray(S, x, at + places[q]), s);
        }
        s.intoArray(sum, to);
    }

    private static void addNumber(
            float[] x, int at, int[] places, float[] values, int from, int end, float[] sum, int to) {
        float s = sum[to];
        for (int q = from; q < end; q++) {
            s = Math.fma(values[q], x[at + places[q]], s);
        }
        sum[to] = s;
    }

    @Override
    public void addToPatches(
            float[] w, int from, int[] runs, int run, NonZeroGradients list, int filter, float[] dx, int at) {
        if (runs.length == 3 && run == 3 * L) {
            addToNine(w, from, runs, list.places, list.values, list.from(filter), list.to(filter), dx, at);
        } else if (run < L) {
            plain.addToPatches(w, from, runs, run, list, filter, dx, at);
        } else {
            for (int q = list.from(filter); q < list.to(filter); q++) {
                for (int r = 0; r < runs.length; r++) {
                    addTo(w, from + r * run, list.values[q], dx, at + list.places[q] + runs[r], run);
                }
            }
        }
    }

    /** Three runs of three vectors: all weights of a filter in registers. */
    private static void addToNine(
            float[] w, int w0, int[] runs, int[] places, float[] values, int from, int end, float[] dx, int at) {
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
            int place = places[q];
            FloatVector v = FloatVector.broadcast(S, values[q]);
            int y0 = x0 + place;
            v.fma(w00, FloatVector.fromArray(S, dx, y0)).intoArray(dx, y0);
            v.fma(w01, FloatVector.fromArray(S, dx, y0 + L)).intoArray(dx, y0 + L);
            v.fma(w02, FloatVector.fromArray(S, dx, y0 + 2 * L)).intoArray(dx, y0 + 2 * L);
            int y1 = x1 + place;
            v.fma(w10, FloatVector.fromArray(S, dx, y1)).intoArray(dx, y1);
            v.fma(w11, FloatVector.fromArray(S, dx, y1 + L)).intoArray(dx, y1 + L);
            v.fma(w12, FloatVector.fromArray(S, dx, y1 + 2 * L)).intoArray(dx, y1 + 2 * L);
            int y2 = x2 + place;
            v.fma(w20, FloatVector.fromArray(S, dx, y2)).intoArray(dx, y2);
            v.fma(w21, FloatVector.fromArray(S, dx, y2 + L)).intoArray(dx, y2 + L);
            v.fma(w22, FloatVector.fromArray(S, dx, y2 + 2 * L)).intoArray(dx, y2 + 2 * L);
        }
    }

    private static void addTo(float[] w, int from, float value, float[] dx, int to, int count) {
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

    @Override
    public void maxOfPools(float[] z, int pools, int poolSize, int filters, float[] a, float[] winners, int to) {
        if (filters < L) {
            plain.maxOfPools(z, pools, poolSize, filters, a, winners, to);
            return;
        }
        for (int pool = 0; pool < pools; pool++) {
            int from = pool * poolSize * filters;
            int end = to + pool * filters;
            for (int f = 0; f < filters; f += L) {
                int first = Math.min(f, filters - L);
                if (poolSize == 4) {
                    maxOfFour(z, from + first, filters, a, winners, end + first);
                } else {
                    max(z, from + first, filters, poolSize, a, winners, end + first);
                }
            }
        }
    }

    private static void maxOfFour(float[] z, int from, int filters, float[] a, float[] winners, int to) {
        FloatVector z0 = FloatVector.fromArray(S, z, from);
        FloatVector z1 = FloatVector.fromArray(S, z, from + filters);
        FloatVector z2 = FloatVector.fromArray(S, z, from + 2 * filters);
        FloatVector z3 = FloatVector.fromArray(S, z, from + 3 * filters);
        VectorMask<Float> larger1 = z1.compare(VectorOperators.GT, z0);
        VectorMask<Float> larger3 = z3.compare(VectorOperators.GT, z2);
        FloatVector max01 = z0.max(z1);
        FloatVector max23 = z2.max(z3);
        FloatVector code01 = FloatVector.zero(S).blend(FloatVector.broadcast(S, 1f), larger1);
        FloatVector code23 = FloatVector.broadcast(S, 2f).blend(FloatVector.broadcast(S, 3f), larger3);
        VectorMask<Float> larger = max23.compare(VectorOperators.GT, max01);
        max01.max(max23).intoArray(a, to);
        code01.blend(code23, larger).intoArray(winners, to);
    }

    private static void max(float[] z, int from, int filters, int poolSize, float[] a, float[] winners, int to) {
        FloatVector max = FloatVector.fromArray(S, z, from);
        FloatVector code = FloatVector.zero(S);
        for (int pixel = 1; pixel < poolSize; pixel++) {
            FloatVector next = FloatVector.fromArray(S, z, from + pixel * filters);
            VectorMask<Float> larger = next.compare(VectorOperators.GT, max);
            max = max.max(next);
            code = code.blend(FloatVector.broadcast(S, (float) pixel), larger);
        }
        max.intoArray(a, to);
        code.intoArray(winners, to);
    }

    @Override
    public boolean takesImages(PooledConvolution c, Activation f, int images) {
        if (VectorPoolsOfNine.suits(c)) {
            return f == Activation.RELU;
        }
        return c.convolution.groupFilters() < VectorPatchProduct.narrowest() && plain.takesImages(c, f, images);
    }

    @Override
    public void maxOfImages(
            PooledConvolution c,
            float[] x,
            int at,
            int stride,
            int images,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int to) {
        if (!VectorPoolsOfNine.suits(c) || f != Activation.RELU) {
            plain.maxOfImages(c, x, at, stride, images, p, w, b, f, slope, a, winners, to);
            return;
        }
        boolean hasBias = b != ConvolutionKernels.NO_BIAS;
        if (!hasBias && zeros.length < c.convolution.filters) {
            zeros = new float[c.convolution.filters];
        }
        float[] start = hasBias ? p : zeros;
        int size = c.outputSize();
        for (int i = 0; i < images; i++) {
            int first = to + i * size;
            VectorPoolsOfNine.max(c, x, at + i * stride, p, w, start, hasBias ? b : 0, a, winners, first);
            // The largest of max(0, z) is max(0, the largest z).
            activations.activate(f, slope, a, a, first, first + size, c.convolution.filters);
        }
    }

    @Override
    public boolean takesInputGradients(PooledConvolution c) {
        return c.convolution.run < L && plain.takesInputGradients(c);
    }

    @Override
    public void inputGradientOfImages(
            PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int from, int to) {
        plain.inputGradientOfImages(c, winners, dz, w, dx, from, to);
    }

    @Override
    public void addPools(
            PooledConvolution c,
            int group,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            Matrix sums) {
        int width = sums.columns;
        if (width < L || c.poolSize() != 4) {
            plain.addPools(c, group, x, at, tap, dz, winners, from, start, sums);
            return;
        }
        for (int f = 0; f < width; f += L) {
            int column = group * width + Math.min(f, width - L);
            int end = tap + sums.rows;
            int filters = c.convolution.filters;
            int row = tap;
            for (; row + 9 <= end; row += 9) {
                int to = (row - tap) * filters + column;
                pools9(c, x, at, row, dz, winners, from + column, start, to, sums.values, to);
            }
            for (; row + 4 <= end; row += 4) {
                int to = (row - tap) * filters + column;
                pools4(c, x, at, row, dz, winners, from + column, start, to, sums.values, to);
            }
            for (; row < end; row++) {
                int to = (row - tap) * filters + column;
                pools1(c, x, at, row, dz, winners, from + column, start, to, sums.values, to);
            }
        }
    }

    private static void pools9(
            PooledConvolution c,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            int begin,
            float[] sums,
            int to) {
        int[] pixels = c.pixels;
        int[] taps = c.convolution.taps;
        int filters = c.convolution.filters;
        int x0 = at + taps[tap];
        int x1 = at + taps[tap + 1];
        int x2 = at + taps[tap + 2];
        int x3 = at + taps[tap + 3];
        int x4 = at + taps[tap + 4];
        int x5 = at + taps[tap + 5];
        int x6 = at + taps[tap + 6];
        int x7 = at + taps[tap + 7];
        int x8 = at + taps[tap + 8];
        FloatVector s0 = FloatVector.fromArray(S, start, begin);
        FloatVector s1 = FloatVector.fromArray(S, start, begin + filters);
        FloatVector s2 = FloatVector.fromArray(S, start, begin + 2 * filters);
        FloatVector s3 = FloatVector.fromArray(S, start, begin + 3 * filters);
        FloatVector s4 = FloatVector.fromArray(S, start, begin + 4 * filters);
        FloatVector s5 = FloatVector.fromArray(S, start, begin + 5 * filters);
        FloatVector s6 = FloatVector.fromArray(S, start, begin + 6 * filters);
        FloatVector s7 = FloatVector.fromArray(S, start, begin + 7 * filters);
        FloatVector s8 = FloatVector.fromArray(S, start, begin + 8 * filters);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector three = FloatVector.broadcast(S, 3f);
        for (int pixel = 0, q = from, end = pixels.length; pixel < end; pixel += 4, q += filters) {
            FloatVector d = FloatVector.fromArray(S, dz, q);
            FloatVector winner = FloatVector.fromArray(S, winners, q);
            FloatVector v = zero.blend(d, winner.compare(VectorOperators.EQ, zero));
            int place = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + place]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + place]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + place]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + place]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + place]), s8);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, one));
            place = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + place]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + place]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + place]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + place]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + place]), s8);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, two));
            place = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + place]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + place]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + place]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + place]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + place]), s8);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, three));
            place = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + place]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + place]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + place]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + place]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + place]), s8);
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + filters);
        s2.intoArray(sums, to + 2 * filters);
        s3.intoArray(sums, to + 3 * filters);
        s4.intoArray(sums, to + 4 * filters);
        s5.intoArray(sums, to + 5 * filters);
        s6.intoArray(sums, to + 6 * filters);
        s7.intoArray(sums, to + 7 * filters);
        s8.intoArray(sums, to + 8 * filters);
    }

    private static void pools4(
            PooledConvolution c,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            int begin,
            float[] sums,
            int to) {
        int[] pixels = c.pixels;
        int[] taps = c.convolution.taps;
        int filters = c.convolution.filters;
        int x0 = at + taps[tap];
        int x1 = at + taps[tap + 1];
        int x2 = at + taps[tap + 2];
        int x3 = at + taps[tap + 3];
        FloatVector s0 = FloatVector.fromArray(S, start, begin);
        FloatVector s1 = FloatVector.fromArray(S, start, begin + filters);
        FloatVector s2 = FloatVector.fromArray(S, start, begin + 2 * filters);
        FloatVector s3 = FloatVector.fromArray(S, start, begin + 3 * filters);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector three = FloatVector.broadcast(S, 3f);
        for (int pixel = 0, q = from, end = pixels.length; pixel < end; pixel += 4, q += filters) {
            FloatVector d = FloatVector.fromArray(S, dz, q);
            FloatVector winner = FloatVector.fromArray(S, winners, q);
            FloatVector v = zero.blend(d, winner.compare(VectorOperators.EQ, zero));
            int place = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, one));
            place = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, two));
            place = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, three));
            place = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + place]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + place]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + place]), s3);
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + filters);
        s2.intoArray(sums, to + 2 * filters);
        s3.intoArray(sums, to + 3 * filters);
    }

    private static void pools1(
            PooledConvolution c,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            int begin,
            float[] sums,
            int to) {
        int[] pixels = c.pixels;
        int[] taps = c.convolution.taps;
        int filters = c.convolution.filters;
        int x0 = at + taps[tap];
        FloatVector s0 = FloatVector.fromArray(S, start, begin);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector three = FloatVector.broadcast(S, 3f);
        for (int pixel = 0, q = from, end = pixels.length; pixel < end; pixel += 4, q += filters) {
            FloatVector d = FloatVector.fromArray(S, dz, q);
            FloatVector winner = FloatVector.fromArray(S, winners, q);
            FloatVector v = zero.blend(d, winner.compare(VectorOperators.EQ, zero));
            int place = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, one));
            place = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, two));
            place = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
            v = zero.blend(d, winner.compare(VectorOperators.EQ, three));
            place = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + place]), s0);
        }
        s0.intoArray(sums, to);
    }
}
