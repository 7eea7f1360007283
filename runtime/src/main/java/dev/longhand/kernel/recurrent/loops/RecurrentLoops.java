package dev.longhand.kernel.recurrent.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.Product;
import dev.longhand.kernel.recurrent.Recurrence;
import dev.longhand.kernel.recurrent.SequenceSteps;
import java.util.Arrays;

/**
 * The loops that all recurrent layers share. At each step the states of the samples are copied to scratch arrays, a row
 * per sample, so that h'·U is one product and each formula is a loop with one index, as C2 needs it.
 */
abstract class RecurrentLoops {

    private final Product product;
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = new float[0];

    /** Uᵀ, [k·units][units], transposed once for all steps. */
    private float[] transposed = new float[0];

    RecurrentLoops(Product product) {
        this.product = product;
    }

    /**
     * v = start + h·U, [rows][columns], with h [rows][units] and U [units][columns].
     *
     * @param start the offset of the start, [columns], in p, or {@link Kernels#NO_BIAS} to start from 0
     */
    final void multiply(Recurrence layer, float[] p, int start, float[] h, float[] v, int rows, int columns) {
        boolean zero = start == Kernels.NO_BIAS;
        product.set(
                left.of(h, 0, rows, layer.units()),
                right.of(p, layer.weights(), layer.units(), columns),
                zero ? zeros(columns) : p,
                zero ? 0 : start,
                sums.of(v, 0, rows, columns));
    }

    /** Transposes U, [units][columns], for {@link #multiplyTransposed}. */
    final void transpose(float[] p, int u, int units, int columns) {
        transposed = atLeast(units * columns, transposed);
        right.of(p, u, units, columns).transpose();
        for (int row = 0; row < columns; row++) {
            right.load(row, 0, units, transposed, row * units);
        }
    }

    /** dh = dz·Uᵀ, [rows][units], with rows of dz that begin at {@code at} and each a stride after the last. */
    final void multiplyTransposed(float[] dz, int at, int stride, float[] dh, int rows, int units, int columns) {
        product.set(
                left.of(dz, at, rows, columns, stride),
                right.of(transposed, 0, columns, units),
                zeros(units),
                0,
                sums.of(dh, 0, rows, units));
    }

    /** Sets what is the same at all steps of a layer. */
    static void begin(Cells.Step step, Recurrence layer, int rows) {
        step.rows = rows;
        step.units = layer.units();
        step.stride = layer.time() * layer.units();
    }

    /** Whether the state after step t is part of the output. */
    static boolean returns(Recurrence layer, int t) {
        return layer.returnsSequence() || t == layer.time() - 1;
    }

    /** The index, in a or da, of the state of sample s after step t. */
    static int outputIndex(Recurrence layer, int s, int t) {
        return s * outputStride(layer) + (layer.returnsSequence() ? t * layer.units() : 0);
    }

    /** The distance, in a or da, of the states of two consecutive samples after the same step. */
    static int outputStride(Recurrence layer) {
        return layer.returnsSequence() ? layer.time() * layer.units() : layer.units();
    }

    /**
     * Sets the rows of samples whose step t is masked to 0: states before a sequence begins, and gradients after it ends.
     *
     * @param at the index of the first row in x, and {@code stride} the distance of two rows
     */
    static void clear(RecurrentJob job, int t, float[] x, int at, int stride, int from, int rows) {
        SequenceSteps steps = job.steps;
        if (steps == null || !steps.isMasked()) {
            return;
        }
        int units = job.layer.units();
        for (int row = 0; row < rows; row++) {
            if (!steps.includes(from + row, t)) {
                Arrays.fill(x, at + row * stride, at + row * stride + units, 0);
            }
        }
    }

    /** Writes h, the states after step t, to a, where the layer returns them. */
    static void store(RecurrentJob job, int t, float[] h, float[] a, int from, int rows) {
        Recurrence layer = job.layer;
        SequenceSteps steps = job.steps;
        int units = layer.units();
        if (layer.returnsSequence() || steps == null || !steps.isMasked()) {
            if (returns(layer, t)) {
                scatter(h, a, outputIndex(layer, from, t), outputStride(layer), rows, units);
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (steps.last(from + row) == t) {
                System.arraycopy(h, row * units, a, outputIndex(layer, from + row, t), units);
            }
        }
    }

    /** Adds da of step t to dh, where the layer returns states; dh of masked steps is 0. */
    static void addGradient(RecurrentJob job, int t, float[] da, float[] part, float[] dh, int from, int rows) {
        Recurrence layer = job.layer;
        SequenceSteps steps = job.steps;
        int units = layer.units();
        if (layer.returnsSequence() || steps == null || !steps.isMasked()) {
            if (returns(layer, t)) {
                gather(da, outputIndex(layer, from, t), outputStride(layer), part, rows, units);
                add(dh, part, rows * units);
            }
            clear(job, t, dh, 0, units, from, rows);
            return;
        }
        clear(job, t, dh, 0, units, from, rows);
        for (int row = 0; row < rows; row++) {
            if (steps.last(from + row) == t) {
                int at = outputIndex(layer, from + row, t);
                for (int j = 0; j < units; j++) {
                    dh[row * units + j] += da[at + j];
                }
            }
        }
    }

    private float[] zeros(int count) {
        zeros = atLeast(count, zeros);
        return zeros;
    }

    static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    /**
     * Copies rows of {@code width} numbers, the first at {@code at} and each a stride after the last, to adjacent rows.
     */
    static void gather(float[] from, int at, int stride, float[] to, int rows, int width) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from, at + row * stride, to, row * width, width);
        }
    }

    /** The inverse of {@link #gather}. */
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
