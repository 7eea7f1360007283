package dev.longhand.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C = start + A·B with the Vector API: the one class that names its types.
 *
 * <p>A tile of C's rows and vectors stays in registers while the sums run, so that each vector of B that
 * is loaded serves all rows of the tile, and each number of A all its vectors. Where rows or columns
 * don't come out even, the last tile overlaps the one before it and computes the same sums again,
 * which costs less than masks. Vectors are spelt out, each a local variable: in arrays, or behind
 * methods of one's own, C2 would make objects of them. On JDK 17 a second species in the same process
 * would slow all loops down twentyfold, so everything here uses one.
 */
final class VectorProduct implements Product {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** Rows of B with their columns side by side, where B has them otherwise or too few for a vector. */
    private float[] packedB = new float[0];

    private float[] paddedStart = new float[0];
    private float[] paddedC = new float[0];

    /** Whether vectors of this machine are long enough to be worth it. */
    static boolean isWorthwhile() {
        return L >= 4;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int start0, Matrix c) {
        if (c.columns < L) {
            setNarrow(a, b, start, start0, c);
        } else if (b.columnStride != 1) {
            pack(b, b.columns);
            set(a, packedB, 0, b.columns, start, start0, c.values, c.offset, c.rowStride, c.columns);
        } else {
            set(a, b.values, b.offset, b.rowStride, start, start0, c.values, c.offset, c.rowStride, c.columns);
        }
    }

    /** Fewer columns than a vector holds: all of them in one, in padded copies. */
    private void setNarrow(Matrix a, Matrix b, float[] start, int start0, Matrix c) {
        pack(b, L);
        paddedStart = atLeast(L, paddedStart);
        System.arraycopy(start, start0, paddedStart, 0, c.columns);
        paddedC = atLeast(c.rows * L, paddedC);
        set(a, packedB, 0, L, paddedStart, 0, paddedC, 0, L, L);
        for (int row = 0; row < c.rows; row++) {
            System.arraycopy(paddedC, row * L, c.values, c.at(row, 0), c.columns);
        }
    }

    /** Strips of four and three vectors, whose tiles use the registers best, where there are enough. */
    private void set(
            Matrix a,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int columns) {
        int column = 0;
        for (int vectors = (columns + L - 1) / L; vectors > 0; ) {
            int width = vectors == 3 || vectors == 6 || vectors == 9 ? 3 : vectors >= 4 ? 4 : 1;
            int at = Math.min(column, columns - width * L);
            switch (width) {
                case 4 -> strip4(a, b, b0 + at, bStride, start, start0 + at, c, c0 + at, cStride);
                case 3 -> strip3(a, b, b0 + at, bStride, start, start0 + at, c, c0 + at, cStride);
                default -> strip1(a, b, b0 + at, bStride, start, start0 + at, c, c0 + at, cStride);
            }
            column += width * L;
            vectors -= width;
        }
    }

