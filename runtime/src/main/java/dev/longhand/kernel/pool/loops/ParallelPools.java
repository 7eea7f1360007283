package dev.longhand.kernel.pool.loops;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;

/**
 * Pooling by the threads of a {@link Team}: each computes some of the samples as a single thread would, so the
 * bits don't depend on the number of threads.
 */
public final class ParallelPools implements PoolKernels {

    private static final Pooling NONE = new Pooling(1, 1, 1, Window.of(1, 1));

    private final Team team;
    private final PoolLoops[] loops;
    private final Max max = new Max();
    private final MaxGradient maxGradient = new MaxGradient();
    private final Average average = new Average();
    private final AverageGradient averageGradient = new AverageGradient();
    private final Stochastic stochastic = new Stochastic();
    private final StochasticMean stochasticMean = new StochasticMean();
    private final StochasticGradient stochasticGradient = new StochasticGradient();

    public ParallelPools(Team team) {
        this.team = team;
        loops = new PoolLoops[team.size()];
        Arrays.setAll(loops, member -> new PoolLoops());
    }

    /** A pass over the samples of a batch. */
    private abstract class PoolJob extends DividedJob {

        Pooling layer = NONE;

        /** Runs the pass after its other fields are set; each number that a window reads counts as a multiply-add. */
        final void start(Pooling layer, int n) {
            this.layer = layer;
            team.divide(
                    this,
                    n,
                    (long) n * PoolLoops.outputSize(layer) * layer.window().size());
        }
    }

    private final class Max extends PoolJob {
        private float[] x = {};
        private float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].max(layer, x, a, from, to);
        }
    }

    private final class MaxGradient extends PoolJob {
        private float[] x = {};
        private float[] a = {};
        private float[] da = {};
        private float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].maxGradient(layer, x, a, da, dx, from, to);
        }
    }

    private final class Average extends PoolJob {
        private float[] x = {};
        private float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].average(layer, x, a, from, to);
        }
    }

    private final class AverageGradient extends PoolJob {
        private float[] da = {};
        private float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].averageGradient(layer, da, dx, from, to);
        }
    }

    private final class Stochastic extends PoolJob {
        private float[] x = {};
        private long key;
        private float[] a = {};
        private float[] drawn = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].stochastic(layer, x, key, a, drawn, from, to);
        }
    }

    private final class StochasticMean extends PoolJob {
        private float[] x = {};
        private float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].stochasticMean(layer, x, a, from, to);
        }
    }

    private final class StochasticGradient extends PoolJob {
        private float[] drawn = {};
        private float[] da = {};
        private float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].stochasticGradient(layer, drawn, da, dx, from, to);
        }
    }

    @Override
    public void max(Pooling layer, float[] x, float[] a, int n) {
        max.x = x;
        max.a = a;
        max.start(layer, n);
    }

    @Override
    public void maxGradient(Pooling layer, float[] x, float[] a, float[] da, float[] dx, int n) {
        maxGradient.x = x;
        maxGradient.a = a;
        maxGradient.da = da;
        maxGradient.dx = dx;
        maxGradient.start(layer, n);
    }

    @Override
    public void average(Pooling layer, float[] x, float[] a, int n) {
        average.x = x;
        average.a = a;
        average.start(layer, n);
    }

    @Override
    public void averageGradient(Pooling layer, float[] da, float[] dx, int n) {
        averageGradient.da = da;
        averageGradient.dx = dx;
        averageGradient.start(layer, n);
    }

    @Override
    public void stochastic(Pooling layer, float[] x, long key, float[] a, float[] drawn, int n) {
        stochastic.x = x;
        stochastic.key = key;
        stochastic.a = a;
        stochastic.drawn = drawn;
        stochastic.start(layer, n);
    }

    @Override
    public void stochasticMean(Pooling layer, float[] x, float[] a, int n) {
        stochasticMean.x = x;
        stochasticMean.a = a;
        stochasticMean.start(layer, n);
    }

    @Override
    public void stochasticGradient(Pooling layer, float[] drawn, float[] da, float[] dx, int n) {
        stochasticGradient.drawn = drawn;
        stochasticGradient.da = da;
        stochasticGradient.dx = dx;
        stochasticGradient.start(layer, n);
    }
}
