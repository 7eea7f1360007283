package dev.longhand.kernel.convolution;

import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.VectorProduct;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PatchSums#set} with the Vector API, in the tiles and the species of {@link VectorProduct}; patches
 * are read through their index tables, not copied.
 */
final class VectorPatchProduct {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    // What the tiles work on.
    private float[] x = {};
    private int at;
    private int[] rows = {};
    private int first;
    private int[] columns = {};
    private float[] b = {};
    private int b0;
    private int bStride;
    private float[] start = {};
    private int start0;
    private int startStride;
    private float[] c = {};
    private int c0;
    private int cStride;

    /** {@link PatchSums#set} of at least {@link #narrowest} columns. */
    void set(Patches a, Matrix b, Matrix start, Matrix c) {
        x = a.x;
        at = a.at;
        rows = a.rows;
        first = a.first;
        columns = a.columns;
        this.b = b.values;
        b0 = b.offset;
        bStride = b.rowStride;
        this.start = start.values;
        start0 = start.offset;
        startStride = start.rowStride;
        this.c = c.values;
        c0 = c.offset;
        cStride = c.rowStride;
        int end = first + c.rows;
        for (int column = 0, vectors = (c.columns + L - 1) / L; vectors > 0; ) {
            int width = width(vectors, c.columns);
            int from = Math.min(column, c.columns - width * L);
            switch (width) {
                case 4 -> strip4(from, end);
                case 3 -> strip3(from, end);
                case 2 -> strip2(from, end);
                default -> strip1(from, end);
            }
            column += width * L;
            vectors -= width;
        }
    }

    /** The fewest columns it can compute: those of a vector. */
    static int narrowest() {
        return L;
    }

    /** The vectors of the next tile: as many as are left and fit, but three and two rather than four and one. */
    private static int width(int vectors, int columns) {
        int most = Math.min(vectors, columns / L);
        if (most >= 4) {
            return vectors == 5 || vectors == 6 ? 3 : 4;
        }
        return most;
    }

    private void strip4(int column, int end) {
        int row = end - first < 5 ? first : end;
        for (int r = first; r < row; r += 5) {
            tile5x4(Math.min(r, end - 5), column);
        }
        for (; row < end; row++) {
            tile1x4(row, column);
        }
    }

    private void strip3(int column, int end) {
        int row = end - first < 6 ? first : end;
        for (int r = first; r < row; r += 6) {
            tile6x3(Math.min(r, end - 6), column);
        }
        for (; row < end; row++) {
            tile1x3(row, column);
        }
    }

    private void strip2(int column, int end) {
        int row = first;
        for (; row + 10 <= end; row += 10) {
            tile10x2(row, column);
        }
        if (end - row > 5 && end - first >= 10) {
            tile10x2(end - 10, column);
            return;
        }
        for (; row < end && end - first >= 5; row += 5) {
            tile5x2(Math.min(row, end - 5), column);
        }
        for (; row < end; row++) {
            tile1x2(row, column);
        }
    }

    private void strip1(int column, int end) {
        int row = first;
        for (; row + 14 <= end; row += 14) {
            tile14x1(row, column);
        }
        if (end - row > 7 && end - first >= 14) {
            tile14x1(end - 14, column);
            return;
        }
        for (; row < end && end - first >= 7; row += 7) {
            tile7x1(Math.min(row, end - 7), column);
        }
        for (; row < end; row++) {
            tile1x1(row, column);
        }
    }

