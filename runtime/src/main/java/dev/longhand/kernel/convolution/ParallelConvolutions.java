package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.team.Team;

/**
 * Convolutions whose jobs a {@link Team} does together: each member computes some samples, or the gradients of
 * some weights, every one as a single thread would. So the bits don't depend on the number of threads.
 */
public final class ParallelConvolutions implements ConvolutionKernels, Team.Job {

    /** Jobs with fewer multiply-adds than this are done before another thread has heard of them. */
    private static final int SMALL_JOB = 20_000;

    private enum Work {
        CONVOLUTION,
        GRADIENT,
        INPUT_GRADIENT,
        CONVOLUTION_MAX_POOL,
        MAX_POOL_GRADIENT_OF_WEIGHTS,
        MAX_POOL_GRADIENT_OF_INPUT,
        MAX_POOL,
        MAX_POOL_GRADIENT,
        AVERAGE_POOL,
        AVERAGE_POOL_GRADIENT,
        STOCHASTIC_POOL,
        STOCHASTIC_POOL_MEAN,
        STOCHASTIC_POOL_GRADIENT
    }

    private static final Convolution NO_CONVOLUTION = Convolution.of(1, 1, 1, 1, Window.of(1, 1));

    private final Team team;
    private final ConvolutionLoops[] members;

    // The job at hand, as its caller gave it.
    private Work work = Work.CONVOLUTION;
    private Convolution convolution = NO_CONVOLUTION;
    private PooledConvolution pooled = PooledConvolution.of(NO_CONVOLUTION, 1, 1);
    private Pooling pooling = new Pooling(1, 1, 1, Window.of(1, 1));
    private float[] x = {};
    private float[] parameters = {};
    private float[] winners = {};
    private float[] kept = {};
    private float[] to = {};
    private Activation activation = Activation.IDENTITY;
    private float slope;
    private long key;
    private int w;
    private int b;
    private int n;
    private int parts;

    public ParallelConvolutions(Team team, ConvolutionLoops[] members) {
        this.team = team;
        this.members = members;
    }

    @Override
    public void run(int member) {
        int first = Team.share(parts, member, members.length);
        int end = Team.share(parts, member + 1, members.length);
        if (first < end) {
            run(members[member], first, end);
        }
    }

    private void run(ConvolutionLoops own, int first, int end) {
        switch (work) {
            case CONVOLUTION -> own.convolution(convolution, x, parameters, w, b, activation, slope, to, first, end);
            case GRADIENT -> own.convolutionGradient(convolution, x, kept, to, w, b, n, first, end);
            case INPUT_GRADIENT -> own.convolutionInputGradient(convolution, x, parameters, w, to, first, end);
            case CONVOLUTION_MAX_POOL ->
                own.convolutionMaxPool(pooled, x, parameters, w, b, activation, slope, to, winners, first, end);
            case MAX_POOL_GRADIENT_OF_WEIGHTS ->
                own.convolutionMaxPoolGradient(pooled, x, winners, kept, to, w, b, n, first, end);
            case MAX_POOL_GRADIENT_OF_INPUT ->
                own.convolutionMaxPoolInputGradient(pooled, winners, x, parameters, w, to, first, end);
            case MAX_POOL -> own.pools().max(pooling, x, to, first, end);
            case MAX_POOL_GRADIENT -> own.pools().maxGradient(pooling, kept, winners, x, to, first, end);
            case AVERAGE_POOL -> own.pools().average(pooling, x, to, first, end);
            case AVERAGE_POOL_GRADIENT -> own.pools().averageGradient(pooling, x, to, first, end);
            case STOCHASTIC_POOL -> own.pools().stochastic(pooling, x, key, to, winners, first, end);
            case STOCHASTIC_POOL_MEAN -> own.pools().stochasticMean(pooling, x, to, first, end);
            case STOCHASTIC_POOL_GRADIENT -> own.pools().stochasticGradient(pooling, winners, x, to, first, end);
        }
    }

