package dev.longhand.kernel.dense;

import dev.longhand.Activation;
import dev.longhand.kernel.function.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.NarrowProduct;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.SparseRows;
import java.util.Arrays;

/**
 * DenseKernels on top of a product of matrices, which can do any range of the rows of a result: so several
 * of them can share one job without a sum being split.
 */
public final class DenseLoops implements DenseKernels {

    private final float[] one = {1};

    private final Product product;
    private final ActivationLoops activations = new ActivationLoops();
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private final SparseRows columns = new SparseRows();
    private float[] zeros = new float[0];

    public DenseLoops(Product product) {
        this.product = product;
    }

    @Override
    public void dense(
            float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        dense(x, p, w, b, f, slope, a, 0, n, in, out);
    }

    /** {@link DenseKernels#dense} for the samples {@code from} to before {@code to}. */
    void dense(
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            int from,
            int to,
            int in,
            int out) {
        boolean hasBias = b != NO_BIAS;
        product.set(
                left.of(x, from * in, to - from, in),
                right.of(p, w, in, out),
                hasBias ? p : zeros(out),
                hasBias ? b : 0,
                sums.of(a, from * out, to - from, out));
        activations.activate(f, slope, a, a, from * out, to * out, out);
    }

    @Override
    public void dense(
            InputBatch x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out) {
        dense(x, p, w, b, f, slope, a, 0, n, in, out);
    }

    /** {@link DenseKernels#dense} of the data for the samples {@code from} to before {@code to}. */
    void dense(
            InputBatch x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            int from,
            int to,
            int in,
            int out) {
        if (!x.isSparse()) {
            dense(x.values(), p, w, b, f, slope, a, from, to, in, out);
            return;
        }
        boolean hasBias = b != NO_BIAS;
        x.rows().touch(from, to);
        product.set(
                x.rows(),
                from,
                right.of(p, w, in, out),
                hasBias ? p : zeros(out),
                hasBias ? b : 0,
                sums.of(a, from * out, to - from, out));
        activations.activate(f, slope, a, a, from * out, to * out, out);
    }

    @Override
    public void denseGradient(InputBatch x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        denseGradient(x, dz, g, w, b, n, 0, in, in, out);
    }

    /** {@link DenseKernels#denseGradient} of the data for the inputs {@code from} to before {@code to}. */
    void denseGradient(InputBatch x, float[] dz, float[] g, int w, int b, int n, int from, int to, int in, int out) {
        if (!x.isSparse()) {
            denseGradient(x.values(), dz, g, w, b, n, from, to, in, out);
            return;
        }
        columns.transpose(x.rows(), from, to);
        product.set(columns, 0, right.of(dz, 0, n, out), zeros(out), 0, sums.of(g, w + from * out, to - from, out));
        biasGradient(dz, g, b, n, from, out);
    }

    @Override
    public void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out) {
        denseGradient(x, dz, g, w, b, n, 0, in, in, out);
    }

    /** {@link DenseKernels#denseGradient} for the inputs {@code from} to before {@code to}. */
    void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int from, int to, int in, int out) {
        product.set(
                left.of(x, 0, n, in).transpose().rows(from, to),
                right.of(dz, 0, n, out),
                zeros(out),
                0,
                sums.of(g, w + from * out, to - from, out));
        biasGradient(dz, g, b, n, from, out);
    }

    /** Whoever does the first inputs does the bias. */
    private void biasGradient(float[] dz, float[] g, int b, int n, int from, int out) {
        if (b != NO_BIAS && from == 0) {
            product.set(left.constant(one, 1, n), right.of(dz, 0, n, out), zeros(out), 0, sums.of(g, b, 1, out));
        }
    }

    @Override
    public void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out) {
        denseInputGradient(dz, p, w, dx, 0, n, in, out);
    }

    /** {@link DenseKernels#denseInputGradient} for the samples {@code from} to before {@code to}. */
    void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int from, int to, int in, int out) {
        left.of(dz, from * out, to - from, out);
        right.of(p, w, in, out).transpose();
        sums.of(dx, from * in, to - from, in);
        if (to - from == 1) {
            // For one row, turning W around isn't worth it.
            Arrays.fill(dx, from * in, to * in, 0);
            NarrowProduct.add(left, right, sums);
        } else {
            product.set(left, right, zeros(in), 0, sums);
        }
    }

    @Override
    public void activate(Activation f, float slope, float[] z, float[] a, int n, int units) {
        activate(f, slope, z, a, 0, n, units);
    }

    /** {@link DenseKernels#activate} for the samples {@code from} to before {@code to}. */
    void activate(Activation f, float slope, float[] z, float[] a, int from, int to, int units) {
        activations.activate(f, slope, z, a, from * units, to * units, units);
    }

    @Override
    public void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units) {
        activationGradient(f, slope, kept, da, dz, 0, n, units);
    }

    /** {@link DenseKernels#activationGradient} for the samples {@code from} to before {@code to}. */
    void activationGradient(
            Activation f, float slope, float[] kept, float[] da, float[] dz, int from, int to, int units) {
        activations.gradient(f, slope, kept, da, dz, from * units, to * units, units);
    }

    @Override
    public void multiply(float[] x, float[] m, float[] a, int count) {
        for (int i = 0; i < count; i++) {
            a[i] = x[i] * m[i];
        }
    }

    private float[] zeros(int count) {
        if (zeros.length < count) {
            zeros = new float[count];
        }
        return zeros;
    }
}
