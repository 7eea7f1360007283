package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.VectorProduct;
import jdk.incubator.vector.FloatVector;

/**
 * {@link PatchSums#set} with the Vector API, in the tiles and the species of {@link VectorProduct}; patches
 * are read through their index tables, not copied.
 */
final class VectorPatchProduct {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    private final VectorPatchTiles tiles = new VectorPatchTiles();

    /** {@link PatchSums#set} of at least {@link #narrowest} columns. */
    void set(PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        int first = a.first;
        tiles.x = a.x;
        tiles.at = a.at;
        tiles.rows = a.rows;
        tiles.first = first;
        tiles.columns = a.columns;
        tiles.b = b.values;
        tiles.b0 = b.offset;
        tiles.bStride = b.rowStride;
        tiles.start = start.values;
        tiles.start0 = start.offset;
        tiles.startStride = start.rowStride;
        tiles.c = c.values;
        tiles.c0 = c.offset;
        tiles.cStride = c.rowStride;
        int end = first + c.rows;
        for (int column = 0, vectors = (c.columns + L - 1) / L; vectors > 0; ) {
            int width = width(vectors, c.columns);
            int from = Math.min(column, c.columns - width * L);
            switch (width) {
                case 4 -> strip4(from, first, end);
                case 3 -> strip3(from, first, end);
                case 2 -> strip2(from, first, end);
                default -> strip1(from, first, end);
            }
            column += width * L;
            vectors -= width;
        }
    }

    /** The fewest columns it can compute: those of a vector. */
    static int narrowest() {
        return L;
    }

    /** The number of vectors in the next tile: up to four, but five are split into three and two. */
    private static int width(int vectors, int columns) {
        int most = Math.min(vectors, columns / L);
        if (most >= 4) {
            return vectors == 5 || vectors == 6 ? 3 : 4;
        }
        return most;
    }

    private void strip4(int column, int first, int end) {
        int row = end - first < 5 ? first : end;
        for (int r = first; r < row; r += 5) {
            tiles.tile5x4(Math.min(r, end - 5), column);
        }
        for (; row < end; row++) {
            tiles.tile1x4(row, column);
        }
    }

    private void strip3(int column, int first, int end) {
        int row = end - first < 6 ? first : end;
        for (int r = first; r < row; r += 6) {
            tiles.tile6x3(Math.min(r, end - 6), column);
        }
        for (; row < end; row++) {
            tiles.tile1x3(row, column);
        }
    }

    private void strip2(int column, int first, int end) {
        int row = first;
        for (; row + 10 <= end; row += 10) {
            tiles.tile10x2(row, column);
        }
        if (end - row > 5 && end - first >= 10) {
            tiles.tile10x2(end - 10, column);
            return;
        }
        for (; row < end && end - first >= 5; row += 5) {
            tiles.tile5x2(Math.min(row, end - 5), column);
        }
        for (; row < end; row++) {
            tiles.tile1x2(row, column);
        }
    }

    private void strip1(int column, int first, int end) {
        int row = first;
        for (; row + 14 <= end; row += 14) {
            tiles.tile14x1(row, column);
        }
        if (end - row > 7 && end - first >= 14) {
            tiles.tile14x1(end - 14, column);
            return;
        }
        for (; row < end && end - first >= 7; row += 7) {
            tiles.tile7x1(Math.min(row, end - 7), column);
        }
        for (; row < end; row++) {
            tiles.tile1x1(row, column);
        }
    }
}
