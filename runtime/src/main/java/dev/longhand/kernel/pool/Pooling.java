package dev.longhand.kernel.pool;

/**
 * The shape of a pooling layer, which pools each channel of an image separately: x is
 * [n][height][width][channels], a is [n][outputHeight][outputWidth][channels].
 */
public record Pooling(int height, int width, int channels, Window window) {

    /** Rows of the output. */
    public int outputHeight() {
        return window.outputHeight(height);
    }

    /** Columns of the output. */
    public int outputWidth() {
        return window.outputWidth(width);
    }
}