    private void tile5x4(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, from + 3 * L);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c11 = FloatVector.fromArray(S, start, from + startStride + L);
        FloatVector c12 = FloatVector.fromArray(S, start, from + startStride + 2 * L);
        FloatVector c13 = FloatVector.fromArray(S, start, from + startStride + 3 * L);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(S, start, from + 2 * startStride + L);
        FloatVector c22 = FloatVector.fromArray(S, start, from + 2 * startStride + 2 * L);
        FloatVector c23 = FloatVector.fromArray(S, start, from + 2 * startStride + 3 * L);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(S, start, from + 3 * startStride + L);
        FloatVector c32 = FloatVector.fromArray(S, start, from + 3 * startStride + 2 * L);
        FloatVector c33 = FloatVector.fromArray(S, start, from + 3 * startStride + 3 * L);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c41 = FloatVector.fromArray(S, start, from + 4 * startStride + L);
        FloatVector c42 = FloatVector.fromArray(S, start, from + 4 * startStride + 2 * L);
        FloatVector c43 = FloatVector.fromArray(S, start, from + 4 * startStride + 3 * L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            c03 = v.fma(w3, c03);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            c12 = v.fma(w2, c12);
            c13 = v.fma(w3, c13);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            c22 = v.fma(w2, c22);
            c23 = v.fma(w3, c23);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            c32 = v.fma(w2, c32);
            c33 = v.fma(w3, c33);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
            c42 = v.fma(w2, c42);
            c43 = v.fma(w3, c43);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c03.intoArray(c, to + 3 * L);
        c10.intoArray(c, to + cStride);
        c11.intoArray(c, to + cStride + L);
        c12.intoArray(c, to + cStride + 2 * L);
        c13.intoArray(c, to + cStride + 3 * L);
        c20.intoArray(c, to + 2 * cStride);
        c21.intoArray(c, to + 2 * cStride + L);
        c22.intoArray(c, to + 2 * cStride + 2 * L);
        c23.intoArray(c, to + 2 * cStride + 3 * L);
        c30.intoArray(c, to + 3 * cStride);
        c31.intoArray(c, to + 3 * cStride + L);
        c32.intoArray(c, to + 3 * cStride + 2 * L);
        c33.intoArray(c, to + 3 * cStride + 3 * L);
        c40.intoArray(c, to + 4 * cStride);
        c41.intoArray(c, to + 4 * cStride + L);
        c42.intoArray(c, to + 4 * cStride + 2 * L);
        c43.intoArray(c, to + 4 * cStride + 3 * L);
    }

    private void tile1x4(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, from + 3 * L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            c03 = v.fma(w3, c03);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c03.intoArray(c, to + 3 * L);
    }

