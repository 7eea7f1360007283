package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.file.MemoryShortage;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads PNG and JPEG files as inputs of networks: height × width × channels, each number from 0 to 1.
 *
 * <pre>{@code
 * Images images = Images.rgb().size(32, 32);
 * float[] x = images.read(Path.of("cat.png"));                       // [32][32][3]
 * Images.Folder train = images.readFolders(Path.of("pets/train"));   // pets/train/cat/1.png, pets/train/dog/…
 * train.data();                                                      // label 0 is cat, 1 is dog
 * }</pre>
 *
 * <p>Numbers are the file's own, divided by the largest of its depth, 8 or 16 bits: colour profiles, transparency and
 * the orientation that a camera notes are ignored. Needs Java's module {@code java.desktop}. Immutable.
 *
 * <p>Files are not trusted. Damage is an {@link InvalidFileException}, also where Java's decoder would only warn; what
 * they claim is checked before they are decoded, against limits that can be changed:
 *
 * <ul>
 *   <li>{@link #maxPixels}, by default 67,108,864, which is 8,192 × 8,192
 *   <li>{@link #maxPixelsPerByte}, by default 10,000 pixels for each byte of the file
 *   <li>{@link #maxScans}, by default 100 scans of a JPEG file
 * </ul>
 *
 * <p>Decoding takes 1 to 8 bytes of memory for each pixel of the file, whatever size is asked for. An image that needs
 * more memory than Java has left is an {@link IOException} that says so.
 */
public final class Images {

    private final int channels;
    private final int height;
    private final int width;
    private final ImageLimits limits;

    private Images(int channels, int height, int width, ImageLimits limits) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.limits = limits;
    }

    /**
     * A folder's images with their classes.
     *
     * @param data the images and their labels, class by class, in each by file name
     * @param classes the names of the classes: label i is the class {@code classes.get(i)}
     */
    public record Folder(Dataset data, List<String> classes) {

        public Folder {
            classes = List.copyOf(classes);
        }
    }

    /** Colour images: red, green and blue, which are equal for a grey image. */
    public static Images rgb() {
        return new Images(3, 0, 0, ImageLimits.DEFAULTS);
    }

    /** Grey images; a colour becomes its luma, 0.299·red + 0.587·green + 0.114·blue. */
    public static Images grey() {
        return new Images(1, 0, 0, ImageLimits.DEFAULTS);
    }

    /**
     * Resized to this size: each pixel becomes the mean of the file's pixels around its position, weighted by their
     * distance; when an image shrinks, the mean covers all pixels that the new one replaces. By default images stay as
     * they are.
     *
     * @param height at least 1
     * @param width at least 1
     */
    public Images size(int height, int width) {
        Shape shape = Shape.of(height, width, channels);
        if ((long) height * width > Integer.MAX_VALUE / channels) {
            throw new IllegalArgumentException(
                    "an image of " + shape + " has more numbers than an array can hold: ask for a smaller one");
        }
        return new Images(channels, height, width, limits);
    }

    /**
     * Reads files of up to this many pixels.
     *
     * @param pixels at least 1; by default 67,108,864
     */
    public Images maxPixels(long pixels) {
        return with(new ImageLimits(pixels, limits.pixelsPerByte(), limits.scans()));
    }

    /**
     * Reads files that have up to this many pixels for each of their bytes, as only blank images do. Files of up to
     * 1,048,576 pixels are read whatever their size.
     *
     * @param pixels at least 1; by default 10,000
     */
    public Images maxPixelsPerByte(int pixels) {
        return with(new ImageLimits(limits.pixels(), pixels, limits.scans()));
    }

    /**
     * Reads JPEG files of up to this many scans, each of which may decode every pixel: 1 is usual, about 10 in a
     * progressive file.
     *
     * @param scans at least 1; by default 100
     */
    public Images maxScans(int scans) {
        return with(new ImageLimits(limits.pixels(), limits.pixelsPerByte(), scans));
    }

    private Images with(ImageLimits changed) {
        return new Images(channels, height, width, changed);
    }

    /**
     * Reads an image.
     *
     * @return [height][width][channels]
     * @throws InvalidFileException if it isn't a PNG or JPEG image, is damaged, or exceeds a limit
     * @throws IOException if it can't be read, or needs more memory than Java has left
     */
    public float[] read(Path file) throws IOException {
        return pixels(file).values();
    }

    /**
     * Reads a folder that has a folder of images for each class; the classes are sorted by name. In these, files that
     * don't end in .png, .jpg or .jpeg are left out, hidden ones and folders too.
     *
     * @throws IllegalArgumentException if there are fewer than 2 classes, or a class has no image
     * @throws InvalidFileException if a file isn't an image, or not of the size of the others
     * @throws IOException if it can't be read
     */
    public Folder readFolders(Path root) throws IOException {
        return read(ImageFiles.of(root));
    }

    /**
     * As {@link #readFolders(Path)} with the classes of other images: a test set has the labels of the
     * training set, {@code train.classes()}.
     *
     * @param classes the names of the folders, in the order of their labels
     */
    public Folder readFolders(Path root, List<String> classes) throws IOException {
        return read(ImageFiles.of(root, classes));
    }

    /**
     * The images of a folder as a source, which decodes each when it's needed; they are found as by {@link
     * #readFolders(Path)}. Files are listed now: those that are added later aren't seen.
     *
     * @throws IllegalArgumentException if there are fewer than 2 classes, or a class has no image
     * @throws InvalidFileException if the first file isn't an image
     * @throws IOException if it can't be read
     */
    public ImageSource openFolders(Path root) throws IOException {
        return new ImageSource(this, ImageFiles.of(root));
    }

    /**
     * As {@link #openFolders(Path)} with the classes of other images, see {@link #readFolders(Path, List)}.
     *
     * @param classes the names of the folders, in the order of their labels
     */
    public ImageSource openFolders(Path root, List<String> classes) throws IOException {
        return new ImageSource(this, ImageFiles.of(root, classes));
    }

    private Folder read(ImageFiles images) throws IOException {
        return new Folder(dataset(images), images.classes());
    }

    private Dataset dataset(ImageFiles images) throws IOException {
        List<Path> files = images.files();
        Pixels first = pixels(files.get(0));
        int size = first.values().length;
        float[] x = numbers(files, first.shape(), size);
        for (int i = 0; i < files.size(); i++) {
            Pixels pixels = i == 0 ? first : pixels(files.get(i));
            requireShape(pixels, files.get(i), first.shape(), files.get(0));
            System.arraycopy(pixels.values(), 0, x, i * size, size);
        }
        Labels labels = new Labels(images.labels(), images.classes().size());
        return Dataset.of(Samples.ofLabels(Rows.of(x, size), first.shape(), labels));
    }

    /** Checks that an image has the size of the first one. */
    static void requireShape(Pixels pixels, Path file, Shape shape, Path first) throws InvalidFileException {
        if (!pixels.shape().equals(shape)) {
            throw new InvalidFileException(
                    file.toString(),
                    "it's " + pixels.shape() + ", but " + first + " is " + shape
                            + ": give the size that all are to have, size(height, width)");
        }
    }

    private static float[] numbers(List<Path> files, Shape shape, int size) throws IOException {
        long all = (long) size * files.size();
        if (all > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(files.size() + " images of " + shape + " are " + all
                    + " numbers, more than an array holds: read them smaller, with size(height, width)");
        }
        try {
            return new float[(int) all];
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(
                    files.get(0).toString(), "the numbers of it and " + (files.size() - 1) + " other images", e);
        }
    }

    /** The pixels of a file, in the size that was asked for. */
    Pixels pixels(Path file) throws IOException {
        return ImageDecoder.decode(
                file,
                limits,
                image -> height == 0 ? Pixels.of(image, channels) : Pixels.of(image, channels, height, width));
    }
}
