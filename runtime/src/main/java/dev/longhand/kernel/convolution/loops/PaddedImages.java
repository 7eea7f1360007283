package dev.longhand.kernel.convolution.loops;

/** Images with their padding: a copy, or x itself if there is none. A reusable view. */
final class PaddedImages {

    /** The images lie in {@code values} starting at {@code at}, each {@code stride} after the one before. */
    float[] values = {};

    int at;
    int stride;
    int count;
    private float[] copy = {};

    /** {@code count} samples of x from {@code first} on. */
    PaddedImages of(ConvolutionShape shape, float[] x, int first, int count) {
        this.count = count;
        stride = shape.paddedSize();
        if (!shape.isPadded()) {
            values = x;
            at = first * shape.inputSize();
            return this;
        }
        int row = shape.width * shape.channels;
        int paddedRow = shape.paddedWidth() * shape.channels;
        copy = Scratch.zeros(count * shape.paddedSize(), copy);
        for (int i = 0; i < count; i++) {
            int to = i * shape.paddedSize() + shape.window.top() * paddedRow + shape.window.left() * shape.channels;
            for (int y = 0; y < shape.height; y++) {
                System.arraycopy(x, (first + i) * shape.inputSize() + y * row, copy, to + y * paddedRow, row);
            }
        }
        values = copy;
        at = 0;
        return this;
    }
}
