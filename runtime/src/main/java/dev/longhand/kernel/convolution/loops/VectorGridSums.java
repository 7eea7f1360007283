package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;
import jdk.incubator.vector.FloatVector;

/**
 * {@link PatchSums#set} for the patches of a {@link PatchGrid}, with the Vector API along the filters. Columns of the
 * image are read from left to right: each of their numbers is added to three neighbouring sums of a row.
 */
final class VectorGridSums {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    /** Rows of a tall tile: processors with vectors of 8 floats have 16 registers, others 32. */
    private static final int TALL = L == 8 ? 3 : 7;

    private static final int LOW = 3;

    private final VectorGridTiles tiles = new VectorGridTiles();
    private float[] sums = {};

    /** Whether {@link #set} computes these sums: for all patches, each of which starts from the same row. */
    static boolean suits(PatchGrid grid, Matrix start) {
        return grid.height() >= LOW && start.rowStride == 0;
    }

    /** {@link PatchSums#set} for at least as many columns as a vector holds. */
    void set(PatchGrid grid, PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        int rowLength = (grid.width() + 4) * L;
        sums = Scratch.atLeast(TALL * rowLength, sums);
        tiles.x = a.x;
        tiles.rowStride = grid.rowStride();
        tiles.rowDistance = grid.rowDistance();
        tiles.channels = grid.channels();
        tiles.kernelRows = grid.kernel().height();
        tiles.firstColumn = grid.firstColumn();
        tiles.endColumn = grid.endColumn();
        tiles.b = b.values;
        tiles.bStride = b.rowStride;
        tiles.sums = sums;
        tiles.sumStride = rowLength;
        for (int f = 0; f < c.columns; f += L) {
            int column = Math.min(f, c.columns - L);
            for (int row = 0; row < grid.height(); ) {
                int left = grid.height() - row;
                int rows = left > LOW && grid.height() >= TALL ? TALL : LOW;
                int first = Math.min(row, grid.height() - rows);
                fill(start.values, start.offset + column, rows * rowLength);
                if (rows == 7) {
                    tiles.sum7(a.at + first * grid.rowStride(), b.offset + column);
                } else {
                    tiles.sum3(a.at + first * grid.rowStride(), b.offset + column);
                }
                for (int r = 0; r < rows; r++) {
                    int to = c.offset + (first + r) * grid.width() * c.rowStride + column;
                    store(r * rowLength + 2 * L, grid.width(), c.values, to, c.rowStride);
                }
                row = first + rows;
            }
        }
    }

    /** Sets all sums to a vector of start. */
    private void fill(float[] start, int at, int count) {
        float[] sums = this.sums;
        FloatVector vector = FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, start, at);
        for (int i = 0; i < count; i += L) {
            vector.intoArray(sums, i);
        }
    }

    /** Copies the sums of a row to a column of vectors of C. */
    private void store(int from, int count, float[] c, int to, int stride) {
        float[] sums = this.sums;
        for (int i = 0; i < count; i++) {
            FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, sums, from + i * L)
                    .intoArray(c, to + i * stride);
        }
    }
}
