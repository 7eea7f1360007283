package dev.longhand.kernel.function.loops;

import dev.longhand.kernel.function.Functions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Functions}, bit for bit, of parts of arrays with the Vector API. At least as many numbers as a
 * vector holds are computed, from one part to another that doesn't overlap it: the last vector overlaps the one before it.
 */
public final class VectorFunctions {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** 2⁵³, as in {@link LoopFunctions}: between 2⁻¹⁵⁰ and 2⁴⁴ powers of 2 times this are normal floats. */
    private static final int SHIFT = 53;

    /** Added to the bits of n + ROUND, shifted into the exponent, this gives 2^(n + SHIFT). */
    private static final int EXPONENT = (SHIFT + 127) << 23;

    /** From here on tanh x rounds to 1. */
    private static final float TANH_MAX = 9.02f;

    private VectorFunctions() {}

    /** y = 1/(1 + e^−x) for {@code count} numbers. */
    public static void sigmoid(float[] x, int from, float[] y, int to, int count) {
        for (int j = 0; j < count; j += L) {
            int at = Math.min(j, count - L);
            FloatVector z = FloatVector.fromArray(S, x, from + at);
            z = z.blend(Approximations.SIGMOID_MAX, z.compare(VectorOperators.GT, Approximations.SIGMOID_MAX));
            z = z.blend(Approximations.EXP_MIN, z.compare(VectorOperators.LT, Approximations.EXP_MIN));
            FloatVector rounded = z.fma(Approximations.LOG2_E, Approximations.ROUND);
            FloatVector n = rounded.sub(Approximations.ROUND);
            FloatVector r = n.fma(
                    FloatVector.broadcast(S, -Approximations.LN_2_LOW),
                    n.fma(FloatVector.broadcast(S, -Approximations.LN_2_HIGH), z));
            FloatVector q = r.fma(0.00138201355f, 0.00836868584f);
            q = q.fma(r, FloatVector.broadcast(S, 0.0416682735f));
            q = q.fma(r, FloatVector.broadcast(S, 0.166665211f));
            q = q.fma(r, FloatVector.broadcast(S, 0.49999994f));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, 23)
                    .add(EXPONENT)
                    .reinterpretAsFloats();
            FloatVector e = q.fma(r.mul(r), r).add(1).mul(power).mul(0x1p-53f);
            e.div(e.add(1)).intoArray(y, to + at);
        }
    }

    /** y = tanh x for {@code count} numbers. */
    public static void tanh(float[] x, int from, float[] y, int to, int count) {
        for (int j = 0; j < count; j += L) {
            int at = Math.min(j, count - L);
            FloatVector z = FloatVector.fromArray(S, x, from + at);
            z = z.blend(-TANH_MAX, z.compare(VectorOperators.LT, -TANH_MAX));
            z = z.blend(TANH_MAX, z.compare(VectorOperators.GT, TANH_MAX));
            FloatVector s = z.mul(z);
            FloatVector p = s.fma(-2.93053381e-06f, -0.00126477866f);
            p = p.fma(s, FloatVector.broadcast(S, -0.0833333358f));
            FloatVector q = s.fma(3.03277216e-06f, 0.00143384899f);
            q = q.fma(s, FloatVector.broadcast(S, 0.115177371f));
            q = q.fma(s, FloatVector.broadcast(S, 1f));
            FloatVector t = z.mul(s).fma(p.div(q), z);
            t.div(t.mul(0.25f).fma(t, FloatVector.broadcast(S, 1f))).intoArray(y, to + at);
        }
    }
}