    @Override
    public void convolution(
            Convolution c, float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n) {
        convolution = c;
        parameters(p, w, b, f, slope);
        share(Work.CONVOLUTION, x, a, n, n, n * c.multiplyAdds());
    }

    @Override
    public void convolutionGradient(Convolution c, float[] x, float[] dz, float[] g, int w, int b, int n) {
        convolution = c;
        kept = dz;
        this.w = w;
        this.b = b;
        share(Work.GRADIENT, x, g, n, c.taps.length, n * c.multiplyAdds());
    }

    @Override
    public void convolutionInputGradient(Convolution c, float[] dz, float[] p, int w, float[] dx, int n) {
        convolution = c;
        parameters = p;
        this.w = w;
        share(Work.INPUT_GRADIENT, dz, dx, n, n, n * c.multiplyAdds());
    }

    @Override
    public void convolutionMaxPool(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int n) {
        pooled = c;
        parameters(p, w, b, f, slope);
        this.winners = winners;
        share(Work.CONVOLUTION_MAX_POOL, x, a, n, n, n * c.convolution.multiplyAdds());
    }

    @Override
    public void convolutionMaxPoolGradient(
            PooledConvolution c, float[] x, float[] winners, float[] dz, float[] g, int w, int b, int n) {
        pooled = c;
        this.winners = winners;
        kept = dz;
        this.w = w;
        this.b = b;
        int most = ConvolutionLoops.parts(c);
        share(Work.MAX_POOL_GRADIENT_OF_WEIGHTS, x, g, n, most, n * c.gradientMultiplyAdds());
    }

    @Override
    public void convolutionMaxPoolInputGradient(
            PooledConvolution c, float[] winners, float[] dz, float[] p, int w, float[] dx, int n) {
        pooled = c;
        this.winners = winners;
        parameters = p;
        this.w = w;
        share(Work.MAX_POOL_GRADIENT_OF_INPUT, dz, dx, n, n, n * c.gradientMultiplyAdds());
    }

    @Override
    public void maxPool(Pooling c, float[] x, float[] a, int n) {
        pool(Work.MAX_POOL, c, x, a, n);
    }

    @Override
    public void maxPoolGradient(Pooling c, float[] x, float[] a, float[] da, float[] dx, int n) {
        kept = x;
        winners = a;
        pool(Work.MAX_POOL_GRADIENT, c, da, dx, n);
    }

    @Override
    public void averagePool(Pooling c, float[] x, float[] a, int n) {
        pool(Work.AVERAGE_POOL, c, x, a, n);
    }

    @Override
    public void averagePoolGradient(Pooling c, float[] da, float[] dx, int n) {
        pool(Work.AVERAGE_POOL_GRADIENT, c, da, dx, n);
    }

    @Override
    public void stochasticPool(Pooling c, float[] x, long key, float[] a, float[] winners, int n) {
        this.key = key;
        this.winners = winners;
        pool(Work.STOCHASTIC_POOL, c, x, a, n);
    }

    @Override
    public void stochasticPoolMean(Pooling c, float[] x, float[] a, int n) {
        pool(Work.STOCHASTIC_POOL_MEAN, c, x, a, n);
    }

    @Override
    public void stochasticPoolGradient(Pooling c, float[] winners, float[] da, float[] dx, int n) {
        this.winners = winners;
        pool(Work.STOCHASTIC_POOL_GRADIENT, c, da, dx, n);
    }

    private void pool(Work work, Pooling c, float[] x, float[] to, int n) {
        pooling = c;
        share(work, x, to, n, n, (long) n * c.outputSize() * c.window().size());
    }

    private void parameters(float[] p, int w, int b, Activation f, float slope) {
        parameters = p;
        this.w = w;
        this.b = b;
        activation = f;
        this.slope = slope;
    }

    private void share(Work work, float[] x, float[] to, int n, int parts, long multiplyAdds) {
        this.work = work;
        this.x = x;
        this.to = to;
        this.n = n;
        this.parts = parts;
        if (multiplyAdds >= SMALL_JOB) {
            team.run(this);
        } else {
            run(members[0], 0, parts);
        }
    }
}
