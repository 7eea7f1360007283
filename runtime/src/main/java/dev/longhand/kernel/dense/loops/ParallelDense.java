package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.SparseRows;
import dev.longhand.kernel.team.DividedJob;
import dev.longhand.kernel.team.Team;
import java.util.Arrays;
import java.util.function.Supplier;

/** The dense kernels, each member of a {@link Team} computing some rows of the result: the bits are those of one thread. */
public final class ParallelDense implements DenseKernels {

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
        forward.layer = layer;
        forward.x = x;
        forward.p = p;
        forward.a = a;
        team.divide(forward, n, multiplyAdds(layer, n));
    }

    /** a = f(x·W + b) for a member's share of the samples. */
    private final class Forward extends DividedJob {

        DenseLayer layer = NO_LAYER;
        float[] x = EMPTY;
        float[] p = EMPTY;
        float[] a = EMPTY;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(layer, x, p, a, from, to);
        }
    }

    @Override
    public void forward(DenseLayer layer, InputBatch batch, float[] p, float[] a, int n) {
        InputRows x = (InputRows) batch;
        if (!x.isSparse()) {
            forward(layer, x.values(), p, a, n);
            return;
        }
        sparseForward.layer = layer;
        sparseForward.x = x.rows();
        sparseForward.p = p;
        sparseForward.a = a;
        team.divide(sparseForward, n, multiplyAdds(layer, n));
    }

    /** a = f(x·W + b) for a member's share of the samples, with a sparse x. */
    private final class SparseForward extends DividedJob {

        DenseLayer layer = NO_LAYER;
        SparseRows x = new SparseRows();
        float[] p = EMPTY;
        float[] a = EMPTY;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].forward(layer, x, p, a, from, to);
        }
    }

    @Override
    public void gradient(DenseLayer layer, float[] x, float[] dz, float[] g, int n) {
        gradient.layer = layer;
        gradient.x = x;
        gradient.dz = dz;
        gradient.g = g;
        gradient.n = n;
        team.divide(gradient, layer.in(), multiplyAdds(layer, n));
    }

    /** dW = xᵀ·dz and db = Σ dz for a member's share of the inputs, which are the rows of W. */
    private final class Gradient extends DividedJob {

        DenseLayer layer = NO_LAYER;
        float[] x = EMPTY;
        float[] dz = EMPTY;
        float[] g = EMPTY;
        int n;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].gradient(layer, x, dz, g, n, from, to);
        }
    }

    @Override
    public void gradient(DenseLayer layer, InputBatch batch, float[] dz, float[] g, int n) {
        InputRows x = (InputRows) batch;
        if (!x.isSparse()) {
            gradient(layer, x.values(), dz, g, n);
            return;
        }
        sparseGradient.layer = layer;
        sparseGradient.x = x.rows();
        sparseGradient.dz = dz;
        sparseGradient.g = g;
        sparseGradient.n = n;
        team.divide(sparseGradient, layer.in(), multiplyAdds(layer, n));
    }

    /** dW = xᵀ·dz and db = Σ dz for a member's share of the inputs, with a sparse x. */
    private final class SparseGradient extends DividedJob {

        DenseLayer layer = NO_LAYER;
        SparseRows x = new SparseRows();
        float[] dz = EMPTY;
        float[] g = EMPTY;
        int n;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].gradient(layer, x, dz, g, n, from, to);
        }
    }

    @Override
    public void inputGradient(DenseLayer layer, float[] dz, float[] p, float[] dx, int n) {
        inputGradient.layer = layer;
        inputGradient.dz = dz;
        inputGradient.p = p;
        inputGradient.dx = dx;
        team.divide(inputGradient, n, multiplyAdds(layer, n));
    }

    /** dx = dz·Wᵀ for a member's share of the samples. */
    private final class InputGradient extends DividedJob {

        DenseLayer layer = NO_LAYER;
        float[] dz = EMPTY;
        float[] p = EMPTY;
        float[] dx = EMPTY;

        @Override
        protected void compute(int member, int from, int to) {
            loops[member].inputGradient(layer, dz, p, dx, from, to);
        }
    }

    private static long multiplyAdds(DenseLayer layer, int n) {
        return (long) n * layer.in() * layer.units();
    }
}
