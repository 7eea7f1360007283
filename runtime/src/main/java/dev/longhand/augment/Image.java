package dev.longhand.augment;

import dev.longhand.Shape;

/**
 * An image that augmentations change, with the buffers they need. It's for one thread, which uses it for one sample
 * after the other.
 *
 * <p>Numbers are in the order [height][width][channels], the last index fastest, as in a {@link
 * dev.longhand.data.Dataset}.
 */
public final class Image {

    /** The number of scratch planes. */
    public static final int PLANES = 3;

    private final int height;
    private final int width;
    private final int channels;
    private float[] values;
    private float[] spare;
    private final float[][] planes = new float[PLANES][0];
    private final AffineMap map = new AffineMap();

    private Image(int height, int width, int channels) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        values = new float[Shape.of(height, width, channels).size()];
        spare = new float[values.length];
    }

    /** A black image, all numbers 0. */
    public static Image of(int height, int width, int channels) {
        return new Image(height, width, channels);
    }

    /**
     * A black image of this shape: height × width × channels, or height × width with one channel.
     *
     * @throws IllegalArgumentException if the shape has another number of dimensions
     */
    public static Image of(Shape shape) {
        if (shape.rank() != 2 && shape.rank() != 3) {
            throw new IllegalArgumentException(
                    "augmentation needs images of height × width × channels, but the samples" + " have the shape "
                            + shape + ": give the shape, as in augment(augmentation, Shape.of(28, 28, 1))");
        }
        return of(shape.dimension(0), shape.dimension(1), shape.rank() == 2 ? 1 : shape.dimension(2));
    }

    /** The number of rows. */
    public int height() {
        return height;
    }

    /** The number of columns. */
    public int width() {
        return width;
    }

    /** The numbers of a pixel: 1 for a grey image, 3 for a colour image. */
    public int channels() {
        return channels;
    }

    /** The numbers of the image, [height][width][channels], to read and to change in place. */
    public float[] values() {
        return values;
    }

    /** A second array of the same size, to write the changed image to before {@link #swap}. */
    public float[] spare() {
        return spare;
    }

    /** Makes {@link #spare} the image, and the image before the spare array. */
    public void swap() {
        float[] before = values;
        values = spare;
        spare = before;
    }

    /**
     * Scratch memory of height·width numbers, left as the last augmentation left it; allocated by the first call.
     *
     * @param index from 0 to {@link #PLANES} − 1
     */
    public float[] plane(int index) {
        if (planes[index].length == 0) {
            planes[index] = new float[height * width];
        }
        return planes[index];
    }

    /** A map to compute the positions of pixels with. */
    AffineMap map() {
        return map;
    }

    /** Copies the image from {@code offset} of x on. */
    public void read(float[] x, int offset) {
        System.arraycopy(x, offset, values, 0, values.length);
    }

    /** Copies the image to {@code offset} of x on. */
    public void write(float[] x, int offset) {
        System.arraycopy(values, 0, x, offset, values.length);
    }
}
