package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;
import jdk.incubator.vector.FloatVector;

/** dW of taps of a convolution with pools of 4 pixels, with the Vector API along the filters. */
final class VectorTapGradients {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    private final VectorTapTiles tiles = new VectorTapTiles();

    /** {@link PatchSums#setTapGradients} if the columns fill at least one vector. */
    void set(PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw) {
        ConvolutionShape convolution = dz.shape.convolution;
        int width = dw.columns;
        tiles.x = x.values;
        tiles.at = x.at + group * convolution.groupChannels();
        tiles.taps = convolution.taps;
        tiles.firstTap = tap;
        tiles.pixels = dz.shape.pixels;
        tiles.filters = convolution.filters;
        tiles.dz = dz.dz;
        tiles.argmax = dz.argmax;
        tiles.first = at + group * width;
        tiles.start = start.values;
        tiles.start0 = start.offset;
        tiles.dw = dw.values;
        tiles.dw0 = dw.offset;
        int end = tap + dw.rows;
        for (int f = 0; f < width; f += L) {
            int column = Math.min(f, width - L);
            int row = tap;
            for (; row + 9 <= end; row += 9) {
                tiles.tile9(row, column);
            }
            for (; row + 4 <= end; row += 4) {
                tiles.tile4(row, column);
            }
            for (; row < end; row++) {
                tiles.tile1(row, column);
            }
        }
    }
}
