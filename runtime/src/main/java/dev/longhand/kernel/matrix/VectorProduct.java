package dev.longhand.kernel.matrix;

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
public final class VectorProduct implements Product {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    /** Where each row of B is read more often than this, a copy of it is worth it. */
    private static final int OFTEN = 4;

    /**
     * Numbers of an array begin 16 bytes into it, and G1, the default collector, puts one of a mebibyte at a
     * multiple of 64 bytes: from element 12 on, vectors don't straddle lines of the cache. Elsewhere they may.
     */
    private static final int ALIGNED = 12;

    private static final int LARGE = 1 << 18;

    /**
     * Rows of B with their columns side by side, where B has them otherwise. Where B has too few columns for
     * a vector, what lies behind them is computed with and dropped, unless B's array ends there.
     */
    private float[] packedB = new float[0];

    /** A strip of B's columns, one row behind the other. */
    private float[] strip = new float[0];

    private float[] paddedStart = new float[0];
    private float[] paddedC = new float[0];

    // What the tiles work on: the row of start and the rows of b and c, each a stride apart.
    private Matrix a = new Matrix();
    private float[] b = packedB;
    private int b0;
    private int bStride;
    private float[] start = packedB;
    private int start0;
    private float[] c = packedB;
    private int c0;
    private int cStride;

    /** Whether vectors of this machine are long enough to be worth it. */
    public static boolean isWorthwhile() {
        return L >= 4;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        this.a = a;
        int columns = point(b, start, at, c);
        for (int column = 0, vectors = vectors(columns); vectors > 0; ) {
            int width = width(vectors, columns);
            int first = Math.min(column, columns - width * L);
            switch (width) {
                case 4 -> strip4(first, c.rows);
                case 3 -> strip3(first, c.rows);
                default -> strip1(first, c.rows);
            }
            column += width * L;
            vectors -= width;
        }
        unpad(c);
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        int columns = point(b, start, at, c);
        c0 -= first * cStride;
        boolean packs = columns > 4 * L && a.count(first, first + c.rows) > OFTEN * b.rows;
        for (int column = 0, vectors = vectors(columns); vectors > 0; ) {
            int width = width(vectors, columns);
            int from = Math.min(column, columns - width * L);
            if (packs) {
                packStrip(b, from, width * L);
            }
            for (int row = first; row < first + c.rows; row++) {
                switch (width) {
                    case 4 -> sparse4(a, row, from);
                    case 3 -> sparse3(a, row, from);
                    default -> sparse1(a, row, from);
                }
            }
            column += width * L;
            vectors -= width;
        }
        unpad(c);
    }

    private static int vectors(int columns) {
        return (columns + L - 1) / L;
    }

    /** Four or three vectors to a tile use the registers best, where that many are left and fit. */
    private static int width(int vectors, int columns) {
        int most = Math.min(vectors, columns / L);
        if (most >= 3 && (vectors % 3 == 0 && vectors < 12 || most == 3)) {
            return 3;
        }
        return most >= 4 ? 4 : 1;
    }

    /**
     * Points the tiles at these arrays, or at packed and padded copies where they don't suit.
     *
     * @return the columns to compute: at least those of one vector
     */
    private int point(Matrix b, float[] start, int at, Matrix c) {
        boolean narrow = c.columns < L;
        int columns = narrow ? L : c.columns;
        int end = b.at(b.rows - 1, 0) + columns;
        if (b.columnStride != 1 || end > b.values.length) {
            pack(b, columns);
            this.b = packedB;
            b0 = 0;
            bStride = columns;
        } else {
            this.b = b.values;
            b0 = b.offset;
            bStride = b.rowStride;
        }
        if (narrow) {
            paddedStart = atLeast(L, paddedStart);
            System.arraycopy(start, at, paddedStart, 0, c.columns);
            paddedC = atLeast(c.rows * L, paddedC);
        }
        this.start = narrow ? paddedStart : start;
        start0 = narrow ? 0 : at;
        this.c = narrow ? paddedC : c.values;
        c0 = narrow ? 0 : c.offset;
        cStride = narrow ? L : c.rowStride;
        return columns;
    }

