package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Normalizations whose samples are divided among the threads of a {@link Team}; the calling thread completes sums
 * over all samples.
 */
public final class ParallelNorms implements NormKernels {

    private final Team team;
    private final NormLoops[] loops;
    private final LayerNormLoops[] layerNormLoops;

    /** Σx, Σ(x − μ₁) or Σda of each sample, [n][channels]. */
    private float[] sums = {};

    /** Σ(x − μ₁)² or Σda·x̂ of each sample, [n][channels]. */
    private float[] products = {};

    private final Sums sumsJob = new Sums();
    private final Deviations deviationsJob = new Deviations();
    private final BatchNorm batchNormJob = new BatchNorm();
    private final BatchNormGradient batchNormGradientJob = new BatchNormGradient();
    private final InputGradient inputGradientJob = new InputGradient();
    private final LayerNorm layerNormJob = new LayerNorm();
    private final LayerNormGradient layerNormGradientJob = new LayerNormGradient();
    private final LayerNormInputGradient layerNormInputGradientJob = new LayerNormInputGradient();

    private ParallelNorms(Team team, Supplier<NormPasses> passes) {
        this.team = team;
        loops = new NormLoops[team.size()];
        layerNormLoops = new LayerNormLoops[team.size()];
        Arrays.setAll(loops, member -> new NormLoops(passes.get()));
        Arrays.setAll(layerNormLoops, member -> new LayerNormLoops());
    }

    /** Normalizations in plain loops. */
    public static NormKernels plain(Team team) {
        return new ParallelNorms(team, PlainNormPasses::new);
    }

    /** Normalizations in loops of the Vector API. */
    public static NormKernels vector(Team team) {
        return new ParallelNorms(team, VectorNormPasses::new);
    }

    /** Normalizations in plain loops until C2 has compiled those of the Vector API. */
    public static NormKernels tiered(Team team) {
        return new ParallelNorms(team, () -> new TieredNormPasses(NormWarmUp.OF_PROCESS));
    }

    /** A pass over the samples of a batch. */
    private abstract class NormJob extends DividedJob {

        Normalization norm = Normalization.of(1, 1, 0);
        float[] x = {};
        int n;

        /** Runs the pass after its other fields are set; each number of x counts as a multiply-add. */
        final void start(Normalization norm, float[] x, int n) {
            this.norm = norm;
            this.x = x;
            this.n = n;
            team.divide(this, n, (long) n * NormLoops.size(norm));
        }
    }

