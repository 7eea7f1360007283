package dev.longhand.kernel.convolution.loops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An order of a convolution's taps in which blocks of {@value #TAPS} read the same numbers of an image: the three
 * columns of one kernel row, for {@value #CHANNELS} channels. Kernel rows, blocks of channels, kernel columns, channels.
 */
final class TapBlocks {

    static final int CHANNELS = 8;

    /** The taps of a block. */
    static final int TAPS = 3 * CHANNELS;

    final PatchGrid grid;

    /** The number of each tap in the order of W. */
    final int[] order;

    /** The offset of each tap from the start of its patch. */
    final int[] taps;

    /** For each pixel of the image that isn't padding, row by row of patches, its offset from the first row's start. */
    final int[] pixels;

    /** For each of these pixels where, in dz padded by two columns at each side, the last of its three patches is. */
    final int[] gradients;

    private final ConvolutionShape shape;

    private TapBlocks(ConvolutionShape shape, PatchGrid grid) {
        this.shape = shape;
        this.grid = grid;
        int channels = shape.channels;
        order = new int[shape.taps.length];
        Arrays.setAll(order, i -> {
            int row = i / (3 * channels);
            int block = i % (3 * channels) / TAPS;
            int column = i % TAPS / CHANNELS;
            return (3 * row + column) * channels + block * CHANNELS + i % CHANNELS;
        });
        taps = Arrays.stream(order).map(tap -> shape.taps[tap]).toArray();
        int columns = columns();
        pixels = new int[grid.height() * columns];
        gradients = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int column = grid.firstColumn() + i % columns;
            pixels[i] = i / columns * grid.rowStride() + column * channels;
            gradients[i] = (i / columns * paddedWidth() + column) * shape.filters;
        }
    }

    /** The blocks of a convolution, or null if its taps don't consist of such blocks. */
    static @Nullable TapBlocks of(ConvolutionShape shape) {
        PatchGrid grid = PatchGrid.ofInput(shape);
        return grid == null || shape.channels % CHANNELS != 0 ? null : new TapBlocks(shape, grid);
    }

    private int columns() {
        return grid.endColumn() - grid.firstColumn();
    }

    /** The pixels of a row of padded dz. */
    int paddedWidth() {
        return grid.width() + 4;
    }

    /** The first of the {@link #pixels} that the kernel row of this tap reads from the image itself, not from padding. */
    int firstPixel(int tap) {
        return Math.min(grid.height(), Math.max(0, shape.window.top() - rowOf(tap))) * columns();
    }

    /** The pixel after the last such one. */
    int endPixel(int tap) {
        int rows = shape.window.top() + shape.height - rowOf(tap);
        return Math.max(0, Math.min(grid.height(), rows)) * columns();
    }

    /** The row of the padded image that a tap reads for the first row of patches. */
    private int rowOf(int tap) {
        return tap / (3 * shape.channels) * shape.window.dilationY();
    }
}
