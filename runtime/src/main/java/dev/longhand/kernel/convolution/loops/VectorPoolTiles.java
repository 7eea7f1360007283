// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tile of max (x ∗ W + b) over pools of 4 pixels whose sums have 9 terms: a vector of filters at all pools of
 * an image, the weights in registers.
 */
final class VectorPoolTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    float[] x = {};

    float[] p = {};

    float[] start = {};

    float[] a = {};

    float[] argmax = {};

    int[] taps = {};

    int[] pixels = {};

    int at;

    int w;

    int start0;

    int filters;

    void tile9(int filter, int to) {
        float[] x = this.x;
        float[] a = this.a;
        float[] argmax = this.argmax;
        int[] pixels = this.pixels;
        int filters = this.filters;
        int w = this.w + filter;
        int x0 = at + taps[0];
        int x1 = at + taps[1];
        int x2 = at + taps[2];
        int x3 = at + taps[3];
        int x4 = at + taps[4];
        int x5 = at + taps[5];
        int x6 = at + taps[6];
        int x7 = at + taps[7];
        int x8 = at + taps[8];
        FloatVector w0 = FloatVector.fromArray(S, p, w);
        FloatVector w1 = FloatVector.fromArray(S, p, w + filters);
        FloatVector w2 = FloatVector.fromArray(S, p, w + 2 * filters);
        FloatVector w3 = FloatVector.fromArray(S, p, w + 3 * filters);
        FloatVector w4 = FloatVector.fromArray(S, p, w + 4 * filters);
        FloatVector w5 = FloatVector.fromArray(S, p, w + 5 * filters);
        FloatVector w6 = FloatVector.fromArray(S, p, w + 6 * filters);
        FloatVector w7 = FloatVector.fromArray(S, p, w + 7 * filters);
        FloatVector w8 = FloatVector.fromArray(S, p, w + 8 * filters);
        FloatVector b = FloatVector.fromArray(S, start, start0 + filter);
        FloatVector zero = FloatVector.zero(S);
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector three = FloatVector.broadcast(S, 3f);
        for (int pixel = 0, end = to; pixel < pixels.length; pixel += 4, end += filters) {
            int p0 = pixels[pixel];
            int p1 = pixels[pixel + 1];
            int p2 = pixels[pixel + 2];
            int p3 = pixels[pixel + 3];
            FloatVector z0 = FloatVector.broadcast(S, x[x0 + p0]).fma(w0, b);
            FloatVector z1 = FloatVector.broadcast(S, x[x0 + p1]).fma(w0, b);
            FloatVector z2 = FloatVector.broadcast(S, x[x0 + p2]).fma(w0, b);
            FloatVector z3 = FloatVector.broadcast(S, x[x0 + p3]).fma(w0, b);
            z0 = FloatVector.broadcast(S, x[x1 + p0]).fma(w1, z0);
            z1 = FloatVector.broadcast(S, x[x1 + p1]).fma(w1, z1);
            z2 = FloatVector.broadcast(S, x[x1 + p2]).fma(w1, z2);
            z3 = FloatVector.broadcast(S, x[x1 + p3]).fma(w1, z3);
            z0 = FloatVector.broadcast(S, x[x2 + p0]).fma(w2, z0);
            z1 = FloatVector.broadcast(S, x[x2 + p1]).fma(w2, z1);
            z2 = FloatVector.broadcast(S, x[x2 + p2]).fma(w2, z2);
            z3 = FloatVector.broadcast(S, x[x2 + p3]).fma(w2, z3);
            z0 = FloatVector.broadcast(S, x[x3 + p0]).fma(w3, z0);
            z1 = FloatVector.broadcast(S, x[x3 + p1]).fma(w3, z1);
            z2 = FloatVector.broadcast(S, x[x3 + p2]).fma(w3, z2);
            z3 = FloatVector.broadcast(S, x[x3 + p3]).fma(w3, z3);
            z0 = FloatVector.broadcast(S, x[x4 + p0]).fma(w4, z0);
            z1 = FloatVector.broadcast(S, x[x4 + p1]).fma(w4, z1);
            z2 = FloatVector.broadcast(S, x[x4 + p2]).fma(w4, z2);
            z3 = FloatVector.broadcast(S, x[x4 + p3]).fma(w4, z3);
            z0 = FloatVector.broadcast(S, x[x5 + p0]).fma(w5, z0);
            z1 = FloatVector.broadcast(S, x[x5 + p1]).fma(w5, z1);
            z2 = FloatVector.broadcast(S, x[x5 + p2]).fma(w5, z2);
            z3 = FloatVector.broadcast(S, x[x5 + p3]).fma(w5, z3);
            z0 = FloatVector.broadcast(S, x[x6 + p0]).fma(w6, z0);
            z1 = FloatVector.broadcast(S, x[x6 + p1]).fma(w6, z1);
            z2 = FloatVector.broadcast(S, x[x6 + p2]).fma(w6, z2);
            z3 = FloatVector.broadcast(S, x[x6 + p3]).fma(w6, z3);
            z0 = FloatVector.broadcast(S, x[x7 + p0]).fma(w7, z0);
            z1 = FloatVector.broadcast(S, x[x7 + p1]).fma(w7, z1);
            z2 = FloatVector.broadcast(S, x[x7 + p2]).fma(w7, z2);
            z3 = FloatVector.broadcast(S, x[x7 + p3]).fma(w7, z3);
            z0 = FloatVector.broadcast(S, x[x8 + p0]).fma(w8, z0);
            z1 = FloatVector.broadcast(S, x[x8 + p1]).fma(w8, z1);
            z2 = FloatVector.broadcast(S, x[x8 + p2]).fma(w8, z2);
            z3 = FloatVector.broadcast(S, x[x8 + p3]).fma(w8, z3);
            VectorMask<Float> larger1 = z1.compare(VectorOperators.GT, z0);
            VectorMask<Float> larger3 = z3.compare(VectorOperators.GT, z2);
            FloatVector max01 = z0.blend(z1, larger1);
            FloatVector max23 = z2.blend(z3, larger3);
            FloatVector argmax01 = zero.blend(one, larger1);
            FloatVector argmax23 = two.blend(three, larger3);
            VectorMask<Float> larger = max23.compare(VectorOperators.GT, max01);
            max01.blend(max23, larger).intoArray(a, end);
            argmax01.blend(argmax23, larger).intoArray(argmax, end);
        }
    }
}
