package dev.longhand.kernel.pool;

/**
 * The shape of a pooling: each channel of an image of {@code height} × {@code width} × {@code channels} by
 * itself, x [n][height][width][channels], a [n][outputHeight][outputWidth][channels].
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

    /** Numbers of an image that comes in. */
    public int inputSize() {
        return height * width * channels;
    }

    /** Numbers of an image that goes out. */
    public int outputSize() {
        return outputHeight() * outputWidth() * channels;
    }
}
