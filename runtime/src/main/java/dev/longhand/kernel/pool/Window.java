package dev.longhand.kernel.pool;

/**
 * What slides over an image: a kernel or a pool of {@code height} × {@code width} positions, and how it goes.
 *
 * <p>Output row y reads rows {@code y·strideY − top + i·dilationY} of the image, for i from 0 to before
 * height, columns alike; what lies outside the image is padding, 0. An image of h rows gives
 * ⌊(h + top + bottom − dilationY·(height − 1) − 1)/strideY⌋ + 1 rows of output.
 */
public record Window(
        int height,
        int width,
        int strideY,
        int strideX,
        int dilationY,
        int dilationX,
        int top,
        int left,
        int bottom,
        int right) {

    public Window {
        if (height < 1 || width < 1 || strideY < 1 || strideX < 1 || dilationY < 1 || dilationX < 1) {
            throw new IllegalArgumentException("sizes, strides and dilations must be at least 1");
        }
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException("padding must be at least 0");
        }
    }

    /** A window that goes from position to position of an image without padding. */
    public static Window of(int height, int width) {
        return new Window(height, width, 1, 1, 1, 1, 0, 0, 0, 0);
    }

    /** The same, going so many rows and columns at a step. */
    public Window stride(int y, int x) {
        return new Window(height, width, y, x, dilationY, dilationX, top, left, bottom, right);
    }

    /** The same with rows and columns of zeros around the image. */
    public Window padding(int top, int left, int bottom, int right) {
        return new Window(height, width, strideY, strideX, dilationY, dilationX, top, left, bottom, right);
    }

    /** The same, its own rows and columns that far apart. */
    public Window dilation(int y, int x) {
        return new Window(height, width, strideY, strideX, y, x, top, left, bottom, right);
    }

    /** The number of its positions. */
    public int size() {
        return height * width;
    }

    /** The rows that it covers, gaps included. */
    public int coveredRows() {
        return dilationY * (height - 1) + 1;
    }

    /** The columns that it covers, gaps included. */
    public int coveredColumns() {
        return dilationX * (width - 1) + 1;
    }

    /** The rows of output that so many rows of an image give. */
    public int outputHeight(int rows) {
        return steps(rows + top + bottom - coveredRows(), strideY);
    }

    /** The columns of output that so many columns of an image give. */
    public int outputWidth(int columns) {
        return steps(columns + left + right - coveredColumns(), strideX);
    }

    private static int steps(int room, int stride) {
        if (room < 0) {
            throw new IllegalArgumentException("the window exceeds the padded image by " + -room);
        }
        return room / stride + 1;
    }
}
