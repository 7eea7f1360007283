// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of dW of a convolution with pools of 4 pixels: {@code tile9} computes 9 taps of a vector of filters. In a
 * pool, the pixel at its argmax has the pool's dz, the others have 0.
 */
final class VectorTapTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    float[] x = {};

    float[] dz = {};

    float[] argmax = {};

    float[] start = {};

    float[] dw = {};

    int[] taps = {};

    int[] pixels = {};

    int at;

    int firstTap;

    int filters;

    int first;

    int start0;

    int dw0;

    void tile9(int tap, int column) {
        float[] x = this.x;
        float[] dz = this.dz;
        float[] argmax = this.argmax;
        int[] pixels = this.pixels;
        int filters = this.filters;
        int from = first + column;
        int begin = start0 + (tap - firstTap) * filters + column;
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
            FloatVector argmaxes = FloatVector.fromArray(S, argmax, q);
            FloatVector v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, zero));
            int position = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + position]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + position]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + position]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + position]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + position]), s8);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, one));
            position = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + position]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + position]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + position]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + position]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + position]), s8);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, two));
            position = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + position]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + position]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + position]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + position]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + position]), s8);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, three));
            position = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            s4 = v.fma(FloatVector.broadcast(S, x[x4 + position]), s4);
            s5 = v.fma(FloatVector.broadcast(S, x[x5 + position]), s5);
            s6 = v.fma(FloatVector.broadcast(S, x[x6 + position]), s6);
            s7 = v.fma(FloatVector.broadcast(S, x[x7 + position]), s7);
            s8 = v.fma(FloatVector.broadcast(S, x[x8 + position]), s8);
        }
        int to = dw0 + (tap - firstTap) * filters + column;
        s0.intoArray(dw, to);
        s1.intoArray(dw, to + filters);
        s2.intoArray(dw, to + 2 * filters);
        s3.intoArray(dw, to + 3 * filters);
        s4.intoArray(dw, to + 4 * filters);
        s5.intoArray(dw, to + 5 * filters);
        s6.intoArray(dw, to + 6 * filters);
        s7.intoArray(dw, to + 7 * filters);
        s8.intoArray(dw, to + 8 * filters);
    }

    void tile4(int tap, int column) {
        float[] x = this.x;
        float[] dz = this.dz;
        float[] argmax = this.argmax;
        int[] pixels = this.pixels;
        int filters = this.filters;
        int from = first + column;
        int begin = start0 + (tap - firstTap) * filters + column;
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
            FloatVector argmaxes = FloatVector.fromArray(S, argmax, q);
            FloatVector v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, zero));
            int position = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, one));
            position = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, two));
            position = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, three));
            position = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            s1 = v.fma(FloatVector.broadcast(S, x[x1 + position]), s1);
            s2 = v.fma(FloatVector.broadcast(S, x[x2 + position]), s2);
            s3 = v.fma(FloatVector.broadcast(S, x[x3 + position]), s3);
        }
        int to = dw0 + (tap - firstTap) * filters + column;
        s0.intoArray(dw, to);
        s1.intoArray(dw, to + filters);
        s2.intoArray(dw, to + 2 * filters);
        s3.intoArray(dw, to + 3 * filters);
    }

    void tile1(int tap, int column) {
        float[] x = this.x;
        float[] dz = this.dz;
        float[] argmax = this.argmax;
        int[] pixels = this.pixels;
        int filters = this.filters;
        int from = first + column;
        int begin = start0 + (tap - firstTap) * filters + column;
        int x0 = at + taps[tap];
        FloatVector s0 = FloatVector.fromArray(S, start, begin);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector three = FloatVector.broadcast(S, 3f);
        for (int pixel = 0, q = from, end = pixels.length; pixel < end; pixel += 4, q += filters) {
            FloatVector d = FloatVector.fromArray(S, dz, q);
            FloatVector argmaxes = FloatVector.fromArray(S, argmax, q);
            FloatVector v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, zero));
            int position = pixels[pixel];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, one));
            position = pixels[pixel + 1];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, two));
            position = pixels[pixel + 2];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
            v = zero.blend(d, argmaxes.compare(VectorOperators.EQ, three));
            position = pixels[pixel + 3];
            s0 = v.fma(FloatVector.broadcast(S, x[x0 + position]), s0);
        }
        int to = dw0 + (tap - firstTap) * filters + column;
        s0.intoArray(dw, to);
    }
}
