package dev.longhand.kernel.pool.loops;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;

/**
 * Pooling by the threads of a {@link Team}: each computes some of the samples as a single thread would, so the
 * bits don't depend on the number of threads.
 */
public final class ParallelPools implements PoolKernels {

    /** Below this many reads of x, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 20_000;

    private static final Pooling NONE = new Pooling(1, 1, 1, Window.of(1, 1));

    private final Team team;
    private final PoolLoops[] members;
    private final Max max = new Max();
    private final MaxGradient maxGradient = new MaxGradient();
    private final Average average = new Average();
    private final AverageGradient averageGradient = new AverageGradient();
    private final Stochastic stochastic = new Stochastic();
    private final StochasticMean stochasticMean = new StochasticMean();
    private final StochasticGradient stochasticGradient = new StochasticGradient();

    public ParallelPools(Team team) {
        this.team = team;
        members = new PoolLoops[team.size()];
        Arrays.setAll(members, member -> new PoolLoops());
    }

    /** One operation over a batch: each thread computes some of the samples. */
    private abstract class Job implements Team.Job {

        Pooling c = NONE;
        private int n;

        /** Computes the samples {@code from} (inclusive) to {@code to} (exclusive). */
        abstract void run(PoolLoops loops, int from, int to);

        @Override
        public final void run(int member) {
            int from = Team.share(n, member, members.length);
            int to = Team.share(n, member + 1, members.length);
            if (from < to) {
                run(members[member], from, to);
            }
        }

        final void run(Pooling c, int n) {
            this.c = c;
            this.n = n;
            if ((long) n * c.outputSize() * c.window().size() < SMALL_JOB) {
                run(members[0], 0, n);
            } else {
                team.run(this);
            }
        }
    }

    private final class Max extends Job {
        private float[] x = {};
        private float[] a = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.max(c, x, a, from, to);
        }
    }

    private final class MaxGradient extends Job {
        private float[] x = {};
        private float[] a = {};
        private float[] da = {};
        private float[] dx = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.maxGradient(c, x, a, da, dx, from, to);
        }
    }

    private final class Average extends Job {
        private float[] x = {};
        private float[] a = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.average(c, x, a, from, to);
        }
    }

    private final class AverageGradient extends Job {
        private float[] da = {};
        private float[] dx = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.averageGradient(c, da, dx, from, to);
        }
    }

    private final class Stochastic extends Job {
        private float[] x = {};
        private long key;
        private float[] a = {};
        private float[] drawn = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.stochastic(c, x, key, a, drawn, from, to);
        }
    }

    private final class StochasticMean extends Job {
        private float[] x = {};
        private float[] a = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.stochasticMean(c, x, a, from, to);
        }
    }

    private final class StochasticGradient extends Job {
        private float[] drawn = {};
        private float[] da = {};
        private float[] dx = {};

        @Override
        void run(PoolLoops loops, int from, int to) {
            loops.stochasticGradient(c, drawn, da, dx, from, to);
        }
    }

    @Override
    public void max(Pooling c, float[] x, float[] a, int n) {
        max.x = x;
        max.a = a;
        max.run(c, n);
    }

    @Override
    public void maxGradient(Pooling c, float[] x, float[] a, float[] da, float[] dx, int n) {
        maxGradient.x = x;
        maxGradient.a = a;
        maxGradient.da = da;
        maxGradient.dx = dx;
        maxGradient.run(c, n);
    }

    @Override
    public void average(Pooling c, float[] x, float[] a, int n) {
        average.x = x;
        average.a = a;
        average.run(c, n);
    }

    @Override
    public void averageGradient(Pooling c, float[] da, float[] dx, int n) {
        averageGradient.da = da;
        averageGradient.dx = dx;
        averageGradient.run(c, n);
    }

    @Override
    public void stochastic(Pooling c, float[] x, long key, float[] a, float[] drawn, int n) {
        stochastic.x = x;
        stochastic.key = key;
        stochastic.a = a;
        stochastic.drawn = drawn;
        stochastic.run(c, n);
    }

    @Override
    public void stochasticMean(Pooling c, float[] x, float[] a, int n) {
        stochasticMean.x = x;
        stochasticMean.a = a;
        stochasticMean.run(c, n);
    }

    @Override
    public void stochasticGradient(Pooling c, float[] drawn, float[] da, float[] dx, int n) {
        stochasticGradient.drawn = drawn;
        stochasticGradient.da = da;
        stochasticGradient.dx = dx;
        stochasticGradient.run(c, n);
    }
}
