package dev.longhand.kernel.dense;

import dev.longhand.kernel.dense.loops.InputRows;

/**
 * The samples of a batch as a first layer reads them: all of their numbers or, if most of them are 0, only the nonzero
 * ones. Leaving out zeros doesn't change a bit of a sum, as long as the parameters are finite, except for the sign of a
 * sum that is 0.
 *
 * <p>A workspace has one. It's filled in one of three ways: all numbers are written to {@link #values}; a data set that
 * stores only its nonzero numbers adds its samples with {@link #beginSparse} and {@link #addSparse}; {@link #read} copies
 * samples from an array and finds their zeros itself.
 */
public sealed interface InputBatch permits InputRows {

    /** The largest share of nonzero numbers at which data sets store only these: above, skipping zeros doesn't pay. */
    double LARGEST_SHARE = 0.3;

    /**
     * An empty batch.
     *
     * @param maxBatch the most samples
     * @param size the numbers of a sample
     */
    static InputBatch of(int maxBatch, int size) {
        return new InputRows(maxBatch, size);
    }

    /** All numbers, [n][size], to read and to write. From now on the batch isn't sparse: layers read this array. */
    float[] values();

    /**
     * Whether zeros can be left out: only if there are at most 65,536 samples of at most 65,536 numbers, so that their
     * indices are chars.
     */
    boolean canSkip();

    /**
     * Begins a batch of sparse samples, which {@link #addSparse} adds. The arrays aren't copied: don't change them while
     * the batch is in use.
     *
     * @param positions the positions of the nonzero numbers in their samples
     * @param values the nonzero numbers
     */
    void beginSparse(char[] positions, float[] values);

    /**
     * Adds a sample with the number {@code values[i]} at {@code positions[i]}, for i from {@code from} (inclusive) to
     * {@code to} (exclusive), in ascending order of positions.
     */
    void addSparse(int from, int to);

    /**
     * Copies n samples from {@code offset} of x on, without their zeros if at most 30 % of the numbers of the first
     * sample are nonzero.
     */
    void read(float[] x, int offset, int n);
}
