package dev.longhand.kernel.convolution.loops;

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

    PatchMatrix of(float[] x, int at, int[] rows, int first, int[] columns) {
        this.x = x;
        this.at = at;
        this.rows = rows;
        this.first = first;
        this.columns = columns;
        return this;
    }
}
