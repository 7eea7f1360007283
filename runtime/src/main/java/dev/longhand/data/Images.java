package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.io.InvalidFileException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

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
 * <p>Transparency and the orientation that a camera notes are ignored. Files are not trusted: their size is
 * checked before they are decoded. Needs Java's module {@code java.desktop}. Immutable.
 */
public final class Images {

    /** The most pixels of a file that is unpacked: 8,192 × 8,192. */
    private static final long MOST_PIXELS = 1L << 26;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final int channels;
    private final int height;
    private final int width;

    private Images(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
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
        return new Images(3, 0, 0);
    }

    /** Grey images; a colour becomes its luma, 0.299·red + 0.587·green + 0.114·blue. */
    public static Images grey() {
        return new Images(1, 0, 0);
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
        return new Images(channels, Shape.of(height).size(), Shape.of(width).size());
    }

    /**
     * Reads an image.
     *
     * @return [height][width][channels]
     * @throws InvalidFileException if it isn't a PNG or JPEG image, or one of more than 67,108,864 pixels
     * @throws IOException if it can't be read
     */
    public float[] read(Path file) throws IOException {
        return pixels(load(file)).values();
    }

    /**
     * Reads a folder that has a folder of images for each class; the classes are sorted by name. Files that
     * don't end in .png, .jpg or .jpeg are left out, hidden ones too.
     *
     * @throws IllegalArgumentException if there are fewer than 2 classes, or a class has no image
     * @throws InvalidFileException if a file isn't an image, or not of the size of the others
     * @throws IOException if it can't be read
     */
    public Folder readFolders(Path root) throws IOException {
        List<String> classes = list(root, Files::isDirectory);
        if (classes.size() < 2) {
            throw new IllegalArgumentException(root + " has " + classes.size()
                    + (classes.size() == 1 ? " folder" : " folders")
                    + " of images: there must be one for each class, at least 2");
        }
        return readFolders(root, classes);
    }

    /**
     * As {@link #readFolders(Path)} with the classes of other images: a test set has the labels of the
     * training set, {@code train.classes()}.
     *
     * @param classes the names of the folders, in the order of their labels
     */
    public Folder readFolders(Path root, List<String> classes) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String name : classes) {
            Path folder = root.resolve(name);
            List<String> images = list(folder, Images::isNamedAsImage);
            if (images.isEmpty()) {
                throw new IllegalArgumentException(folder + " has no image that ends in .png, .jpg or .jpeg");
            }
            for (String image : images) {
                files.add(folder.resolve(image));
                labels.add(classes.indexOf(name));
            }
        }
        return new Folder(dataset(files, labels, classes.size()), classes);
    }

    private Dataset dataset(List<Path> files, List<Integer> labels, int classes) throws IOException {
        Pixels first = pixels(load(files.get(0)));
        int size = first.values().length;
        long all = (long) size * files.size();
        if (all > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(files.size() + " images of " + first.shape() + " are " + all
                    + " numbers, more than an array holds: read them smaller, with size(height, width)");
        }
        float[] x = new float[(int) all];
        for (int i = 0; i < files.size(); i++) {
            Pixels pixels = i == 0 ? first : pixels(load(files.get(i)));
            if (!pixels.shape().equals(first.shape())) {
                throw new InvalidFileException(
                        files.get(i).toString(),
                        "it's " + pixels.shape() + ", but " + files.get(0) + " is " + first.shape()
                                + ": give the size that all are to have, size(height, width)");
            }
            System.arraycopy(pixels.values(), 0, x, i * size, size);
        }
        int[] classOf = labels.stream().mapToInt(Integer::intValue).toArray();
        return Dataset.of(Samples.ofLabels(Rows.of(x, size), first.shape(), new Labels(classOf, classes)));
    }

    /** The names of a folder's entries that are to be read, sorted. */
    private static List<String> list(Path folder, Predicate<Path> isWanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(isWanted)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isNamedAsImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    /** The file's pixels as Java decodes them, after a check of their number. */
    private static BufferedImage load(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        return load(reader, in, file);
                    }
                } finally {
                    reader.dispose();
                }
            }
        }
        throw new InvalidFileException(file.toString(), "this is neither a PNG nor a JPEG image");
    }

    private static BufferedImage load(ImageReader reader, ImageInputStream in, Path file) throws InvalidFileException {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new InvalidFileException(
                        file.toString(),
                        "it says that it has " + reader.getHeight(0) + " × " + reader.getWidth(0) + " = " + pixels
                                + " pixels; up to " + MOST_PIXELS + " can be read");
            }
            return reader.read(0);
        } catch (InvalidFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged file can make the reader throw any exception.
            throw new InvalidFileException(file.toString(), "it's a damaged image: " + e.getMessage(), e);
        }
    }

    private Pixels pixels(BufferedImage image) {
        Pixels all = Pixels.of(image, channels);
        return height == 0 ? all : all.resize(height, width);
    }

    /** Whether each pixel of an image is one number, a shade of grey. */
    static boolean isGrey(BufferedImage image) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && image.getColorModel().getNumColorComponents() == 1;
    }
}
