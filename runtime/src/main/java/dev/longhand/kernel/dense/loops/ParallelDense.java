package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.SparseRows;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import java.util.function.Supplier;

/** The dense kernels, each member of a {@link Team} computing some rows of the result: the bits are those of one thread. */
public final class ParallelDense implements DenseKernels {

    /** With fewer multiply-adds, waking a thread costs more than it saves. */
    private static final int SMALL_JOB = 20_000;

    private static final DenseLayer NO_LAYER = DenseLayer.of(1, 1);
    private static final float[] EMPTY = {};

    private final Team team;
    private final DenseLoops[] loops;
    private final Forward forward = new Forward();
    private final SparseForward sparseForward = new SparseForward();
    private final Gradient gradient = new Gradient();
    private final SparseGradient sparseGradient = new SparseGradient();
    private final InputGradient inputGradient = new InputGradient();

    /**
     * Kernels for a team.
     *
     * @param products makes the product that one member uses
     */
    public ParallelDense(Team team, Supplier<Product> products) {
        this.team = team;
        loops = new DenseLoops[team.size()];
        Arrays.setAll(loops, member -> new DenseLoops(products.get()));
    }

    @Override
    public void forward(DenseLayer layer, float[] x, float[] p, float[] a, int n) {
        if (isSmall(layer, n)) {
            loops[0].forward(layer, x, p, a, 0, n);
            return;
        }
        forward.layer = layer;
        forward.x = x;
        forward.p = p;
        forward.a = a;
        run(forward, n);
    }

    /** a = f(x·W + b) for a member's share of the samples. */
    private final class Forward extends RowsJob {

        DenseLayer layer = NO_LAYER;
        float[] x = EMPTY;
        float[] p = EMPTY;
        float[] a = EMPTY;

        @Override
        void run(DenseLoops loops, int from, int to) {
            loops.forward(layer, x, p, a, from, to);
        }
    }

    @Override
    public void forward(DenseLayer layer, InputBatch batch, float[] p, float[] a, int n) {
        InputRows x = (InputRows) batch;
        if (!x.isSparse()) {
            forward(layer, x.values(), p, a, n);
            return;
        }
        if (isSmall(layer, n)) {
            loops[0].forward(layer, x.rows(), p, a, 0, n);
            return;
        }
        sparseForward.layer = layer;
        sparseForward.x = x.rows();
        sparseForward.p = p;
        sparseForward.a = a;
        run(sparseForward, n);
    }

    /** a = f(x·W + b) for a member's share of the samples, with a sparse x. */
    private final class SparseForward extends RowsJob {

        DenseLayer layer = NO_LAYER;
        SparseRows x = new SparseRows();
        float[] p = EMPTY;
        float[] a = EMPTY;

        @Override
        void run(DenseLoops loops, int from, int to) {
            loops.forward(layer, x, p, a, from, to);
        }
    }

    @Override
    public void gradient(DenseLayer layer, float[] x, float[] dz, float[] g, int n) {
        if (isSmall(layer, n)) {
            loops[0].gradient(layer, x, dz, g, n, 0, layer.in());
            return;
        }
        gradient.layer = layer;
        gradient.x = x;
        gradient.dz = dz;
        gradient.g = g;
        gradient.n = n;
        run(gradient, layer.in());
    }

    /** dW = xᵀ·dz and db = Σ dz for a member's share of the inputs, which are the rows of W. */
    private final class Gradient extends RowsJob {

        DenseLayer layer = NO_LAYER;
        float[] x = EMPTY;
        float[] dz = EMPTY;
        float[] g = EMPTY;
        int n;

        @Override
        void run(DenseLoops loops, int from, int to) {
            loops.gradient(layer, x, dz, g, n, from, to);
        }
    }

    @Override
    public void gradient(DenseLayer layer, InputBatch batch, float[] dz, float[] g, int n) {
        InputRows x = (InputRows) batch;
        if (!x.isSparse()) {
            gradient(layer, x.values(), dz, g, n);
            return;
        }
        if (isSmall(layer, n)) {
            loops[0].gradient(layer, x.rows(), dz, g, n, 0, layer.in());
            return;
        }
        sparseGradient.layer = layer;
        sparseGradient.x = x.rows();
        sparseGradient.dz = dz;
        sparseGradient.g = g;
        sparseGradient.n = n;
        run(sparseGradient, layer.in());
    }

    /** dW = xᵀ·dz and db = Σ dz for a member's share of the inputs, with a sparse x. */
    private final class SparseGradient extends RowsJob {

        DenseLayer layer = NO_LAYER;
        SparseRows x = new SparseRows();
        float[] dz = EMPTY;
        float[] g = EMPTY;
        int n;

        @Override
        void run(DenseLoops loops, int from, int to) {
            loops.gradient(layer, x, dz, g, n, from, to);
        }
    }

    @Override
    public void inputGradient(DenseLayer layer, float[] dz, float[] p, float[] dx, int n) {
        if (isSmall(layer, n)) {
            loops[0].inputGradient(layer, dz, p, dx, 0, n);
            return;
        }
        inputGradient.layer = layer;
        inputGradient.dz = dz;
        inputGradient.p = p;
        inputGradient.dx = dx;
        run(inputGradient, n);
    }

    /** dx = dz·Wᵀ for a member's share of the samples. */
    private final class InputGradient extends RowsJob {

        DenseLayer layer = NO_LAYER;
        float[] dz = EMPTY;
        float[] p = EMPTY;
        float[] dx = EMPTY;

        @Override
        void run(DenseLoops loops, int from, int to) {
            loops.inputGradient(layer, dz, p, dx, from, to);
        }
    }

    /** A job of which each member does an equal share of the rows. */
    private abstract class RowsJob implements Team.Job {

        int rows;

        @Override
        public void run(int member) {
            int from = Team.share(rows, member, loops.length);
            int to = Team.share(rows, member + 1, loops.length);
            if (from < to) {
                run(loops[member], from, to);
            }
        }

        abstract void run(DenseLoops loops, int from, int to);
    }

    private void run(RowsJob job, int rows) {
        job.rows = rows;
        team.run(job);
    }

    private boolean isSmall(DenseLayer layer, int n) {
        return loops.length == 1 || (long) n * layer.in() * layer.units() < SMALL_JOB;
    }
}
