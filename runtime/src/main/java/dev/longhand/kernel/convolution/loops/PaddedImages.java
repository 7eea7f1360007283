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
    PaddedImages of(ConvolutionShape c, float[] x, int first, int count) {
        this.count = count;
        stride = c.paddedSize();
        if (!c.isPadded()) {
            values = x;
            at = first * c.inputSize();
            return this;
        }
        int row = c.width * c.channels;
        int paddedRow = c.paddedWidth() * c.channels;
        copy = Scratch.zeros(count * c.paddedSize(), copy);
        for (int i = 0; i < count; i++) {
            int to = i * c.paddedSize() + c.window.top() * paddedRow + c.window.left() * c.channels;
            for (int y = 0; y < c.height; y++) {
                System.arraycopy(x, (first + i) * c.inputSize() + y * row, copy, to + y * paddedRow, row);
            }
        }
        values = copy;
        at = 0;
        return this;
    }
}
