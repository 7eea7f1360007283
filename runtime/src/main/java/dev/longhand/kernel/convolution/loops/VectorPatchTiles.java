// Written by dev.longhand.kernel.tiles.TilesTest: run
// mvn -pl runtime -am test -Dtest=TilesTest -Dlonghand.tiles.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
// to write it again; edits made here are lost.
package dev.longhand.kernel.convolution.loops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of C = start + A·B, where A's element in row r and column k is {@code x[at + rows[r] + columns[k]]}:
 * {@code tile5x4} computes 5 rows of 4 vectors. The row {@code first} of A is the first one of start and C.
 */
final class VectorPatchTiles {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private static final int L = S.length();

    float[] x = {};

    float[] b = {};

    float[] start = {};

    float[] c = {};

    int[] rows = {};

    int[] columns = {};

    int at;

    int first;

    int b0;

    int bStride;

    int start0;

    int startStride;

    int c0;

    int cStride;

    void tile5x4(int row, int column) {
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

    void tile1x4(int row, int column) {
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

    void tile6x3(int row, int column) {
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

    void tile1x3(int row, int column) {
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

    void tile10x2(int row, int column) {
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

    void tile5x2(int row, int column) {
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

    void tile1x2(int row, int column) {
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

    void tile14x1(int row, int column) {
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
        FloatVector c100 = FloatVector.fromArray(S, start, from + 10 * startStride);
        FloatVector c110 = FloatVector.fromArray(S, start, from + 11 * startStride);
        FloatVector c120 = FloatVector.fromArray(S, start, from + 12 * startStride);
        FloatVector c130 = FloatVector.fromArray(S, start, from + 13 * startStride);
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
            c100 = v.fma(w0, c100);
            v = FloatVector.broadcast(S, x[x11 + tap]);
            c110 = v.fma(w0, c110);
            v = FloatVector.broadcast(S, x[x12 + tap]);
            c120 = v.fma(w0, c120);
            v = FloatVector.broadcast(S, x[x13 + tap]);
            c130 = v.fma(w0, c130);
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
        c100.intoArray(c, to + 10 * cStride);
        c110.intoArray(c, to + 11 * cStride);
        c120.intoArray(c, to + 12 * cStride);
        c130.intoArray(c, to + 13 * cStride);
    }

    void tile7x1(int row, int column) {
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

    void tile1x1(int row, int column) {
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
