package dev.longhand.kernel.dense;

import dev.longhand.kernel.matrix.SparseRows;

/**
 * The samples of a batch as a first layer reads them: all of their numbers or, if most of them are 0, only the nonzero
 * ones. Leaving out zeros doesn't change a bit of a sum, as long as the parameters are finite, except for the sign of a
 * sum that is 0.
 */
public final class InputBatch {

    /** With a larger share of nonzero numbers, skipping zeros costs more than it saves. */
    public static final double LARGEST_SHARE = 0.3;

    /** In shorter samples, looking for zeros costs more than it saves. */
    private static final int SHORTEST = 64;

    private final float[] values;
    private final int size;
    private final boolean canSkip;

    /** Samples in arrays of the caller. */
    private final SparseRows shared = new SparseRows();

    /** Samples copied without their zeros. */
    private final SparseRows copied = new SparseRows();

    private SparseRows rows = shared;
    private boolean sparse;

    /**
     * An empty batch.
     *
     * @param maxBatch the most samples
     * @param size the numbers of a sample
     */
    public InputBatch(int maxBatch, int size) {
        if ((long) maxBatch * size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a batch of " + maxBatch + " samples of " + size + " numbers has "
                    + (long) maxBatch * size + ", more than an array can hold: use a smaller batch");
        }
        values = new float[maxBatch * size];
        this.size = size;
        canSkip = maxBatch <= SparseRows.MOST_COLUMNS && size <= SparseRows.MOST_COLUMNS;
    }

    /** All numbers, [n][size], to read and to write. From now on the batch isn't sparse: layers read this array. */
    public float[] values() {
        if (sparse) {
            rows.expand(values);
            sparse = false;
        }
        return values;
    }

    /**
     * Whether zeros can be left out: only if there are at most 65,536 samples of at most 65,536 numbers, so that their
     * indices are chars.
     */
    public boolean canSkip() {
        return canSkip;
    }

    /**
     * Begins a batch of sparse samples, which {@link #addSparse} adds. The arrays aren't copied: don't change them while
     * the batch is in use.
     *
     * @param positions the positions of the nonzero numbers in their samples
     * @param values the nonzero numbers
     */
    public void beginSparse(char[] positions, float[] values) {
        shared.begin(size, positions, values);
        rows = shared;
        sparse = true;
    }

    /**
     * Adds a sample with the number {@code values[i]} at {@code positions[i]}, for i from {@code from} (inclusive) to
     * {@code to} (exclusive), in ascending order of positions.
     */
    public void addSparse(int from, int to) {
        rows.addRow(from, to);
    }

    /**
     * Copies n samples from {@code offset} of x on, without their zeros if at most 30 % of the numbers of the first
     * sample are nonzero.
     */
    public void read(float[] x, int offset, int n) {
        rows = copied;
        sparse = canSkip && size >= SHORTEST && copied.set(x, offset, n, size, (int) (LARGEST_SHARE * size));
        if (!sparse) {
            System.arraycopy(x, offset, values, 0, n * size);
        }
    }

    /** Whether the batch holds only the nonzero numbers. */
    boolean isSparse() {
        return sparse;
    }

    /** The samples, one per row, if the batch is sparse. */
    SparseRows rows() {
        return rows;
    }
}
