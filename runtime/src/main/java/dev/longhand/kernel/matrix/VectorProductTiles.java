// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of C = start + A·B: {@code tile5x4} computes 5 rows of 4 vectors, {@code sparse4} one row of 4 vectors
 * with a sparse A. With a stride of 0 all rows start from the same values, except those of a sparse A, which
 * always do.
 */
final class VectorProductTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final int L = S.length();

    Matrix a = new Matrix();

    float[] b = {};

    float[] start = {};

    float[] c = {};

    int b0;

    int bStride;

    int start0;

    int startStride;

    int c0;

    int cStride;

    void tile5x4(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
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
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            c03 = v.fma(w3, c03);
            v = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            c12 = v.fma(w2, c12);
            c13 = v.fma(w3, c13);
            v = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            c22 = v.fma(w2, c22);
            c23 = v.fma(w3, c23);
            v = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            c32 = v.fma(w2, c32);
            c33 = v.fma(w3, c33);
            v = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
            c42 = v.fma(w2, c42);
            c43 = v.fma(w3, c43);
        }
        int to = c0 + row * cStride + column;
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

    void tile1x4(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, from + 3 * L);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            c03 = v.fma(w3, c03);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c03.intoArray(c, to + 3 * L);
    }

    void tile6x3(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
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
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
            v = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = v.fma(w0, c10);
            c11 = v.fma(w1, c11);
            c12 = v.fma(w2, c12);
            v = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = v.fma(w0, c20);
            c21 = v.fma(w1, c21);
            c22 = v.fma(w2, c22);
            v = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = v.fma(w0, c30);
            c31 = v.fma(w1, c31);
            c32 = v.fma(w2, c32);
            v = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = v.fma(w0, c40);
            c41 = v.fma(w1, c41);
            c42 = v.fma(w2, c42);
            v = FloatVector.broadcast(S, av[ak + 5 * rowStride]);
            c50 = v.fma(w0, c50);
            c51 = v.fma(w1, c51);
            c52 = v.fma(w2, c52);
        }
        int to = c0 + row * cStride + column;
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

    void tile1x3(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c01 = FloatVector.fromArray(S, start, from + L);
        FloatVector c02 = FloatVector.fromArray(S, start, from + 2 * L);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
            c01 = v.fma(w1, c01);
            c02 = v.fma(w2, c02);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
    }

    void tile8x1(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        FloatVector c10 = FloatVector.fromArray(S, start, from + startStride);
        FloatVector c20 = FloatVector.fromArray(S, start, from + 2 * startStride);
        FloatVector c30 = FloatVector.fromArray(S, start, from + 3 * startStride);
        FloatVector c40 = FloatVector.fromArray(S, start, from + 4 * startStride);
        FloatVector c50 = FloatVector.fromArray(S, start, from + 5 * startStride);
        FloatVector c60 = FloatVector.fromArray(S, start, from + 6 * startStride);
        FloatVector c70 = FloatVector.fromArray(S, start, from + 7 * startStride);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
            v = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = v.fma(w0, c10);
            v = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = v.fma(w0, c20);
            v = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = v.fma(w0, c30);
            v = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = v.fma(w0, c40);
            v = FloatVector.broadcast(S, av[ak + 5 * rowStride]);
            c50 = v.fma(w0, c50);
            v = FloatVector.broadcast(S, av[ak + 6 * rowStride]);
            c60 = v.fma(w0, c60);
            v = FloatVector.broadcast(S, av[ak + 7 * rowStride]);
            c70 = v.fma(w0, c70);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
        c10.intoArray(c, to + cStride);
        c20.intoArray(c, to + 2 * cStride);
        c30.intoArray(c, to + 3 * cStride);
        c40.intoArray(c, to + 4 * cStride);
        c50.intoArray(c, to + 5 * cStride);
        c60.intoArray(c, to + 6 * cStride);
        c70.intoArray(c, to + 7 * cStride);
    }

    void tile1x1(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        int from = start0 + row * startStride + column;
        FloatVector c00 = FloatVector.fromArray(S, start, from);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector v = FloatVector.broadcast(S, av[ak]);
            c00 = v.fma(w0, c00);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
    }

    void sparse4(SparseRows a, int row, int column) {
        char[] columnIndices = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector y1 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector y2 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        FloatVector y3 = FloatVector.fromArray(S, start, start0 + column + 3 * L);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + columnIndices[q] * bStride + column;
            FloatVector x = FloatVector.broadcast(S, values[q]);
            y0 = x.fma(FloatVector.fromArray(S, b, bk), y0);
            y1 = x.fma(FloatVector.fromArray(S, b, bk + L), y1);
            y2 = x.fma(FloatVector.fromArray(S, b, bk + 2 * L), y2);
            y3 = x.fma(FloatVector.fromArray(S, b, bk + 3 * L), y3);
        }
        int to = c0 + row * cStride + column;
        y0.intoArray(c, to);
        y1.intoArray(c, to + L);
        y2.intoArray(c, to + 2 * L);
        y3.intoArray(c, to + 3 * L);
    }

    void sparse3(SparseRows a, int row, int column) {
        char[] columnIndices = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector y1 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector y2 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + columnIndices[q] * bStride + column;
            FloatVector x = FloatVector.broadcast(S, values[q]);
            y0 = x.fma(FloatVector.fromArray(S, b, bk), y0);
            y1 = x.fma(FloatVector.fromArray(S, b, bk + L), y1);
            y2 = x.fma(FloatVector.fromArray(S, b, bk + 2 * L), y2);
        }
        int to = c0 + row * cStride + column;
        y0.intoArray(c, to);
        y1.intoArray(c, to + L);
        y2.intoArray(c, to + 2 * L);
    }

    void sparse1(SparseRows a, int row, int column) {
        char[] columnIndices = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + columnIndices[q] * bStride + column;
            FloatVector x = FloatVector.broadcast(S, values[q]);
            y0 = x.fma(FloatVector.fromArray(S, b, bk), y0);
        }
        int to = c0 + row * cStride + column;
        y0.intoArray(c, to);
    }
}