    private void strip4(
            Matrix a, float[] b, int b0, int bStride, float[] start, int start0, float[] c, int c0, int cStride) {
        int rows = a.rows;
        int row = rows < 5 ? 0 : rows;
        for (int r = 0; r < row; r += 5) {
            int first = Math.min(r, rows - 5);
            tile5x4(
                    a.values,
                    a.at(first, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + first * cStride,
                    cStride,
                    a.columns);
        }
        for (; row < rows; row++) {
            tile1x4(
                    a.values,
                    a.at(row, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + row * cStride,
                    cStride,
                    a.columns);
        }
    }

    private void strip3(
            Matrix a, float[] b, int b0, int bStride, float[] start, int start0, float[] c, int c0, int cStride) {
        int rows = a.rows;
        int row = rows < 6 ? 0 : rows;
        for (int r = 0; r < row; r += 6) {
            int first = Math.min(r, rows - 6);
            tile6x3(
                    a.values,
                    a.at(first, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + first * cStride,
                    cStride,
                    a.columns);
        }
        for (; row < rows; row++) {
            tile1x3(
                    a.values,
                    a.at(row, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + row * cStride,
                    cStride,
                    a.columns);
        }
    }

    private void strip1(
            Matrix a, float[] b, int b0, int bStride, float[] start, int start0, float[] c, int c0, int cStride) {
        int rows = a.rows;
        int row = rows < 8 ? 0 : rows;
        for (int r = 0; r < row; r += 8) {
            int first = Math.min(r, rows - 8);
            tile8x1(
                    a.values,
                    a.at(first, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + first * cStride,
                    cStride,
                    a.columns);
        }
        for (; row < rows; row++) {
            tile1x1(
                    a.values,
                    a.at(row, 0),
                    a.rowStride,
                    a.columnStride,
                    b,
                    b0,
                    bStride,
                    start,
                    start0,
                    c,
                    c0 + row * cStride,
                    cStride,
                    a.columns);
        }
    }

    /** Copies b row by row, each row {@code width} apart; in squares, so that cache lines are used up. */
    private void pack(Matrix b, int width) {
        packedB = atLeast(b.rows * width, packedB);
        for (int from = 0; from < b.columns; from += 16) {
            int to = Math.min(b.columns, from + 16);
            for (int k = 0; k < b.rows; k++) {
                for (int j = from, at = b.at(k, from); j < to; j++, at += b.columnStride) {
                    packedB[k * width + j] = b.values[at];
                }
            }
        }
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    private static void tile5x4(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, start0 + 3 * L);
        FloatVector c10 = c00;
        FloatVector c11 = c01;
        FloatVector c12 = c02;
        FloatVector c13 = c03;
        FloatVector c20 = c00;
        FloatVector c21 = c01;
        FloatVector c22 = c02;
        FloatVector c23 = c03;
        FloatVector c30 = c00;
        FloatVector c31 = c01;
        FloatVector c32 = c02;
        FloatVector c33 = c03;
        FloatVector c40 = c00;
        FloatVector c41 = c01;
        FloatVector c42 = c02;
        FloatVector c43 = c03;
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
            x = FloatVector.broadcast(S, a[ak + rowStride]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            c13 = x.fma(w3, c13);
            x = FloatVector.broadcast(S, a[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            c23 = x.fma(w3, c23);
            x = FloatVector.broadcast(S, a[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            c33 = x.fma(w3, c33);
            x = FloatVector.broadcast(S, a[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            c43 = x.fma(w3, c43);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c03.intoArray(c, c0 + 3 * L);
        c10.intoArray(c, c0 + cStride);
        c11.intoArray(c, c0 + cStride + L);
        c12.intoArray(c, c0 + cStride + 2 * L);
        c13.intoArray(c, c0 + cStride + 3 * L);
        c20.intoArray(c, c0 + 2 * cStride);
        c21.intoArray(c, c0 + 2 * cStride + L);
        c22.intoArray(c, c0 + 2 * cStride + 2 * L);
        c23.intoArray(c, c0 + 2 * cStride + 3 * L);
        c30.intoArray(c, c0 + 3 * cStride);
        c31.intoArray(c, c0 + 3 * cStride + L);
        c32.intoArray(c, c0 + 3 * cStride + 2 * L);
        c33.intoArray(c, c0 + 3 * cStride + 3 * L);
        c40.intoArray(c, c0 + 4 * cStride);
        c41.intoArray(c, c0 + 4 * cStride + L);
        c42.intoArray(c, c0 + 4 * cStride + 2 * L);
        c43.intoArray(c, c0 + 4 * cStride + 3 * L);
    }

    private static void tile1x4(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, start0 + 3 * L);
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c03.intoArray(c, c0 + 3 * L);
    }

    private static void tile6x3(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + 2 * L);
        FloatVector c10 = c00;
        FloatVector c11 = c01;
        FloatVector c12 = c02;
        FloatVector c20 = c00;
        FloatVector c21 = c01;
        FloatVector c22 = c02;
        FloatVector c30 = c00;
        FloatVector c31 = c01;
        FloatVector c32 = c02;
        FloatVector c40 = c00;
        FloatVector c41 = c01;
        FloatVector c42 = c02;
        FloatVector c50 = c00;
        FloatVector c51 = c01;
        FloatVector c52 = c02;
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            x = FloatVector.broadcast(S, a[ak + rowStride]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            x = FloatVector.broadcast(S, a[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            x = FloatVector.broadcast(S, a[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            x = FloatVector.broadcast(S, a[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            x = FloatVector.broadcast(S, a[ak + 5 * rowStride]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            c52 = x.fma(w2, c52);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c10.intoArray(c, c0 + cStride);
        c11.intoArray(c, c0 + cStride + L);
        c12.intoArray(c, c0 + cStride + 2 * L);
        c20.intoArray(c, c0 + 2 * cStride);
        c21.intoArray(c, c0 + 2 * cStride + L);
        c22.intoArray(c, c0 + 2 * cStride + 2 * L);
        c30.intoArray(c, c0 + 3 * cStride);
        c31.intoArray(c, c0 + 3 * cStride + L);
        c32.intoArray(c, c0 + 3 * cStride + 2 * L);
        c40.intoArray(c, c0 + 4 * cStride);
        c41.intoArray(c, c0 + 4 * cStride + L);
        c42.intoArray(c, c0 + 4 * cStride + 2 * L);
        c50.intoArray(c, c0 + 5 * cStride);
        c51.intoArray(c, c0 + 5 * cStride + L);
        c52.intoArray(c, c0 + 5 * cStride + 2 * L);
    }

    private static void tile1x3(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + 2 * L);
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
    }

    private static void tile8x1(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        FloatVector c10 = c00;
        FloatVector c20 = c00;
        FloatVector c30 = c00;
        FloatVector c40 = c00;
        FloatVector c50 = c00;
        FloatVector c60 = c00;
        FloatVector c70 = c00;
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
            x = FloatVector.broadcast(S, a[ak + rowStride]);
            c10 = x.fma(w0, c10);
            x = FloatVector.broadcast(S, a[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            x = FloatVector.broadcast(S, a[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            x = FloatVector.broadcast(S, a[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            x = FloatVector.broadcast(S, a[ak + 5 * rowStride]);
            c50 = x.fma(w0, c50);
            x = FloatVector.broadcast(S, a[ak + 6 * rowStride]);
            c60 = x.fma(w0, c60);
            x = FloatVector.broadcast(S, a[ak + 7 * rowStride]);
            c70 = x.fma(w0, c70);
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cStride);
        c20.intoArray(c, c0 + 2 * cStride);
        c30.intoArray(c, c0 + 3 * cStride);
        c40.intoArray(c, c0 + 4 * cStride);
        c50.intoArray(c, c0 + 5 * cStride);
        c60.intoArray(c, c0 + 6 * cStride);
        c70.intoArray(c, c0 + 7 * cStride);
    }

    private static void tile1x1(
            float[] a,
            int a0,
            int rowStride,
            int columnStride,
            float[] b,
            int b0,
            int bStride,
            float[] start,
            int start0,
            float[] c,
            int c0,
            int cStride,
            int depth) {
        FloatVector c00 = FloatVector.fromArray(S, start, start0);
        for (int k = 0, ak = a0, bk = b0; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector x = FloatVector.broadcast(S, a[ak]);
            c00 = x.fma(w0, c00);
        }
        c00.intoArray(c, c0);
    }
}
