// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a convolution whose kernel has three adjacent columns, for one vector of filters.
 *
 * <p>{@code sum7} adds to the sums of 7 rows, which lie {@code sumStride} apart: that of column q at {@code (q + 2)·L}.
 * The image begins at {@code at}, the weights at {@code w0}. Columns are read from left to right: column q is
 * added to the sums of q − 2, q − 1 and q, kept in {@code a}, {@code b} and {@code c}.
 *
 * <p>{@code gradient} computes dW = start + Σ x·dz of 8 channels for three kernel columns, 24 rows of dW, over some
 * pixels of the image.
 */
final class VectorGridTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final int L = S.length();

    float[] x = {};

    float[] b = {};

    float[] sums = {};

    float[] dz = {};

    float[] start = {};

    float[] c = {};

    int[] pixels = {};

    int[] gradients = {};

    int rowStride;

    int rowDistance;

    int channels;

    int kernelRows;

    int firstColumn;

    int endColumn;

    int bStride;

    int sumStride;

    int firstPixel;

    int endPixel;

    int filters;

    int from;

    int startStride;

    int to;

    int cStride;

    void sum7(int at, int w0) {
        float[] x = this.x;
        float[] w = b;
        float[] sums = this.sums;
        int channels = this.channels;
        int bStride = this.bStride;
        int endColumn = this.endColumn;
        int s0 = 0;
        int s1 = sumStride;
        int s2 = 2 * sumStride;
        int s3 = 3 * sumStride;
        int s4 = 4 * sumStride;
        int s5 = 5 * sumStride;
        int s6 = 6 * sumStride;
        for (int i = 0; i < kernelRows; i++) {
            int x0 = at + i * rowDistance + firstColumn * channels;
            int x1 = x0 + rowStride;
            int x2 = x1 + rowStride;
            int x3 = x2 + rowStride;
            int x4 = x3 + rowStride;
            int x5 = x4 + rowStride;
            int x6 = x5 + rowStride;
            int step = channels * bStride;
            int wi = w0 + 3 * i * step;
            int q = firstColumn;
            FloatVector a0 = FloatVector.fromArray(S, sums, s0 + q * L);
            FloatVector a1 = FloatVector.fromArray(S, sums, s1 + q * L);
            FloatVector a2 = FloatVector.fromArray(S, sums, s2 + q * L);
            FloatVector a3 = FloatVector.fromArray(S, sums, s3 + q * L);
            FloatVector a4 = FloatVector.fromArray(S, sums, s4 + q * L);
            FloatVector a5 = FloatVector.fromArray(S, sums, s5 + q * L);
            FloatVector a6 = FloatVector.fromArray(S, sums, s6 + q * L);
            FloatVector b0 = FloatVector.fromArray(S, sums, s0 + q * L + L);
            FloatVector b1 = FloatVector.fromArray(S, sums, s1 + q * L + L);
            FloatVector b2 = FloatVector.fromArray(S, sums, s2 + q * L + L);
            FloatVector b3 = FloatVector.fromArray(S, sums, s3 + q * L + L);
            FloatVector b4 = FloatVector.fromArray(S, sums, s4 + q * L + L);
            FloatVector b5 = FloatVector.fromArray(S, sums, s5 + q * L + L);
            FloatVector b6 = FloatVector.fromArray(S, sums, s6 + q * L + L);
            for (; q < endColumn; q++) {
                FloatVector c0 = FloatVector.fromArray(S, sums, s0 + q * L + 2 * L);
                FloatVector c1 = FloatVector.fromArray(S, sums, s1 + q * L + 2 * L);
                FloatVector c2 = FloatVector.fromArray(S, sums, s2 + q * L + 2 * L);
                FloatVector c3 = FloatVector.fromArray(S, sums, s3 + q * L + 2 * L);
                FloatVector c4 = FloatVector.fromArray(S, sums, s4 + q * L + 2 * L);
                FloatVector c5 = FloatVector.fromArray(S, sums, s5 + q * L + 2 * L);
                FloatVector c6 = FloatVector.fromArray(S, sums, s6 + q * L + 2 * L);
                for (int k = 0, wk = wi; k < channels; k++, wk += bStride) {
                    FloatVector w0k = FloatVector.fromArray(S, w, wk);
                    FloatVector w1k = FloatVector.fromArray(S, w, wk + step);
                    FloatVector w2k = FloatVector.fromArray(S, w, wk + 2 * step);
                    FloatVector v = FloatVector.broadcast(S, x[x0 + k]);
                    c0 = v.fma(w0k, c0);
                    b0 = v.fma(w1k, b0);
                    a0 = v.fma(w2k, a0);
                    v = FloatVector.broadcast(S, x[x1 + k]);
                    c1 = v.fma(w0k, c1);
                    b1 = v.fma(w1k, b1);
                    a1 = v.fma(w2k, a1);
                    v = FloatVector.broadcast(S, x[x2 + k]);
                    c2 = v.fma(w0k, c2);
                    b2 = v.fma(w1k, b2);
                    a2 = v.fma(w2k, a2);
                    v = FloatVector.broadcast(S, x[x3 + k]);
                    c3 = v.fma(w0k, c3);
                    b3 = v.fma(w1k, b3);
                    a3 = v.fma(w2k, a3);
                    v = FloatVector.broadcast(S, x[x4 + k]);
                    c4 = v.fma(w0k, c4);
                    b4 = v.fma(w1k, b4);
                    a4 = v.fma(w2k, a4);
                    v = FloatVector.broadcast(S, x[x5 + k]);
                    c5 = v.fma(w0k, c5);
                    b5 = v.fma(w1k, b5);
                    a5 = v.fma(w2k, a5);
                    v = FloatVector.broadcast(S, x[x6 + k]);
                    c6 = v.fma(w0k, c6);
                    b6 = v.fma(w1k, b6);
                    a6 = v.fma(w2k, a6);
                }
                a0.intoArray(sums, s0 + q * L);
                a0 = b0;
                b0 = c0;
                x0 += channels;
                a1.intoArray(sums, s1 + q * L);
                a1 = b1;
                b1 = c1;
                x1 += channels;
                a2.intoArray(sums, s2 + q * L);
                a2 = b2;
                b2 = c2;
                x2 += channels;
                a3.intoArray(sums, s3 + q * L);
                a3 = b3;
                b3 = c3;
                x3 += channels;
                a4.intoArray(sums, s4 + q * L);
                a4 = b4;
                b4 = c4;
                x4 += channels;
                a5.intoArray(sums, s5 + q * L);
                a5 = b5;
                b5 = c5;
                x5 += channels;
                a6.intoArray(sums, s6 + q * L);
                a6 = b6;
                b6 = c6;
                x6 += channels;
            }
            a0.intoArray(sums, s0 + q * L);
            a1.intoArray(sums, s1 + q * L);
            a2.intoArray(sums, s2 + q * L);
            a3.intoArray(sums, s3 + q * L);
            a4.intoArray(sums, s4 + q * L);
            a5.intoArray(sums, s5 + q * L);
            a6.intoArray(sums, s6 + q * L);
            b0.intoArray(sums, s0 + q * L + L);
            b1.intoArray(sums, s1 + q * L + L);
            b2.intoArray(sums, s2 + q * L + L);
            b3.intoArray(sums, s3 + q * L + L);
            b4.intoArray(sums, s4 + q * L + L);
            b5.intoArray(sums, s5 + q * L + L);
            b6.intoArray(sums, s6 + q * L + L);
        }
    }

    void sum3(int at, int w0) {
        float[] x = this.x;
        float[] w = b;
        float[] sums = this.sums;
        int channels = this.channels;
        int bStride = this.bStride;
        int endColumn = this.endColumn;
        int s0 = 0;
        int s1 = sumStride;
        int s2 = 2 * sumStride;
        for (int i = 0; i < kernelRows; i++) {
            int x0 = at + i * rowDistance + firstColumn * channels;
            int x1 = x0 + rowStride;
            int x2 = x1 + rowStride;
            int step = channels * bStride;
            int wi = w0 + 3 * i * step;
            int q = firstColumn;
            FloatVector a0 = FloatVector.fromArray(S, sums, s0 + q * L);
            FloatVector a1 = FloatVector.fromArray(S, sums, s1 + q * L);
            FloatVector a2 = FloatVector.fromArray(S, sums, s2 + q * L);
            FloatVector b0 = FloatVector.fromArray(S, sums, s0 + q * L + L);
            FloatVector b1 = FloatVector.fromArray(S, sums, s1 + q * L + L);
            FloatVector b2 = FloatVector.fromArray(S, sums, s2 + q * L + L);
            for (; q < endColumn; q++) {
                FloatVector c0 = FloatVector.fromArray(S, sums, s0 + q * L + 2 * L);
                FloatVector c1 = FloatVector.fromArray(S, sums, s1 + q * L + 2 * L);
                FloatVector c2 = FloatVector.fromArray(S, sums, s2 + q * L + 2 * L);
                for (int k = 0, wk = wi; k < channels; k++, wk += bStride) {
                    FloatVector w0k = FloatVector.fromArray(S, w, wk);
                    FloatVector w1k = FloatVector.fromArray(S, w, wk + step);
                    FloatVector w2k = FloatVector.fromArray(S, w, wk + 2 * step);
                    FloatVector v = FloatVector.broadcast(S, x[x0 + k]);
                    c0 = v.fma(w0k, c0);
                    b0 = v.fma(w1k, b0);
                    a0 = v.fma(w2k, a0);
                    v = FloatVector.broadcast(S, x[x1 + k]);
                    c1 = v.fma(w0k, c1);
                    b1 = v.fma(w1k, b1);
                    a1 = v.fma(w2k, a1);
                    v = FloatVector.broadcast(S, x[x2 + k]);
                    c2 = v.fma(w0k, c2);
                    b2 = v.fma(w1k, b2);
                    a2 = v.fma(w2k, a2);
                }
                a0.intoArray(sums, s0 + q * L);
                a0 = b0;
                b0 = c0;
                x0 += channels;
                a1.intoArray(sums, s1 + q * L);
                a1 = b1;
                b1 = c1;
                x1 += channels;
                a2.intoArray(sums, s2 + q * L);
                a2 = b2;
                b2 = c2;
                x2 += channels;
            }
            a0.intoArray(sums, s0 + q * L);
            a1.intoArray(sums, s1 + q * L);
            a2.intoArray(sums, s2 + q * L);
            b0.intoArray(sums, s0 + q * L + L);
            b1.intoArray(sums, s1 + q * L + L);
            b2.intoArray(sums, s2 + q * L + L);
        }
    }

    void gradient(int at, int column) {
        float[] x = this.x;
        float[] dz = this.dz;
        int[] pixels = this.pixels;
        int[] gradients = this.gradients;
        int filters = this.filters;
        FloatVector c0 = FloatVector.fromArray(S, start, from);
        FloatVector c1 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c2 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c3 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c4 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c5 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c6 = FloatVector.fromArray(S, start, from + 6 * startStride);
        FloatVector c7 = FloatVector.fromArray(S, start, from + 7 * startStride);
        FloatVector c8 = FloatVector.fromArray(S, start, from + 8 * startStride);
        FloatVector c9 = FloatVector.fromArray(S, start, from + 9 * startStride);
        FloatVector c10 = FloatVector.fromArray(S, start, from + 10 * startStride);
        FloatVector c11 = FloatVector.fromArray(S, start, from + 11 * startStride);
        FloatVector c12 = FloatVector.fromArray(S, start, from + 12 * startStride);
        FloatVector c13 = FloatVector.fromArray(S, start, from + 13 * startStride);
        FloatVector c14 = FloatVector.fromArray(S, start, from + 14 * startStride);
        FloatVector c15 = FloatVector.fromArray(S, start, from + 15 * startStride);
        FloatVector c16 = FloatVector.fromArray(S, start, from + 16 * startStride);
        FloatVector c17 = FloatVector.fromArray(S, start, from + 17 * startStride);
        FloatVector c18 = FloatVector.fromArray(S, start, from + 18 * startStride);
        FloatVector c19 = FloatVector.fromArray(S, start, from + 19 * startStride);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 20 * startStride);
        FloatVector c21 = FloatVector.fromArray(S, start, from + 21 * startStride);
        FloatVector c22 = FloatVector.fromArray(S, start, from + 22 * startStride);
        FloatVector c23 = FloatVector.fromArray(S, start, from + 23 * startStride);
        for (int k = firstPixel; k < endPixel; k++) {
            int xk = at + pixels[k];
            int dk = column + gradients[k];
            FloatVector d2 = FloatVector.fromArray(S, dz, dk);
            FloatVector d1 = FloatVector.fromArray(S, dz, dk + filters);
            FloatVector d0 = FloatVector.fromArray(S, dz, dk + 2 * filters);
            FloatVector v = FloatVector.broadcast(S, x[xk]);
            c0 = v.fma(d0, c0);
            c8 = v.fma(d1, c8);
            c16 = v.fma(d2, c16);
            v = FloatVector.broadcast(S, x[xk + 1]);
            c1 = v.fma(d0, c1);
            c9 = v.fma(d1, c9);
            c17 = v.fma(d2, c17);
            v = FloatVector.broadcast(S, x[xk + 2]);
            c2 = v.fma(d0, c2);
            c10 = v.fma(d1, c10);
            c18 = v.fma(d2, c18);
            v = FloatVector.broadcast(S, x[xk + 3]);
            c3 = v.fma(d0, c3);
            c11 = v.fma(d1, c11);
            c19 = v.fma(d2, c19);
            v = FloatVector.broadcast(S, x[xk + 4]);
            c4 = v.fma(d0, c4);
            c12 = v.fma(d1, c12);
            c20 = v.fma(d2, c20);
            v = FloatVector.broadcast(S, x[xk + 5]);
            c5 = v.fma(d0, c5);
            c13 = v.fma(d1, c13);
            c21 = v.fma(d2, c21);
            v = FloatVector.broadcast(S, x[xk + 6]);
            c6 = v.fma(d0, c6);
            c14 = v.fma(d1, c14);
            c22 = v.fma(d2, c22);
            v = FloatVector.broadcast(S, x[xk + 7]);
            c7 = v.fma(d0, c7);
            c15 = v.fma(d1, c15);
            c23 = v.fma(d2, c23);
        }
        c0.intoArray(c, to);
        c1.intoArray(c, to + cStride);
        c2.intoArray(c, to + 2 * cStride);
        c3.intoArray(c, to + 3 * cStride);
        c4.intoArray(c, to + 4 * cStride);
        c5.intoArray(c, to + 5 * cStride);
        c6.intoArray(c, to + 6 * cStride);
        c7.intoArray(c, to + 7 * cStride);
        c8.intoArray(c, to + 8 * cStride);
        c9.intoArray(c, to + 9 * cStride);
        c10.intoArray(c, to + 10 * cStride);
        c11.intoArray(c, to + 11 * cStride);
        c12.intoArray(c, to + 12 * cStride);
        c13.intoArray(c, to + 13 * cStride);
        c14.intoArray(c, to + 14 * cStride);
        c15.intoArray(c, to + 15 * cStride);
        c16.intoArray(c, to + 16 * cStride);
        c17.intoArray(c, to + 17 * cStride);
        c18.intoArray(c, to + 18 * cStride);
        c19.intoArray(c, to + 19 * cStride);
        c20.intoArray(c, to + 20 * cStride);
        c21.intoArray(c, to + 21 * cStride);
        c22.intoArray(c, to + 22 * cStride);
        c23.intoArray(c, to + 23 * cStride);
    }
}