    private void tile6x3(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int x5 = at + rows[row + 5];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c11 = FloatVector.fromArray(S, start, from + startStride + L);
        FloatVector c12 = FloatVector.fromArray(S, start, from + startStride + 2 * L);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(S, start, from + 2 * startStride + L);
        FloatVector c22 = FloatVector.fromArray(S, start, from + 2 * startStride + 2 * L);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(S, start, from + 3 * startStride + L);
        FloatVector c32 = FloatVector.fromArray(S, start, from + 3 * startStride + 2 * L);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c41 = FloatVector.fromArray(S, start, from + 4 * startStride + L);
        FloatVector c42 = FloatVector.fromArray(S, start, from + 4 * startStride + 2 * L);
        FloatVector c50 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c51 = FloatVector.fromArray(S, start, from + 5 * startStride + L);
        FloatVector c52 = FloatVector.fromArray(S, start, from + 5 * startStride + 2 * L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            c12 = v.fma(w2, c12);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            c22 = v.fma(w2, c22);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            c32 = v.fma(w2, c32);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
            c42 = v.fma(w2, c42);
            v = FloatVector.broadcast(S, x[x5 + tap]);
            c50 = v.fma(w0, c50);
            c51 = v.fma(w1, c51);
            c52 = v.fma(w2, c52);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c10.intoArray(c, to + cStride);
        c11.intoArray(c, to + cStride + L);
        c12.intoArray(c, to + cStride + 2 * L);
        c20.intoArray(c, to + 2 * cStride);
        c21.intoArray(c, to + 2 * cStride + L);
        c22.intoArray(c, to + 2 * cStride + 2 * L);
        c30.intoArray(c, to + 3 * cStride);
        c31.intoArray(c, to + 3 * cStride + L);
        c32.intoArray(c, to + 3 * cStride + 2 * L);
        c40.intoArray(c, to + 4 * cStride);
        c41.intoArray(c, to + 4 * cStride + L);
        c42.intoArray(c, to + 4 * cStride + 2 * L);
        c50.intoArray(c, to + 5 * cStride);
        c51.intoArray(c, to + 5 * cStride + L);
        c52.intoArray(c, to + 5 * cStride + 2 * L);
    }

    private void tile1x3(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
    }

    private void tile10x2(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int x5 = at + rows[row + 5];
        int x6 = at + rows[row + 6];
        int x7 = at + rows[row + 7];
        int x8 = at + rows[row + 8];
        int x9 = at + rows[row + 9];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c11 = FloatVector.fromArray(S, start, from + startStride + L);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(S, start, from + 2 * startStride + L);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(S, start, from + 3 * startStride + L);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c41 = FloatVector.fromArray(S, start, from + 4 * startStride + L);
        FloatVector c50 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c51 = FloatVector.fromArray(S, start, from + 5 * startStride + L);
        FloatVector c60 = FloatVector.fromArray(S, start, from + 6 * startStride);
        FloatVector c61 = FloatVector.fromArray(S, start, from + 6 * startStride + L);
        FloatVector c70 = FloatVector.fromArray(S, start, from + 7 * startStride);
        FloatVector c71 = FloatVector.fromArray(S, start, from + 7 * startStride + L);
        FloatVector c80 = FloatVector.fromArray(S, start, from + 8 * startStride);
        FloatVector c81 = FloatVector.fromArray(S, start, from + 8 * startStride + L);
        FloatVector c90 = FloatVector.fromArray(S, start, from + 9 * startStride);
        FloatVector c91 = FloatVector.fromArray(S, start, from + 9 * startStride + L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
            v = FloatVector.broadcast(S, x[x5 + tap]);
            c50 = v.fma(w0, c50);
            c51 = v.fma(w1, c51);
            v = FloatVector.broadcast(S, x[x6 + tap]);
            c60 = v.fma(w0, c60);
            c61 = v.fma(w1, c61);
            v = FloatVector.broadcast(S, x[x7 + tap]);
            c70 = v.fma(w0, c70);
            c71 = v.fma(w1, c71);
            v = FloatVector.broadcast(S, x[x8 + tap]);
            c80 = v.fma(w0, c80);
            c81 = v.fma(w1, c81);
            v = FloatVector.broadcast(S, x[x9 + tap]);
            c90 = v.fma(w0, c90);
            c91 = v.fma(w1, c91);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c10.intoArray(c, to + cStride);
        c11.intoArray(c, to + cStride + L);
        c20.intoArray(c, to + 2 * cStride);
        c21.intoArray(c, to + 2 * cStride + L);
        c30.intoArray(c, to + 3 * cStride);
        c31.intoArray(c, to + 3 * cStride + L);
        c40.intoArray(c, to + 4 * cStride);
        c41.intoArray(c, to + 4 * cStride + L);
        c50.intoArray(c, to + 5 * cStride);
        c51.intoArray(c, to + 5 * cStride + L);
        c60.intoArray(c, to + 6 * cStride);
        c61.intoArray(c, to + 6 * cStride + L);
        c70.intoArray(c, to + 7 * cStride);
        c71.intoArray(c, to + 7 * cStride + L);
        c80.intoArray(c, to + 8 * cStride);
        c81.intoArray(c, to + 8 * cStride + L);
        c90.intoArray(c, to + 9 * cStride);
        c91.intoArray(c, to + 9 * cStride + L);
    }

    private void tile5x2(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c11 = FloatVector.fromArray(S, start, from + startStride + L);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c21 = FloatVector.fromArray(S, start, from + 2 * startStride + L);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c31 = FloatVector.fromArray(S, start, from + 3 * startStride + L);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c41 = FloatVector.fromArray(S, start, from + 4 * startStride + L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c10.intoArray(c, to + cStride);
        c11.intoArray(c, to + cStride + L);
        c20.intoArray(c, to + 2 * cStride);
        c21.intoArray(c, to + 2 * cStride + L);
        c30.intoArray(c, to + 3 * cStride);
        c31.intoArray(c, to + 3 * cStride + L);
        c40.intoArray(c, to + 4 * cStride);
        c41.intoArray(c, to + 4 * cStride + L);
    }

    private void tile1x2(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
    }

    private void tile14x1(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int x5 = at + rows[row + 5];
        int x6 = at + rows[row + 6];
        int x7 = at + rows[row + 7];
        int x8 = at + rows[row + 8];
        int x9 = at + rows[row + 9];
        int x10 = at + rows[row + 10];
        int x11 = at + rows[row + 11];
        int x12 = at + rows[row + 12];
        int x13 = at + rows[row + 13];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c50 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c60 = FloatVector.fromArray(S, start, from + 6 * startStride);
        FloatVector c70 = FloatVector.fromArray(S, start, from + 7 * startStride);
        FloatVector c80 = FloatVector.fromArray(S, start, from + 8 * startStride);
        FloatVector c90 = FloatVector.fromArray(S, start, from + 9 * startStride);
        FloatVector ca0 = FloatVector.fromArray(S, start, from + 10 * startStride);
        FloatVector cb0 = FloatVector.fromArray(S, start, from + 11 * startStride);
        FloatVector cc0 = FloatVector.fromArray(S, start, from + 12 * startStride);
        FloatVector cd0 = FloatVector.fromArray(S, start, from + 13 * startStride);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            v = FloatVector.broadcast(S, x[x5 + tap]);
            c50 = v.fma(w0, c50);
            v = FloatVector.broadcast(S, x[x6 + tap]);
            c60 = v.fma(w0, c60);
            v = FloatVector.broadcast(S, x[x7 + tap]);
            c70 = v.fma(w0, c70);
            v = FloatVector.broadcast(S, x[x8 + tap]);
            c80 = v.fma(w0, c80);
            v = FloatVector.broadcast(S, x[x9 + tap]);
            c90 = v.fma(w0, c90);
            v = FloatVector.broadcast(S, x[x10 + tap]);
            ca0 = v.fma(w0, ca0);
            v = FloatVector.broadcast(S, x[x11 + tap]);
            cb0 = v.fma(w0, cb0);
            v = FloatVector.broadcast(S, x[x12 + tap]);
            cc0 = v.fma(w0, cc0);
            v = FloatVector.broadcast(S, x[x13 + tap]);
            cd0 = v.fma(w0, cd0);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c10.intoArray(c, to + cStride);
        c20.intoArray(c, to + 2 * cStride);
        c30.intoArray(c, to + 3 * cStride);
        c40.intoArray(c, to + 4 * cStride);
        c50.intoArray(c, to + 5 * cStride);
        c60.intoArray(c, to + 6 * cStride);
        c70.intoArray(c, to + 7 * cStride);
        c80.intoArray(c, to + 8 * cStride);
        c90.intoArray(c, to + 9 * cStride);
        ca0.intoArray(c, to + 10 * cStride);
        cb0.intoArray(c, to + 11 * cStride);
        cc0.intoArray(c, to + 12 * cStride);
        cd0.intoArray(c, to + 13 * cStride);
    }

    private void tile7x1(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int x1 = at + rows[row + 1];
        int x2 = at + rows[row + 2];
        int x3 = at + rows[row + 3];
        int x4 = at + rows[row + 4];
        int x5 = at + rows[row + 5];
        int x6 = at + rows[row + 6];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c50 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c60 = FloatVector.fromArray(S, start, from + 6 * startStride);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
            v = FloatVector.broadcast(S, x[x1 + tap]);
            c10 = v.fma(w0, c10);
            v = FloatVector.broadcast(S, x[x2 + tap]);
            c20 = v.fma(w0, c20);
            v = FloatVector.broadcast(S, x[x3 + tap]);
            c30 = v.fma(w0, c30);
            v = FloatVector.broadcast(S, x[x4 + tap]);
            c40 = v.fma(w0, c40);
            v = FloatVector.broadcast(S, x[x5 + tap]);
            c50 = v.fma(w0, c50);
            v = FloatVector.broadcast(S, x[x6 + tap]);
            c60 = v.fma(w0, c60);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
        c10.intoArray(c, to + cStride);
        c20.intoArray(c, to + 2 * cStride);
        c30.intoArray(c, to + 3 * cStride);
        c40.intoArray(c, to + 4 * cStride);
        c50.intoArray(c, to + 5 * cStride);
        c60.intoArray(c, to + 6 * cStride);
    }

    private void tile1x1(int row, int column) {
        float[] x = this.x;
        float[] b = this.b;
        int[] columns = this.columns;
        int bStride = this.bStride;
        int x0 = at + rows[row];
        int from = start0 + (row - first) * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        for (int k = 0, bk = b0 + column; k < columns.length; k++, bk += bStride) {
            int tap = columns[k];
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector v = FloatVector.broadcast(S, x[x0 + tap]);
            c00 = v.fma(w0, c00);
        }
        int to = c0 + (row - first) * cStride + column;
        c00.intoArray(c, to);
    }
}
