package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.pool.Window;
import org.jspecify.annotations.Nullable;

/**
 * The patches of a convolution with stride 1 whose kernel has three adjacent columns: each number of a padded image is
 * read by three neighbouring patches of a row. The image has a row of {@code width + 2} pixels for each row that a patch
 * reads.
 *
 * @param height rows of patches
 * @param width patches in a row
 * @param channels the numbers of a pixel
 * @param kernel the kernel, of which only rows and dilation count
 * @param firstColumn the first column of the padded image that isn't padding
 * @param endColumn the column after the last one that isn't padding
 */
record PatchGrid(int height, int width, int channels, Window kernel, int firstColumn, int endColumn) {

    /** Fewer channels don't pay for a loop over them. */
    private static final int FEWEST_CHANNELS = 8;

    /** The patches that the forward pass reads, or null if they form no such grid. */
    static @Nullable PatchGrid ofInput(ConvolutionShape shape) {
        Window window = shape.window;
        if (!hasThreeColumns(shape, shape.channels) || window.strideY() != 1 || window.strideX() != 1) {
            return null;
        }
        return new PatchGrid(
                shape.outputHeight(),
                shape.outputWidth(),
                shape.channels,
                window,
                window.left(),
                window.left() + shape.width);
    }

    /** The patches of the spread output gradient, see {@link InputGradientLoops}, or null if they form no such grid. */
    static @Nullable PatchGrid ofGradient(ConvolutionShape shape) {
        Window window = shape.window;
        if (!hasThreeColumns(shape, shape.filters)) {
            return null;
        }
        int first = shape.columnReach() - window.left();
        int end = first + (shape.outputWidth() - 1) * window.strideX() + 1;
        return new PatchGrid(
                shape.height,
                shape.width,
                shape.filters,
                window,
                Math.max(0, first),
                Math.min(shape.spreadWidth(), end));
    }

    private static boolean hasThreeColumns(ConvolutionShape shape, int channels) {
        return shape.groups == 1
                && shape.window.width() == 3
                && shape.window.dilationX() == 1
                && channels >= FEWEST_CHANNELS;
    }

    /** The numbers of a row of the padded image. */
    int rowStride() {
        return (width + 2) * channels;
    }

    /** The distance between two rows that a patch reads. */
    int rowDistance() {
        return kernel.dilationY() * rowStride();
    }
}