    private void unpad(Matrix c) {
        if (this.c == paddedC) {
            for (int row = 0; row < c.rows; row++) {
                System.arraycopy(paddedC, row * L, c.values, c.at(row, 0), c.columns);
            }
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

    /** Copies some columns of b, so that their rows lie together. */
    private void packStrip(Matrix b, int column, int width) {
        if (strip.length < ALIGNED + b.rows * width) {
            strip = new float[Math.max(LARGE, ALIGNED + b.rows * width)];
        }
        for (int k = 0; k < b.rows; k++) {
            System.arraycopy(b.values, b.at(k, column), strip, ALIGNED + k * width, width);
        }
        this.b = strip;
        b0 = ALIGNED - column;
        bStride = width;
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    private void strip4(int column, int rows) {
        int row = rows < 5 ? 0 : rows;
        for (int r = 0; r < row; r += 5) {
            tile5x4(Math.min(r, rows - 5), column);
        }
        for (; row < rows; row++) {
            tile1x4(row, column);
        }
    }

    private void strip3(int column, int rows) {
        int row = rows < 6 ? 0 : rows;
        for (int r = 0; r < row; r += 6) {
            tile6x3(Math.min(r, rows - 6), column);
        }
        for (; row < rows; row++) {
            tile1x3(row, column);
        }
    }

    private void strip1(int column, int rows) {
        int row = rows < 8 ? 0 : rows;
        for (int r = 0; r < row; r += 8) {
            tile8x1(Math.min(r, rows - 8), column);
        }
        for (; row < rows; row++) {
            tile1x1(row, column);
        }
    }

    private void tile5x4(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, start0 + column + 3 * L);
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
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
            x = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            c13 = x.fma(w3, c13);
            x = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            c23 = x.fma(w3, c23);
            x = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            c33 = x.fma(w3, c33);
            x = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            c43 = x.fma(w3, c43);
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

    private void tile1x4(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        FloatVector c03 = FloatVector.fromArray(S, start, start0 + column + 3 * L);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector w3 = FloatVector.fromArray(S, b, bk + 3 * L);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            c03 = x.fma(w3, c03);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
        c03.intoArray(c, to + 3 * L);
    }

    private void tile6x3(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
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
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
            x = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = x.fma(w0, c10);
            c11 = x.fma(w1, c11);
            c12 = x.fma(w2, c12);
            x = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            c21 = x.fma(w1, c21);
            c22 = x.fma(w2, c22);
            x = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            c31 = x.fma(w1, c31);
            c32 = x.fma(w2, c32);
            x = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            c41 = x.fma(w1, c41);
            c42 = x.fma(w2, c42);
            x = FloatVector.broadcast(S, av[ak + 5 * rowStride]);
            c50 = x.fma(w0, c50);
            c51 = x.fma(w1, c51);
            c52 = x.fma(w2, c52);
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

    private void tile1x3(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector c01 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector c02 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector w1 = FloatVector.fromArray(S, b, bk + L);
            FloatVector w2 = FloatVector.fromArray(S, b, bk + 2 * L);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
            c01 = x.fma(w1, c01);
            c02 = x.fma(w2, c02);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
        c01.intoArray(c, to + L);
        c02.intoArray(c, to + 2 * L);
    }

    private void tile8x1(int row, int column) {
        float[] av = a.values;
        int rowStride = a.rowStride;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector c10 = c00;
        FloatVector c20 = c00;
        FloatVector c30 = c00;
        FloatVector c40 = c00;
        FloatVector c50 = c00;
        FloatVector c60 = c00;
        FloatVector c70 = c00;
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
            x = FloatVector.broadcast(S, av[ak + rowStride]);
            c10 = x.fma(w0, c10);
            x = FloatVector.broadcast(S, av[ak + 2 * rowStride]);
            c20 = x.fma(w0, c20);
            x = FloatVector.broadcast(S, av[ak + 3 * rowStride]);
            c30 = x.fma(w0, c30);
            x = FloatVector.broadcast(S, av[ak + 4 * rowStride]);
            c40 = x.fma(w0, c40);
            x = FloatVector.broadcast(S, av[ak + 5 * rowStride]);
            c50 = x.fma(w0, c50);
            x = FloatVector.broadcast(S, av[ak + 6 * rowStride]);
            c60 = x.fma(w0, c60);
            x = FloatVector.broadcast(S, av[ak + 7 * rowStride]);
            c70 = x.fma(w0, c70);
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

    private void tile1x1(int row, int column) {
        float[] av = a.values;
        int columnStride = a.columnStride;
        int depth = a.columns;
        FloatVector c00 = FloatVector.fromArray(S, start, start0 + column);
        for (int k = 0, ak = a.at(row, 0), bk = b0 + column; k < depth; k++, ak += columnStride, bk += bStride) {
            FloatVector w0 = FloatVector.fromArray(S, b, bk);
            FloatVector x = FloatVector.broadcast(S, av[ak]);
            c00 = x.fma(w0, c00);
        }
        int to = c0 + row * cStride + column;
        c00.intoArray(c, to);
    }

    private void sparse4(SparseRows a, int row, int column) {
        char[] places = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector y1 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector y2 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        FloatVector y3 = FloatVector.fromArray(S, start, start0 + column + 3 * L);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + places[q] * bStride + column;
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

    private void sparse3(SparseRows a, int row, int column) {
        char[] places = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        FloatVector y1 = FloatVector.fromArray(S, start, start0 + column + L);
        FloatVector y2 = FloatVector.fromArray(S, start, start0 + column + 2 * L);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + places[q] * bStride + column;
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

    private void sparse1(SparseRows a, int row, int column) {
        char[] places = a.columnIndices;
        float[] values = a.values;
        FloatVector y0 = FloatVector.fromArray(S, start, start0 + column);
        for (int q = a.from[row], end = a.to[row]; q < end; q++) {
            int bk = b0 + places[q] * bStride + column;
            FloatVector x = FloatVector.broadcast(S, values[q]);
            y0 = x.fma(FloatVector.fromArray(S, b, bk), y0);
        }
        int to = c0 + row * cStride + column;
        y0.intoArray(c, to);
    }
}
