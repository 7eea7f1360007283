package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.pool.Window;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of an {@link IndexedConvolution} and the index tables of its loops.
 *
 * <p>A patch is what a filter reads of a padded image for one output pixel; a tap is one weight of a filter, or the
 * number of the patch that it multiplies.
 */
final class ConvolutionShape {

    final int height;
    final int width;
    final int channels;
    final int filters;
    final int groups;
    final Window window;
    private final int outputHeight;
    private final int outputWidth;

    /** The index, in a padded image, at which the patch of each output pixel begins, row by row. */
    final int[] pixels;

    /** 0 for each output pixel: the index table of an operand that is the same at every pixel. */
    final int[] origins;

    /** The offset of each tap from the start of its patch: kernel rows, kernel columns, channels of the group. */
    final int[] taps;

    /** The offset of each contiguous run of taps from the start of its patch. */
    final int[] runs;

    /** The length of a run. */
    final int run;

    /**
     * The index at which each input pixel's patch of the spread output gradient begins, see {@link InputGradientLoops}.
     */
    final int[] inputPixels;

    /** The offsets in such a patch: kernel rows and columns from last to first, filters of the group. */
    final int[] backwardTaps;

    /** The patches as a grid, if they form one. */
    final @Nullable PatchGrid grid;

    /** The patches of the spread output gradient as a grid, if they form one. */
    final @Nullable PatchGrid backwardGrid;

    /** The blocks of the taps, if they have any. */
    final @Nullable TapBlocks blocks;

    /**
     * @throws IllegalArgumentException if the groups don't divide channels and filters into equal parts
     */
    ConvolutionShape(int height, int width, int channels, int filters, int groups, Window window) {
        if (channels % groups != 0 || filters % groups != 0) {
            throw new IllegalArgumentException(groups + " groups don't divide " + channels + " channels and " + filters
                    + " filters into equal parts");
        }
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.filters = filters;
        this.groups = groups;
        this.window = window;
        outputHeight = window.outputHeight(height);
        outputWidth = window.outputWidth(width);
        pixels = grid(
                outputHeight, outputWidth, window.strideY() * paddedWidth() * channels, window.strideX() * channels, 1);
        origins = new int[pixels.length];
        int down = window.dilationY() * paddedWidth() * channels;
        int across = window.dilationX() * channels;
        taps = grid(window.height(), window.width(), down, across, groupChannels());
        boolean rowsLieTogether = groups == 1 && (window.dilationX() == 1 || window.width() == 1);
        run = rowsLieTogether ? window.width() * channels : groupChannels();
        runs = rowsLieTogether
                ? grid(window.height(), 1, down, 0, 1)
                : grid(window.height(), window.width(), down, across, 1);
        inputPixels = grid(height, width, spreadWidth() * filters, filters, 1);
        backwardTaps = grid(
                window.height(),
                window.width(),
                window.dilationY() * spreadWidth() * filters,
                window.dilationX() * filters,
                groupFilters());
        grid = PatchGrid.ofInput(this);
        backwardGrid = PatchGrid.ofGradient(this);
        blocks = TapBlocks.of(this);
    }

    /** The indices {@code row·down + column·across + k}, for k = 0 … depth − 1, row by row. */
    private static int[] grid(int rows, int columns, int down, int across, int depth) {
        int[] indices = new int[Math.multiplyExact(Math.multiplyExact(rows, columns), depth)];
        Arrays.setAll(indices, i -> i / depth / columns * down + i / depth % columns * across + i % depth);
        return indices;
    }

    int outputHeight() {
        return outputHeight;
    }

    int outputWidth() {
        return outputWidth;
    }

    int inputSize() {
        return height * width * channels;
    }

    int outputSize() {
        return outputHeight * outputWidth * filters;
    }

    int groupChannels() {
        return channels / groups;
    }

    int groupFilters() {
        return filters / groups;
    }

    /** The first channel that a filter reads. */
    int firstChannel(int filter) {
        return filter / groupFilters() * groupChannels();
    }

    boolean isPadded() {
        return window.top() + window.left() + window.bottom() + window.right() > 0;
    }

    int paddedWidth() {
        return width + window.left() + window.right();
    }

    int paddedHeight() {
        return height + window.top() + window.bottom();
    }

    int paddedSize() {
        return paddedHeight() * paddedWidth() * channels;
    }

    /** The distance from the first row that a patch reads to the last. */
    int rowReach() {
        return window.dilationY() * (window.height() - 1);
    }

    /** The distance from the first column that a patch reads to the last. */
    int columnReach() {
        return window.dilationX() * (window.width() - 1);
    }

    int spreadWidth() {
        return width + columnReach();
    }

    int spreadSize() {
        return (height + rowReach()) * spreadWidth() * filters;
    }

    long multiplyAdds() {
        return (long) outputSize() * taps.length;
    }
}
