package dev.longhand.kernel;

/**
 * The samples of a batch as a first layer reads them: all their numbers or, where most are 0, the
 * others only. A layer that skips zeros gives the same bits as one that doesn't, as long as its
 * parameters are finite: a zero adds nothing to a sum.
 */
public final class InputBatch {

    private final float[] values;
    private final int size;
    private final SparseRows rows = new SparseRows();
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
    }

    /** All numbers, [n][size], to read and to write. From now on this is what counts. */
    public float[] values() {
        if (sparse) {
            rows.expand(values);
            sparse = false;
        }
        return values;
    }

    /** Begins a batch of which only the numbers other than 0 are given. */
    public void beginSparse() {
        rows.clear(size);
        sparse = true;
    }

    /**
     * Adds a sample after {@link #beginSparse}: {@code values[i]} at place {@code places[i]}, for i from
     * {@code from} to before {@code to}, the places rising.
     */
    public void addSparse(char[] places, float[] values, int from, int to) {
        rows.addRow(places, values, from, to);
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