    private final class Sums extends NormJob {

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].sums(norm, x, sums, from, to);
        }
    }

    private final class Deviations extends NormJob {

        /** μ₁, [channels]. */
        float[] means = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].deviations(norm, x, means, sums, products, from, to);
        }
    }

    private final class BatchNorm extends NormJob {

        /** μ and σ², starting at {@code at}. */
        float[] statistics = {};

        int at;
        float[] p = {};
        float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].setStatistics(norm, statistics, at);
            loops[member].normalize(norm, x, p, a, from, to);
        }
    }

    private final class BatchNormGradient extends NormJob {

        float[] da = {};
        float[] statistics = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].setStatistics(norm, statistics, 0);
            loops[member].gradientSums(norm, x, da, sums, products, from, to);
        }
    }

    private final class InputGradient extends NormJob implements BatchNormInputGradient {

        float[] statistics = {};
        float[] p = {};
        float[] g = {};
        float[] da = {};
        float[] dx = {};

        @Override
        public void run(float[] x, float[] da, float[] dx, int n) {
            this.da = da;
            this.dx = dx;
            start(norm, x, n);
        }

        @Override
        protected void compute(int member, int from, int to) {
            float m = (float) n * norm.positions();
            loops[member].setStatistics(norm, statistics, 0);
            loops[member].setGradients(norm, p, g, m);
            loops[member].inputGradient(norm, x, da, dx, from, to);
        }
    }

    private final class LayerNorm extends NormJob {

        float[] p = {};
        float[] statistics = {};
        float[] a = {};

        @Override
        protected void compute(int member, int from, int to) {
            layerNormLoops[member].forward(norm, x, p, statistics, a, from, to);
        }
    }

    private final class LayerNormGradient extends NormJob {

        float[] da = {};
        float[] statistics = {};

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].setPositionStatistics(statistics);
            loops[member].layerNormGradientSums(norm, x, da, sums, products, from, to);
        }
    }

    private final class LayerNormInputGradient extends NormJob {

        float[] da = {};
        float[] statistics = {};
        float[] p = {};
        float[] dx = {};

        @Override
        protected void compute(int member, int from, int to) {
            layerNormLoops[member].setGamma(norm, p);
            layerNormLoops[member].inputGradient(norm, x, da, statistics, dx, from, to);
        }
    }

    @Override
    public void batchStatistics(Normalization norm, float[] x, float[] statistics, int n) {
        reserve(norm, n);
        int channels = norm.channels();
        float m = (float) n * norm.positions();
        sumsJob.start(norm, x, n);
        loops[0].addSamples(norm, sums, n, statistics, 0);
        for (int c = 0; c < channels; c++) {
            statistics[c] /= m;
        }
        deviationsJob.means = statistics;
        deviationsJob.start(norm, x, n);
        loops[0].addSamples(norm, products, n, statistics, channels);
        loops[0].addSamples(norm, sums, n, sums, 0);
        for (int c = 0; c < channels; c++) {
            float lacking = sums[c] / m;
            statistics[c] += lacking;
            statistics[channels + c] = Math.max(0, Functions.fma(-lacking, lacking, statistics[channels + c] / m));
        }
    }

    @Override
    public void batchNorm(Normalization norm, float[] x, float[] statistics, float[] p, float[] a, int n) {
        batchNormJob.at = 0;
        batchNorm(batchNormJob, statistics, p, a);
        batchNormJob.start(norm, x, n);
    }

    @Override
    public void runningBatchNorm(Normalization norm, float[] x, float[] state, float[] p, float[] a, int n) {
        batchNormJob.at = norm.running();
        batchNorm(batchNormJob, state, p, a);
        batchNormJob.start(norm, x, n);
    }

    private static void batchNorm(BatchNorm job, float[] statistics, float[] p, float[] a) {
        job.statistics = statistics;
        job.p = p;
        job.a = a;
    }

    @Override
    public void batchNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n) {
        batchNormGradientJob.da = da;
        batchNormGradientJob.statistics = statistics;
        reserve(norm, n);
        batchNormGradientJob.start(norm, x, n);
        addGradients(norm, g, n);
    }

    @Override
    public BatchNormInputGradient batchNormInputGradient(Normalization norm, float[] statistics, float[] p, float[] g) {
        inputGradientJob.norm = norm;
        inputGradientJob.statistics = statistics;
        inputGradientJob.p = p;
        inputGradientJob.g = g;
        return inputGradientJob;
    }

    @Override
    public void fold(Normalization norm, float[] p, int weights, int bias, float[] state, float[] folded, int count) {
        loops[0].fold(norm, p, weights, bias, state, folded, count);
    }

    @Override
    public void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int n) {
        int m = Math.multiplyExact(n, norm.positions());
        if (m == 1) {
            return;
        }
        int channels = norm.channels();
        int at = norm.running();
        float batch = 1 - momentum;
        float unbiased = (float) m / (m - 1);
        for (int c = 0; c < channels; c++) {
            float variance = statistics[channels + c] * unbiased;
            state[at + c] = Functions.fma(momentum, state[at + c], batch * statistics[c]);
            state[at + channels + c] = Functions.fma(momentum, state[at + channels + c], batch * variance);
        }
    }

    @Override
    public void layerNorm(Normalization norm, float[] x, float[] p, float[] statistics, float[] a, int n) {
        layerNormJob.p = p;
        layerNormJob.statistics = statistics;
        layerNormJob.a = a;
        layerNormJob.start(norm, x, n);
    }

    @Override
    public void layerNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n) {
        layerNormGradientJob.da = da;
        layerNormGradientJob.statistics = statistics;
        reserve(norm, n);
        layerNormGradientJob.start(norm, x, n);
        addGradients(norm, g, n);
    }

    @Override
    public void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, float[] dx, int n) {
        layerNormInputGradientJob.da = da;
        layerNormInputGradientJob.statistics = statistics;
        layerNormInputGradientJob.p = p;
        layerNormInputGradientJob.dx = dx;
        layerNormInputGradientJob.start(norm, x, n);
    }

    /** dγ and dβ from the sums of the samples. */
    private void addGradients(Normalization norm, float[] g, int n) {
        loops[0].addSamples(norm, products, n, g, norm.gamma());
        loops[0].addSamples(norm, sums, n, g, norm.beta());
    }

    private void reserve(Normalization norm, int n) {
        int size = n * norm.channels();
        if (sums.length < size) {
            sums = new float[size];
            products = new float[size];
        }
    }
}
