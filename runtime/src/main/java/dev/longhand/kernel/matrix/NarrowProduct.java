package dev.longhand.kernel.matrix;

/**
 * C += A·B without SIMD, for results of few rows and columns: eight sums side by side, each along A's
 * row and B's column where they lie, so that the next addition need not wait for the last.
 */
public final class NarrowProduct {

    private NarrowProduct() {}

    public static void add(Matrix a, Matrix b, Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            int column = 0;
            for (; column + 8 <= c.columns; column += 8) {
                addEight(a, b, c, row, column);
            }
            for (; column < c.columns; column++) {
                addOne(a, b, c, row, column);
            }
        }
    }

    private static void addEight(Matrix a, Matrix b, Matrix c, int row, int column) {
        float[] av = a.values;
        float[] bv = b.values;
        float[] cv = c.values;
        int nextTo = c.columnStride;
        int to = c.at(row, column);
        float c0 = cv[to];
        float c1 = cv[to + nextTo];
        float c2 = cv[to + 2 * nextTo];
        float c3 = cv[to + 3 * nextTo];
        float c4 = cv[to + 4 * nextTo];
        float c5 = cv[to + 5 * nextTo];
        float c6 = cv[to + 6 * nextTo];
        float c7 = cv[to + 7 * nextTo];
        int next = b.columnStride;
        int at = b.at(0, column);
        int from = a.at(row, 0);
        for (int k = 0; k < a.columns; k++, from += a.columnStride, at += b.rowStride) {
            float x = av[from];
            c0 = Math.fma(x, bv[at], c0);
            c1 = Math.fma(x, bv[at + next], c1);
            c2 = Math.fma(x, bv[at + 2 * next], c2);
            c3 = Math.fma(x, bv[at + 3 * next], c3);
            c4 = Math.fma(x, bv[at + 4 * next], c4);
            c5 = Math.fma(x, bv[at + 5 * next], c5);
            c6 = Math.fma(x, bv[at + 6 * next], c6);
            c7 = Math.fma(x, bv[at + 7 * next], c7);
        }
        cv[to] = c0;
        cv[to + nextTo] = c1;
        cv[to + 2 * nextTo] = c2;
        cv[to + 3 * nextTo] = c3;
        cv[to + 4 * nextTo] = c4;
        cv[to + 5 * nextTo] = c5;
        cv[to + 6 * nextTo] = c6;
        cv[to + 7 * nextTo] = c7;
    }

    private static void addOne(Matrix a, Matrix b, Matrix c, int row, int column) {
        int to = c.at(row, column);
        float sum = c.values[to];
        int from = a.at(row, 0);
        int at = b.at(0, column);
        for (int k = 0; k < a.columns; k++, from += a.columnStride, at += b.rowStride) {
            sum = Math.fma(a.values[from], b.values[at], sum);
        }
        c.values[to] = sum;
    }
}
