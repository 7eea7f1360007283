package dev.longhand.kernel.dense.loops;

import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.kernel.matrix.SparseRows;

/** The samples of a batch in an array or, if most of their numbers are 0, in rows of the nonzero ones. */
public final class InputRows implements InputBatch {

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

    /** {@link InputBatch#of}. */
    public InputRows(int maxBatch, int size) {
        if ((long) maxBatch * size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a batch of " + maxBatch + " samples of " + size + " numbers has "
                    + (long) maxBatch * size + ", more than an array can hold: use a smaller batch");
        }
        values = new float[maxBatch * size];
        this.size = size;
        canSkip = maxBatch <= SparseRows.MOST_COLUMNS && size <= SparseRows.MOST_COLUMNS;
    }

    @Override
    public float[] values() {
        if (sparse) {
            rows.expand(values);
            sparse = false;
        }
        return values;
    }

    @Override
    public boolean canSkip() {
        return canSkip;
    }

    @Override
    public void beginSparse(char[] positions, float[] values) {
        shared.begin(size, positions, values);
        rows = shared;
        sparse = true;
    }

    @Override
    public void addSparse(int from, int to) {
        rows.addRow(from, to);
    }

    @Override
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
