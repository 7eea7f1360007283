package dev.longhand.kernel.matrix;

import dev.longhand.kernel.function.Functions;

/**
 * C += A·B without SIMD, for results of few rows and columns. Eight sums are computed at a time: they don't depend on
 * each other, so the processor overlaps their multiply-adds.
 */
public final class NarrowProduct {

    private NarrowProduct() {}

    /** C += A·B: each element of C is a sequence of fused multiply-adds in the order of A's columns. */
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
        int cStride = c.columnStride;
        int to = c.at(row, column);
        float c0 = cv[to];
        float c1 = cv[to + cStride];
        float c2 = cv[to + 2 * cStride];
        float c3 = cv[to + 3 * cStride];
        float c4 = cv[to + 4 * cStride];
        float c5 = cv[to + 5 * cStride];
        float c6 = cv[to + 6 * cStride];
        float c7 = cv[to + 7 * cStride];
        int bStride = b.columnStride;
        int at = b.at(0, column);
        int from = a.at(row, 0);
        for (int k = 0; k < a.columns; k++, from += a.columnStride, at += b.rowStride) {
            float x = av[from];
            c0 = Functions.fma(x, bv[at], c0);
            c1 = Functions.fma(x, bv[at + bStride], c1);
            c2 = Functions.fma(x, bv[at + 2 * bStride], c2);
            c3 = Functions.fma(x, bv[at + 3 * bStride], c3);
            c4 = Functions.fma(x, bv[at + 4 * bStride], c4);
            c5 = Functions.fma(x, bv[at + 5 * bStride], c5);
            c6 = Functions.fma(x, bv[at + 6 * bStride], c6);
            c7 = Functions.fma(x, bv[at + 7 * bStride], c7);
        }
        cv[to] = c0;
        cv[to + cStride] = c1;
        cv[to + 2 * cStride] = c2;
        cv[to + 3 * cStride] = c3;
        cv[to + 4 * cStride] = c4;
        cv[to + 5 * cStride] = c5;
        cv[to + 6 * cStride] = c6;
        cv[to + 7 * cStride] = c7;
    }

    private static void addOne(Matrix a, Matrix b, Matrix c, int row, int column) {
        int to = c.at(row, column);
        float sum = c.values[to];
        int from = a.at(row, 0);
        int at = b.at(0, column);
        for (int k = 0; k < a.columns; k++, from += a.columnStride, at += b.rowStride) {
            sum = Functions.fma(a.values[from], b.values[at], sum);
        }
        c.values[to] = sum;
    }
}
