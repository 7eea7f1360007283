package dev.longhand.kernel.matrix;

/**
 * Products of matrices. An instance serves one thread and keeps scratch arrays between calls.
 *
 * <p>All implementations give the same bits: each element of C is a sequence of fused multiply-adds in the order of A's
 * columns.
 */
public interface Product {

    /**
     * C = start + A·B, where the row that begins at {@code start[at]} is the start of every row of C.
     *
     * @param c overlaps none of the others; the elements of a row are adjacent
     */
    void set(Matrix a, Matrix b, float[] start, int at, Matrix c);

    /**
     * C = start + A·B with a sparse A, of which only the rows from {@code first} on are used. The zeros that A leaves
     * out contribute nothing to a sum.
     *
     * @param c overlaps none of the others; the elements of a row are adjacent
     */
    void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c);
}
