package dev.longhand.kernel.convolution.loops;

import org.jspecify.annotations.Nullable;

/**
 * The patches of an image as a matrix: element (r, k) is {@code x[at + rows[first + r] + columns[k]]}. A reusable
 * view: re-aimed, never reallocated.
 */
final class PatchMatrix {

    float[] x = {};
    int at;
    int[] rows = {};
    int first;
    int[] columns = {};

    /** Set if the rows are the patches of a grid and the columns its taps. */
    @Nullable
    PatchGrid grid;

    /** Set if the rows are taps in the order of these blocks, and the columns all patches. */
    @Nullable
    TapBlocks blocks;

    PatchMatrix of(float[] x, int at, int[] rows, int first, int[] columns) {
        this.x = x;
        this.at = at;
        this.rows = rows;
        this.first = first;
        this.columns = columns;
        grid = null;
        blocks = null;
        return this;
    }

    /** Adds that the rows are the patches of a grid, row by row, and the columns its taps. */
    PatchMatrix patchesOf(@Nullable PatchGrid grid) {
        this.grid = grid;
        return this;
    }

    /** Adds that the rows are taps in the order of these blocks, and the columns all patches. */
    PatchMatrix tapsOf(@Nullable TapBlocks blocks) {
        this.blocks = blocks;
        return this;
    }
}
