package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.function.loops.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.NarrowProduct;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.matrix.SparseRows;
import java.util.Arrays;

/**
 * The dense kernels for some of the rows of a result, from {@code from} (inclusive) to {@code to} (exclusive). Threads
 * that share a job compute different rows, so no sum is split among them. An instance serves one thread.
 */
final class DenseLoops {

    private final float[] one = {1};

    private final Product product;
    private final ActivationLoops activations = new ActivationLoops();
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix result = new Matrix();
    private final SparseRows columns = new SparseRows();
    private float[] zeros = new float[0];

    DenseLoops(Product product) {
        this.product = product;
    }

    /** {@link DenseKernels#forward} for some of the samples. */
    void forward(DenseLayer layer, float[] x, float[] p, float[] a, int from, int to) {
        int in = layer.in();
        int units = layer.units();
        product.set(
                left.of(x, from * in, to - from, in),
                right.of(p, layer.weights(), in, units),
                start(layer, p),
                startOffset(layer),
                result.of(a, from * units, to - from, units));
        activations.activate(layer.activation(), layer.slope(), a, a, from * units, to * units, units);
    }

    /** {@link DenseKernels#forward} for some of the samples, whose zeros are left out. */
    void forward(DenseLayer layer, SparseRows x, float[] p, float[] a, int from, int to) {
        int units = layer.units();
        x.prefetch(from, to);
        product.set(
                x,
                from,
                right.of(p, layer.weights(), layer.in(), units),
                start(layer, p),
                startOffset(layer),
                result.of(a, from * units, to - from, units));
        activations.activate(layer.activation(), layer.slope(), a, a, from * units, to * units, units);
    }

    /** {@link DenseKernels#gradient} for some of the inputs. */
    void gradient(DenseLayer layer, float[] x, float[] dz, float[] g, int n, int from, int to) {
        int units = layer.units();
        product.set(
                left.of(x, 0, n, layer.in()).transpose().rows(from, to),
                right.of(dz, 0, n, units),
                zeros(units),
                0,
                result.of(g, layer.weights() + from * units, to - from, units));
        if (from == 0) {
            biasGradient(layer, dz, g, n);
        }
    }

    /** {@link DenseKernels#gradient} for some of the inputs, whose zeros are left out. */
    void gradient(DenseLayer layer, SparseRows x, float[] dz, float[] g, int n, int from, int to) {
        int units = layer.units();
        columns.transpose(x, from, to);
        product.set(
                columns,
                0,
                right.of(dz, 0, n, units),
                zeros(units),
                0,
                result.of(g, layer.weights() + from * units, to - from, units));
        if (from == 0) {
            biasGradient(layer, dz, g, n);
        }
    }

    /** db = Σ dz: computed by the thread that also computes the gradient of the first input's weights. */
    private void biasGradient(DenseLayer layer, float[] dz, float[] g, int n) {
        if (layer.hasBias()) {
            int units = layer.units();
            product.set(
                    left.constant(one, 1, n),
                    right.of(dz, 0, n, units),
                    zeros(units),
                    0,
                    result.of(g, layer.bias(), 1, units));
        }
    }

    /** {@link DenseKernels#inputGradient} for some of the samples. */
    void inputGradient(DenseLayer layer, float[] dz, float[] p, float[] dx, int from, int to) {
        int in = layer.in();
        int units = layer.units();
        left.of(dz, from * units, to - from, units);
        right.of(p, layer.weights(), in, units).transpose();
        result.of(dx, from * in, to - from, in);
        if (to - from == 1) {
            // For a single row, packing the transpose of W costs more than it saves.
            Arrays.fill(dx, from * in, to * in, 0);
            NarrowProduct.add(left, right, result);
        } else {
            product.set(left, right, zeros(in), 0, result);
        }
    }

    /** The array with what the sums start from, b or zeros. */
    private float[] start(DenseLayer layer, float[] p) {
        return layer.hasBias() ? p : zeros(layer.units());
    }

    private static int startOffset(DenseLayer layer) {
        return layer.hasBias() ? layer.bias() : 0;
    }

    private float[] zeros(int count) {
        if (zeros.length < count) {
            zeros = new float[count];
        }
        return zeros;
    }
}
