package dev.longhand.kernel.recurrent;

import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.Product;

/**
 * What the steps of all recurrent layers have in common: the states of the samples at one step lie together
 * in scratch arrays, so that h'·U is one product and each formula a loop with one index, as C2 needs it.
 */
abstract class RecurrentLoops {

    private final Product product;
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = new float[0];

    /** Uᵀ, [k·units][units], turned around once for all steps. */
    private float[] turned = new float[0];

    RecurrentLoops(Product product) {
        this.product = product;
    }

    /** v = start + h·U, [rows][columns], with h [rows][units] and U [units][columns]; start is p[at] on, or 0. */
    final void multiply(float[] h, float[] p, int u, int at, float[] v, int rows, int units, int columns) {
        boolean zero = at == DenseKernels.NO_BIAS;
        product.set(
                left.of(h, 0, rows, units),
                right.of(p, u, units, columns),
                zero ? zeros(columns) : p,
                zero ? 0 : at,
                sums.of(v, 0, rows, columns));
    }

    /** Turns U, [units][columns], around for {@link #multiplyTurned}. */
    final void turn(float[] p, int u, int units, int columns) {
        turned = atLeast(units * columns, turned);
        right.of(p, u, units, columns).transpose();
        for (int row = 0; row < columns; row++) {
            right.load(row, 0, units, turned, row * units);
        }
    }

    /** dh = dz·Uᵀ, [rows][units], with dz [rows][columns]. */
    final void multiplyTurned(float[] dz, float[] dh, int rows, int units, int columns) {
        product.set(
                left.of(dz, 0, rows, columns),
                right.of(turned, 0, columns, units),
                zeros(units),
                0,
                sums.of(dh, 0, rows, units));
    }

    private float[] zeros(int count) {
        zeros = atLeast(count, zeros);
        return zeros;
    }

    static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    /** Copies {@code width} numbers a row, the rows a stride apart from {@code at} on, to rows that lie together. */
    static void gather(float[] from, int at, int stride, float[] to, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, at + row * stride, to, row * width, width);
        }
    }

    /** The reverse of {@link #gather}. */
    static void scatter(float[] from, float[] to, int at, int stride, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, row * width, to, at + row * stride, width);
        }
    }

    /** x += y. */
    static void add(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += y[i];
        }
    }
}
