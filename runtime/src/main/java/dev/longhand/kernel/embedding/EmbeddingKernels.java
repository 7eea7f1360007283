package dev.longhand.kernel.embedding;

/** Embedding layers, for one calling thread: rows of a table, looked up by number. */
public interface EmbeddingKernels {

    /**
     * a = row x of T, for each of {@code count} numbers x.
     *
     * @param x whole numbers from 0 to the table's vocabulary − 1
     * @param a written, [count][dimensions]
     * @throws IllegalArgumentException if a number of x is none of these
     */
    void forward(EmbeddingTable table, float[] x, float[] p, float[] a, int count);

    /**
     * The gradient of T: row r of dT is the sum of those rows of da whose x is r, in their order and from 0. It
     * overwrites what g held there.
     *
     * @param x as read by {@link #forward}
     */
    void gradient(EmbeddingTable table, float[] x, float[] da, float[] g, int count);
}
