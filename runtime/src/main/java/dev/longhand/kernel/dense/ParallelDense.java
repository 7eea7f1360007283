package dev.longhand.kernel.dense;

import dev.longhand.Activation;
import dev.longhand.kernel.team.Team;

/**
 * DenseKernels whose jobs a {@link Team} does together: each member computes some rows of the result, every
 * one as a single thread would. So the bits don't depend on the number of threads.
 */
public final class ParallelDense implements DenseKernels, Team.Job {

    /** Jobs with fewer multiply-adds than this are done before another thread has heard of them. */
    private static final int SMALL_JOB = 20_000;

    /** An activation costs as much as this many multiply-adds. */
    private static final int ACTIVATION_COST = 8;

    private enum Work {
        DENSE,
        DENSE_OF_DATA,
        DENSE_GRADIENT,
        DENSE_GRADIENT_OF_DATA,
        DENSE_INPUT_GRADIENT,
        ACTIVATE,
        ACTIVATION_GRADIENT
    }

    private final Team team;
    private final DenseLoops[] members;
    private final InputBatch noData = new InputBatch(1, 1);

    // The job at hand, as its caller gave it.
    private Work work = Work.DENSE;
    private InputBatch data = noData;
    private float[] from = {};
    private float[] parameters = {};
    private float[] to = {};
    private float[] kept = {};
    private Activation activation = Activation.IDENTITY;
    private float slope;
    private int w;
    private int b;
    private int n;
    private int in;
    private int out;

    public ParallelDense(Team team, DenseLoops[] members) {
        this.team = team;
        this.members = members;
    }

    @Override
    public void run(int member) {
        int rows = work == Work.DENSE_GRADIENT || work == Work.DENSE_GRADIENT_OF_DATA ? in : n;
        int first = Team.share(rows, member, members.length);
        int last = Team.share(rows, member + 1, members.length);
        if (first == last) {
            return;
        }
        DenseLoops kernels = members[member];
        switch (work) {
            case DENSE -> kernels.dense(from, parameters, w, b, activation, slope, to, first, last, in, out);
            case DENSE_OF_DATA -> kernels.dense(data, parameters, w, b, activation, slope, to, first, last, in, out);
            case DENSE_GRADIENT -> kernels.denseGradient(kept, from, to, w, b, n, first, last, in, out);
            case DENSE_GRADIENT_OF_DATA -> kernels.denseGradient(data, from, to, w, b, n, first, last, in, out);
            case DENSE_INPUT_GRADIENT -> kernels.denseInputGradient(from, parameters, w, to, first, last, in, out);
            case ACTIVATE -> kernels.activate(activation, slope, from, to, first, last, out);
            case ACTIVATION_GRADIENT -> kernels.activationGradient(activation, slope, kept, from, to, first, last, out);
        }
    }

    @Override
    public void dense(
            float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        if (isSmall((long) n * in * out)) {
            members[0].dense(x, p, w, b, f, slope, a, n, in, out);
            return;
        }
        from = x;
        dense(Work.DENSE, p, w, b, f, slope, a, n, in, out);
    }

    @Override
    public void dense(
            InputBatch x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        if (isSmall((long) n * in * out)) {
            members[0].dense(x, p, w, b, f, slope, a, n, in, out);
            return;
        }
        data = x;
        dense(Work.DENSE_OF_DATA, p, w, b, f, slope, a, n, in, out);
    }

    private void dense(
            Work work, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        parameters = p;
        this.w = w;
        this.b = b;
        activation = f;
        this.slope = slope;
        to = a;
        share(work, n, in, out);
    }

    @Override
    public void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        if (isSmall((long) n * in * out)) {
            members[0].denseGradient(x, dz, g, w, b, n, in, out);
            return;
        }
        kept = x;
        gradient(Work.DENSE_GRADIENT, dz, g, w, b, n, in, out);
    }

    @Override
    public void denseGradient(InputBatch x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        if (isSmall((long) n * in * out)) {
            members[0].denseGradient(x, dz, g, w, b, n, in, out);
            return;
        }
        data = x;
        gradient(Work.DENSE_GRADIENT_OF_DATA, dz, g, w, b, n, in, out);
    }

    private void gradient(Work work, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        from = dz;
        to = g;
        this.w = w;
        this.b = b;
        share(work, n, in, out);
    }

    @Override
    public void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out) {
        if (isSmall((long) n * in * out)) {
            members[0].denseInputGradient(dz, p, w, dx, n, in, out);
            return;
        }
        from = dz;
        parameters = p;
        this.w = w;
        to = dx;
        share(Work.DENSE_INPUT_GRADIENT, n, in, out);
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        if (isSmall((long) n * units * ACTIVATION_COST)) {
            members[0].activate(f, slope, z, a, n, units);
            return;
        }
        activation = f;
        this.slope = slope;
        from = z;
        to = a;
        share(Work.ACTIVATE, n, units, units);
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        if (isSmall((long) n * units * ACTIVATION_COST)) {
            members[0].activationGradient(f, slope, kept, da, dz, n, units);
            return;
        }
        activation = f;
        this.slope = slope;
        this.kept = kept;
        from = da;
        to = dz;
        share(Work.ACTIVATION_GRADIENT, n, units, units);
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        members[0].multiply(x, m, a, count);
    }

    private static boolean isSmall(long multiplyAdds) {
        return multiplyAdds < SMALL_JOB;
    }

    private void share(Work work, int n, int in, int out) {
        this.work = work;
        this.n = n;
        this.in = in;
        this.out = out;
        team.run(this);
    }
}
