package dev.longhand.benchmarks.machine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Float multiply-adds in registers, enough in flight to keep every execution unit busy. */
final class MultiplyAdds {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private static final int CHAINS = 12;

    private MultiplyAdds() {}

    /** The operations of this many iterations, 2 for each multiply-add. */
    static double flops(int turns) {
        return 2.0 * CHAINS * SPECIES.length() * turns;
    }

    /** The sum of all accumulators, so that none can be optimized away. */
    static float run(int turns) {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector y = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector a = y;
        FloatVector b = x;
        FloatVector c = y;
        FloatVector d = x;
        FloatVector e = y;
        FloatVector f = x;
        FloatVector g = y;
        FloatVector h = x;
        FloatVector i = y;
        FloatVector j = x;
        FloatVector k = y;
        FloatVector l = x;
        for (int turn = 0; turn < turns; turn++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        return a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .lane(0);
    }
}
