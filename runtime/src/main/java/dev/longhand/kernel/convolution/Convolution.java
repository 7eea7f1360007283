package dev.longhand.kernel.convolution;

import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/**
 * The shape of a convolution: images of {@code height} × {@code width} × {@code channels} become images of
 * {@link #outputHeight} × {@link #outputWidth} × {@code filters}.
 *
 * <p>Arrays are flat, channels innermost: x is [n][height][width][channels], z [n][outputHeight][outputWidth]
 * [filters], W [kernel height][kernel width][channels/groups][filters]. Filter f belongs to group
 * f/(filters/groups) and reads that group's channels only; with as many groups as channels the convolution
 * is depthwise.
 */
public final class Convolution {

    final int height;
    final int width;
    final int channels;
    final int filters;
    final int groups;
    final Window window;
    private final int outputHeight;
    private final int outputWidth;

    /** Where output pixels, row by row, begin to read in a padded image. */
    final int[] pixels;

    /** 0 for each pixel: where something that is the same everywhere is read. */
    final int[] origins;

    /** Where a filter's weights read, from there on: kernel rows, kernel columns, channels of the group. */
    final int[] taps;

    /** Stretches of taps that lie together: where each begins, and how long all are. */
    final int[] runs;

    final int run;

    /** Where input pixels begin to read in the gradient spread out for {@link ConvolutionLoops#convolutionInputGradient}. */
    final int[] inputPixels;

    /** Where they read from there on: kernel rows and columns from the last to the first, filters of the group. */
    final int[] backwardTaps;

    private Convolution(int height, int width, int channels, int filters, int groups, Window window) {
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
    }

    /** A convolution in which every filter reads all channels. */
    public static Convolution of(int height, int width, int channels, int filters, Window kernel) {
        return new Convolution(height, width, channels, filters, 1, kernel);
    }

    /** The same in groups, each of as many channels and as many filters. */
    public Convolution groups(int groups) {
        return new Convolution(height, width, channels, filters, groups, window);
    }

    /** {@code rows·columns·depth} places, each {@code down}, {@code across} and 1 from the next. */
    private static int[] grid(int rows, int columns, int down, int across, int depth) {
        int[] places = new int[Math.multiplyExact(Math.multiplyExact(rows, columns), depth)];
        Arrays.setAll(places, i -> i / depth / columns * down + i / depth % columns * across + i % depth);
        return places;
    }

    /** Rows of the output. */
    public int outputHeight() {
        return outputHeight;
    }

    /** Columns of the output. */
    public int outputWidth() {
        return outputWidth;
    }

    /** Numbers of an image that comes in. */
    public int inputSize() {
        return height * width * channels;
    }

    /** Numbers of an image that goes out. */
    public int outputSize() {
        return outputHeight * outputWidth * filters;
    }

    /** Weights of one filter. */
    public int weightsOfFilter() {
        return taps.length;
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

    int spreadWidth() {
        return width + window.coveredColumns() - 1;
    }

    int spreadSize() {
        return (height + window.coveredRows() - 1) * spreadWidth() * filters;
    }

    long multiplyAdds() {
        return (long) outputSize() * taps.length;
    }
}
