package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The maximum of each pool and its argmax, with the Vector API. */
final class VectorPoolMaxima {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorPoolMaxima() {}

    /** {@link PatchSums#maxOfPools}, if the filters fill at least one vector. */
    static void max(PooledShape shape, float[] z, int pools, float[] a, float[] argmax, int at) {
        int filters = shape.convolution.filters;
        int poolSize = shape.poolSize();
        for (int pool = 0; pool < pools; pool++) {
            int from = pool * poolSize * filters;
            int to = at + pool * filters;
            for (int f = 0; f < filters; f += L) {
                int first = Math.min(f, filters - L);
                if (poolSize == 4) {
                    maxOfFour(z, from + first, filters, a, argmax, to + first);
                } else {
                    max(z, from + first, filters, poolSize, a, argmax, to + first);
                }
            }
        }
    }

    private static void maxOfFour(float[] z, int from, int filters, float[] a, float[] argmax, int to) {
        FloatVector z0 = FloatVector.fromArray(S, z, from);
        FloatVector z1 = FloatVector.fromArray(S, z, from + filters);
        FloatVector z2 = FloatVector.fromArray(S, z, from + 2 * filters);
        FloatVector z3 = FloatVector.fromArray(S, z, from + 3 * filters);
        VectorMask<Float> larger1 = z1.compare(VectorOperators.GT, z0);
        VectorMask<Float> larger3 = z3.compare(VectorOperators.GT, z2);
        FloatVector max01 = z0.max(z1);
        FloatVector max23 = z2.max(z3);
        FloatVector argmax01 = FloatVector.zero(S).blend(FloatVector.broadcast(S, 1f), larger1);
        FloatVector argmax23 = FloatVector.broadcast(S, 2f).blend(FloatVector.broadcast(S, 3f), larger3);
        VectorMask<Float> larger = max23.compare(VectorOperators.GT, max01);
        max01.max(max23).intoArray(a, to);
        argmax01.blend(argmax23, larger).intoArray(argmax, to);
    }

    private static void max(float[] z, int from, int filters, int poolSize, float[] a, float[] argmax, int to) {
        FloatVector max = FloatVector.fromArray(S, z, from);
        FloatVector argmaxes = FloatVector.zero(S);
        for (int pixel = 1; pixel < poolSize; pixel++) {
            FloatVector next = FloatVector.fromArray(S, z, from + pixel * filters);
            VectorMask<Float> larger = next.compare(VectorOperators.GT, max);
            max = max.max(next);
            argmaxes = argmaxes.blend(FloatVector.broadcast(S, (float) pixel), larger);
        }
        max.intoArray(a, to);
        argmaxes.intoArray(argmax, to);
    }
}
