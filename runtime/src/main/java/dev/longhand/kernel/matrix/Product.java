package dev.longhand.kernel.matrix;

/** Products of matrices, for one thread: an instance keeps scratch arrays that it uses again and again. */
public interface Product {

    /**
     * C = start + A·B: each row of C begins as the row at {@code start[at]}, each of its elements then
     * is a chain of fused multiply-adds in the order of A's columns.
     *
     * @param c apart from all others; its rows lie together
     */
    void set(Matrix a, Matrix b, float[] start, int at, Matrix c);

    /**
     * The same with a sparse A, from its row {@code first} on: what it leaves out adds nothing to a sum.
     *
     * @param c apart from all others; its rows lie together
     */
    void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c);
}
