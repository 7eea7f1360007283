package dev.longhand.kernel.norm;

import dev.longhand.kernel.team.Team;
import java.util.Arrays;

/**
 * Normalization whose jobs a {@link Team} does together, each member some of the samples; what goes across
 * samples, a few numbers each, the calling thread adds up.
 */
public final class ParallelNorms implements NormKernels, Team.Job {

    /** Jobs with fewer numbers than this are done before another thread has heard of them. */
    private static final int SMALL_JOB = 20_000;

    private enum Work {
        SUMS,
        SQUARES,
        BATCH_NORM,
        BATCH_NORM_SUMS,
        BATCH_NORM_INPUT_GRADIENT,
        LAYER_NORM,
        LAYER_NORM_SUMS,
        LAYER_NORM_INPUT_GRADIENT
    }

    private final Team team;
    private final NormLoops[] rows;
    private final LayerNormLoops[] places;
    private float[] sums = {};
    private float[] products = {};

    // The job at hand, as its caller gave it.
    private Work work = Work.SUMS;
    private Normalization norm = new Normalization(1, 1, 0);
    private float[] x = {};
    private float[] da = {};
    private float[] statistics = {};
    private int at;
    private float[] p = {};
    private float[] g = {};
    private int gamma;
    private int beta;
    private float[] to = {};
    private int n;

    public ParallelNorms(Team team) {
        this.team = team;
        rows = new NormLoops[team.size()];
        places = new LayerNormLoops[team.size()];
        Arrays.setAll(rows, member -> new NormLoops());
        Arrays.setAll(places, member -> new LayerNormLoops());
    }

    @Override
    public void batchStatistics(Normalization norm, float[] x, float[] statistics, int n) {
        this.x = x;
        this.statistics = statistics;
        makeRoom(norm, n);
        share(Work.SUMS, norm, n);
        int channels = norm.channels();
        float count = (float) n * norm.positions();
        rows[0].addSamples(norm, sums, n, statistics, 0);
        divide(statistics, 0, channels, count);
        share(Work.SQUARES, norm, n);
        rows[0].addSamples(norm, sums, n, statistics, channels);
        divide(statistics, channels, channels, count);
    }

    @Override
    public void batchNorm(
            Normalization norm,
            float[] x,
            float[] statistics,
            int at,
            float[] p,
            int gamma,
            int beta,
            float[] a,
            int n) {
        this.x = x;
        this.statistics = statistics;
        this.at = at;
        this.p = p;
        this.gamma = gamma;
        this.beta = beta;
        to = a;
        share(Work.BATCH_NORM, norm, n);
    }

    @Override
    public void batchNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n) {
        gradient(Work.BATCH_NORM_SUMS, norm, x, da, statistics, g, gamma, beta, n);
    }

    @Override
    public void layerNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n) {
        gradient(Work.LAYER_NORM_SUMS, norm, x, da, statistics, g, gamma, beta, n);
    }

    private void gradient(
            Work work,
            Normalization norm,
            float[] x,
            float[] da,
            float[] statistics,
            float[] g,
            int gamma,
            int beta,
            int n) {
        this.x = x;
        this.da = da;
        this.statistics = statistics;
        makeRoom(norm, n);
        share(work, norm, n);
        rows[0].addSamples(norm, products, n, g, gamma);
        rows[0].addSamples(norm, sums, n, g, beta);
    }

    @Override
    public void batchNormInputGradient(
            Normalization norm,
            float[] x,
            float[] da,
            float[] statistics,
            float[] p,
            float[] g,
            int gamma,
            int beta,
            float[] dx,
            int n) {
        this.x = x;
        this.da = da;
        this.statistics = statistics;
        this.p = p;
        this.g = g;
        this.gamma = gamma;
        this.beta = beta;
        to = dx;
        share(Work.BATCH_NORM_INPUT_GRADIENT, norm, n);
    }

    @Override
    public void fold(
            Normalization norm,
            float[] p,
            int w,
            int b,
            int gamma,
            int beta,
            float[] state,
            int at,
            float[] folded,
            int count) {
        rows[0].fold(norm, p, w, b, gamma, beta, state, at, folded, count);
    }

    @Override
    public void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int at, int n) {
        int count = Math.multiplyExact(n, norm.positions());
        if (count == 1) {
            return;
        }
        int channels = norm.channels();
        float batch = 1 - momentum;
        float unbiased = (float) count / (count - 1);
        for (int c = 0; c < channels; c++) {
            float variance = statistics[channels + c] * unbiased;
            state[at + c] = Math.fma(momentum, state[at + c], batch * statistics[c]);
            state[at + channels + c] = Math.fma(momentum, state[at + channels + c], batch * variance);
        }
    }

    @Override
    public void layerNorm(
            Normalization norm, float[] x, float[] p, int gamma, int beta, float[] statistics, float[] a, int n) {
        this.x = x;
        this.p = p;
        this.gamma = gamma;
        this.beta = beta;
        this.statistics = statistics;
        to = a;
        share(Work.LAYER_NORM, norm, n);
    }

    @Override
    public void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, int gamma, float[] dx, int n) {
        this.x = x;
        this.da = da;
        this.statistics = statistics;
        this.p = p;
        this.gamma = gamma;
        to = dx;
        share(Work.LAYER_NORM_INPUT_GRADIENT, norm, n);
    }

    private void makeRoom(Normalization norm, int n) {
        int size = n * norm.channels();
        if (sums.length < size) {
            sums = new float[size];
            products = new float[size];
        }
    }

    private static void divide(float[] values, int at, int count, float by) {
        for (int i = at; i < at + count; i++) {
            values[i] /= by;
        }
    }

    private void share(Work work, Normalization norm, int n) {
        this.work = work;
        this.norm = norm;
        this.n = n;
        if (team.size() == 1 || (long) n * norm.size() < SMALL_JOB) {
            run(0, 0, n);
        } else {
            team.run(this);
        }
    }

    @Override
    public void run(int member) {
        run(member, Team.share(n, member, team.size()), Team.share(n, member + 1, team.size()));
    }

    private void run(int member, int from, int end) {
        switch (work) {
            case SUMS -> rows[member].sums(norm, x, sums, from, end);
            case SQUARES -> rows[member].squares(norm, x, statistics, sums, from, end);
            case BATCH_NORM -> rows[member].batchNorm(norm, x, statistics, at, p, gamma, beta, to, from, end);
            case BATCH_NORM_SUMS -> rows[member].batchNormSums(norm, x, da, statistics, sums, products, from, end);
            case BATCH_NORM_INPUT_GRADIENT -> {
                float count = (float) n * norm.positions();
                rows[member].batchNormInputGradient(norm, x, da, statistics, p, g, gamma, beta, count, to, from, end);
            }
            case LAYER_NORM -> places[member].forward(norm, x, p, gamma, beta, statistics, to, from, end);
            case LAYER_NORM_SUMS -> rows[member].layerNormSums(norm, x, da, statistics, sums, products, from, end);
            case LAYER_NORM_INPUT_GRADIENT ->
                places[member].inputGradient(norm, x, da, statistics, p, gamma, to, from, end);
        }
    }
}
