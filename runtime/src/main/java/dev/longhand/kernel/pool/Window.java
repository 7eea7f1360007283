package dev.longhand.kernel.pool;

/**
 * A kernel or a pool that slides over an image.
 *
 * <p>Output row y reads the rows {@code y·strideY − top + i·dilationY} of the image for i = 0 … height − 1; columns
 * likewise. Positions outside the image are padding, 0. An image of h rows gives
 * ⌊(h + top + bottom − dilationY·(height − 1) − 1)/strideY⌋ + 1 rows of output.
 *
 * @param extent its rows and columns
 * @param stride the rows and columns from one output pixel's window to the next
 * @param dilation the distance between its rows and between its columns
 */
public record Window(Span extent, Span stride, Span dilation, Padding padding) {

    private static final Span ONE = new Span(1, 1);

    /** A number of rows and a number of columns, each at least 1. */
    public record Span(int y, int x) {

        public Span {
            if (y < 1 || x < 1) {
                throw new IllegalArgumentException("sizes, strides and dilations must be at least 1");
            }
        }
    }

    /** The rows and columns of zeros around an image. */
    public record Padding(int top, int left, int bottom, int right) {

        public Padding {
            if (top < 0 || left < 0 || bottom < 0 || right < 0) {
                throw new IllegalArgumentException("padding must be at least 0");
            }
        }
    }

    /** A window with stride 1 and dilation 1 on an image without padding. */
    public static Window of(int height, int width) {
        return new Window(new Span(height, width), ONE, ONE, new Padding(0, 0, 0, 0));
    }

    /** The same with other strides. */
    public Window stride(int y, int x) {
        return new Window(extent, new Span(y, x), dilation, padding);
    }

    /** The same with rows and columns of zeros around the image. */
    public Window padding(int top, int left, int bottom, int right) {
        return new Window(extent, stride, dilation, new Padding(top, left, bottom, right));
    }

    /** The same with other distances between its rows and between its columns. */
    public Window dilation(int y, int x) {
        return new Window(extent, stride, new Span(y, x), padding);
    }

    /** Its rows. */
    public int height() {
        return extent.y();
    }

    /** Its columns. */
    public int width() {
        return extent.x();
    }

    /** Rows from one output row's window to the next. */
    public int strideY() {
        return stride.y();
    }

    /** Columns from one output column's window to the next. */
    public int strideX() {
        return stride.x();
    }

    /** The distance between its rows. */
    public int dilationY() {
        return dilation.y();
    }

    /** The distance between its columns. */
    public int dilationX() {
        return dilation.x();
    }

    /** Rows of zeros above the image. */
    public int top() {
        return padding.top();
    }

    /** Columns of zeros to the left of the image. */
    public int left() {
        return padding.left();
    }

    /** Rows of zeros below the image. */
    public int bottom() {
        return padding.bottom();
    }

    /** Columns of zeros to the right of the image. */
    public int right() {
        return padding.right();
    }

    /** The number of its positions. */
    public int size() {
        return height() * width();
    }

    /** The rows it spans in the image, gaps included. */
    private int coveredRows() {
        return dilationY() * (height() - 1) + 1;
    }

    /** The columns it spans in the image, gaps included. */
    private int coveredColumns() {
        return dilationX() * (width() - 1) + 1;
    }

    /** The output rows for an image of {@code rows} rows. */
    public int outputHeight(int rows) {
        return outputs(rows + top() + bottom() - coveredRows(), strideY());
    }

    /** The output columns for an image of {@code columns} columns. */
    public int outputWidth(int columns) {
        return outputs(columns + left() + right() - coveredColumns(), strideX());
    }

    private static int outputs(int room, int stride) {
        if (room < 0) {
            throw new IllegalArgumentException("the window exceeds the padded image by " + -room);
        }
        return room / stride + 1;
    }
}
