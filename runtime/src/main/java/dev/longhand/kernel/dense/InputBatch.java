package dev.longhand.kernel.dense;

import dev.longhand.kernel.matrix.SparseRows;

/**
 * The samples of a batch as a first layer reads them: all their numbers or, where most are 0, the
 * others only. A layer that skips zeros gives the same bits as one that doesn't, as long as its
 * parameters are finite, but for the sign of a sum that is 0: a zero adds nothing to any other.
 */
public final class InputBatch {

    /** With a larger share of numbers other than 0, skipping zeros costs more than it saves. */
    public static final double LARGEST_SHARE = 0.3;

    /** Shorter samples are read as they are: looking for zeros costs more than it saves. */
    private static final int SHORTEST = 64;

    private final float[] values;
    private final int size;
    private final boolean canSkip;
    private final SparseRows given = new SparseRows();
    private final SparseRows found = new SparseRows();
    private SparseRows rows = given;
    private boolean sparse;

    /**
     * An empty batch.
     *
     * @param maxBatch the most samples
     * @param size the numbers of a sample
     */
    public InputBatch(int maxBatch, int size) {
        values = new float[Math.multiplyExact(maxBatch, size)];
        this.size = size;
        canSkip = maxBatch <= SparseRows.MOST_COLUMNS && size <= SparseRows.MOST_COLUMNS;
    }

    /** All numbers, [n][size], to read and to write. From now on this is what counts. */
    public float[] values() {
        if (sparse) {
            rows.expand(values);
            sparse = false;
        }
        return values;
    }

    /**
     * Whether zeros can be left out: there are at most 65,536 samples of at most 65,536 numbers, so that
     * places fit into chars.
     */
    public boolean canSkip() {
        return canSkip;
    }

    /**
     * Begins a batch whose samples are parts of these lists of numbers other than 0. The lists are read,
     * not copied, as long as the batch is in use.
     */
    public void beginSparse(char[] places, float[] values) {
        given.begin(size, places, values);
        rows = given;
        sparse = true;
    }

    /**
     * Adds a sample after {@link #beginSparse}: {@code values[i]} at place {@code places[i]}, for i from
     * {@code from} to before {@code to}, the places rising.
     */
    public void addSparse(int from, int to) {
        rows.addRow(from, to);
    }

    /**
     * Reads n samples from {@code offset} of x on: without their zeros if at most 30 % of the first one's
     * numbers aren't 0.
     */
    public void read(float[] x, int offset, int n) {
        rows = found;
        sparse = canSkip && size >= SHORTEST && found.set(x, offset, n, size, (int) (LARGEST_SHARE * size));
        if (!sparse) {
            System.arraycopy(x, offset, values, 0, n * size);
        }
    }

    /** Whether only the numbers other than 0 are there. */
    boolean isSparse() {
        return sparse;
    }

    /** The samples, one a row, if it is sparse. */
    SparseRows rows() {
        return rows;
    }
}
