package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * {@link PatchSums#set} for dW of {@link TapBlocks}, with the Vector API along the filters: each number of the image is
 * multiplied by dz of the three patches of a row that read it.
 */
final class VectorGridGradients {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    /** Processors with vectors of 8 floats have too few registers for a block. */
    static final boolean HAS_REGISTERS = L != 8;

    private final VectorGridTiles tiles = new VectorGridTiles();
    private final VectorPatchProduct product;
    private final Matrix partStart = new Matrix();
    private final Matrix partC = new Matrix();
    private final PatchMatrix partA = new PatchMatrix();
    private float[] padded = {};
    private @Nullable TapBlocks paddedFor;

    VectorGridGradients(VectorPatchProduct product) {
        this.product = product;
    }

    /**
     * {@link PatchSums#set} for at least as many columns as a vector holds. Blocks of which only some taps are asked for
     * are left to the product.
     */
    void set(TapBlocks blocks, PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        int end = a.first + c.rows;
        int firstBlock = (a.first + TapBlocks.TAPS - 1) / TapBlocks.TAPS * TapBlocks.TAPS;
        int endBlock = end / TapBlocks.TAPS * TapBlocks.TAPS;
        if (firstBlock >= endBlock) {
            product.set(a, b, start, c);
            return;
        }
        pad(blocks, b);
        tiles.x = a.x;
        tiles.pixels = blocks.pixels;
        tiles.gradients = blocks.gradients;
        tiles.dz = padded;
        tiles.filters = c.columns;
        tiles.start = start.values;
        tiles.startStride = start.rowStride;
        tiles.c = c.values;
        tiles.cStride = c.rowStride;
        for (int tap = firstBlock; tap < endBlock; tap += TapBlocks.TAPS) {
            tiles.firstPixel = blocks.firstPixel(tap);
            tiles.endPixel = blocks.endPixel(tap);
            int row = tap - a.first;
            for (int f = 0; f < c.columns; f += L) {
                int column = Math.min(f, c.columns - L);
                tiles.from = start.at(row, column);
                tiles.to = c.at(row, column);
                tiles.gradient(a.at + blocks.taps[tap], column);
            }
        }
        rest(a, b, start, c, a.first, firstBlock);
        rest(a, b, start, c, endBlock, end);
    }

    /** The taps {@code from} (inclusive) to {@code to} (exclusive). */
    private void rest(PatchMatrix a, Matrix b, Matrix start, Matrix c, int from, int to) {
        if (from < to) {
            int row = from - a.first;
            product.set(
                    partA.of(a.x, a.at, a.rows, from, a.columns),
                    b,
                    partStart.of(start.values, start.at(row, 0), to - from, start.columns, start.rowStride),
                    partC.of(c.values, c.at(row, 0), to - from, c.columns, c.rowStride));
        }
    }

    /** Copies dz, two columns of zeros at both sides of each row. */
    private void pad(TapBlocks blocks, Matrix dz) {
        int row = blocks.grid.width() * dz.columns;
        int paddedRow = blocks.paddedWidth() * dz.columns;
        int rows = blocks.grid.height();
        if (paddedFor != blocks) {
            padded = Scratch.zeros(rows * paddedRow, padded);
            paddedFor = blocks;
        }
        for (int y = 0; y < rows; y++) {
            System.arraycopy(dz.values, dz.offset + y * row, padded, y * paddedRow + 2 * dz.columns, row);
        }
    }
}
