package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NumberType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MNIST, or any data set in the same four files: images of pixels from 0 to 255 and their labels 0 to
 * 9 (LeCun et al., "Gradient-based learning applied to document recognition", 1998).
 *
 * <pre>{@code
 * Dataset train = Mnist.in(Path.of("mnist")).train();
 * }</pre>
 *
 * <p>Immutable; by default pixels are scaled to 0–1, images flattened to a vector, and targets one-hot.
 */
public final class Mnist {

    private static final int CLASSES = 10;

    private final FileSource source;

    /** The prefix of file names in messages. */
    private final String location;

    private final boolean normalize;
    private final boolean flatten;
    private final boolean oneHot;

    private Mnist(FileSource source, String location, boolean normalize, boolean flatten, boolean oneHot) {
        this.source = source;
        this.location = location;
        this.normalize = normalize;
        this.flatten = flatten;
        this.oneHot = oneHot;
    }

    /** Opens the four files by their names. */
    @FunctionalInterface
    public interface FileSource {

        /**
         * Opens a file by its name, such as {@code train-images-idx3-ubyte.gz}.
         *
         * @return null if there is no such file; it's asked for again without {@code .gz}
         */
        @SuppressWarnings("exports") // the annotation is for tools: callers need no module for it
        @Nullable
        InputStream open(String name) throws IOException;
    }

    /** The files in a folder, each plain or with {@code .gz}. */
    public static Mnist in(Path folder) {
        FileSource source = name -> {
            try {
                return RegularFile.open(folder.resolve(name));
            } catch (NoSuchFileException e) {
                return null;
            }
        };
        boolean isHere = folder.toString().isEmpty();
        return from(source, isHere ? "" : folder + folder.getFileSystem().getSeparator());
    }

    /** The files from somewhere else, such as resources: {@code Mnist.from(App.class::getResourceAsStream)}. */
    public static Mnist from(FileSource source) {
        return from(source, "");
    }

    private static Mnist from(FileSource source, String location) {
        return new Mnist(source, location, true, true, true);
    }

    /** Whether pixels are scaled to 0–1, the default, or stay 0–255. */
    public Mnist normalize(boolean normalize) {
        return new Mnist(source, location, normalize, flatten, oneHot);
    }

    /** Whether an image is a vector of 784 numbers, the default, or 28 × 28 × 1. */
    public Mnist flatten(boolean flatten) {
        return new Mnist(source, location, normalize, flatten, oneHot);
    }

    /** Whether a target is one-hot, 10 numbers, the default, or the label as one number. */
    public Mnist oneHot(boolean oneHot) {
        return new Mnist(source, location, normalize, flatten, oneHot);
    }

    /** The 60,000 samples to train on. */
    public Dataset train() throws IOException {
        return load("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
    }

    /** The 10,000 samples to test on. */
    public Dataset test() throws IOException {
        return load("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    }

    private Dataset load(String imageFile, String labelFile) throws IOException {
        Idx images = read(imageFile, 3);
        Idx labels = read(labelFile, 1);
        List<Integer> dimensions = images.shape().dimensions();
        int count = dimensions.get(0);
        if (labels.shape().size() != count) {
            throw new InvalidFileException(
                    location + labelFile,
                    "it holds " + labels.shape().size() + " labels, but " + imageFile + " holds " + count + " images");
        }
        try {
            return dataset(images, labels, location + labelFile);
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(location + labelFile, "its " + count + " samples", e);
        }
    }

    private Dataset dataset(Idx images, Idx labels, String labelFile) throws InvalidFileException {
        List<Integer> dimensions = images.shape().dimensions();
        int[] classes = new int[dimensions.get(0)];
        byte[] bytes = labels.ownBytes();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = bytes[i] & 0xFF;
            if (classes[i] >= CLASSES) {
                throw new InvalidFileException(
                        labelFile, "label " + classes[i] + " of sample " + i + " is not a class from 0 to 9");
            }
        }
        int height = dimensions.get(1);
        int width = dimensions.get(2);
        Rows inputs = Rows.of(images.ownBytes(), height * width, pixelValues());
        Shape shape = flatten ? Shape.of(height * width) : Shape.of(height, width, 1);
        Labels checked = new Labels(classes, CLASSES);
        return Dataset.of(new Samples(inputs, shape, oneHot ? checked.oneHot() : checked.numbers(), checked));
    }

    private float[] pixelValues() {
        float[] values = new float[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = normalize ? i / 255f : i;
        }
        return values;
    }

    private Idx read(String file, int rank) throws IOException {
        try (InputStream in = open(file)) {
            Idx idx = Idx.read(in, location + file);
            if (idx.type() != NumberType.UNSIGNED_BYTE) {
                throw new InvalidFileException(
                        location + file,
                        "its elements have type " + idx.type() + ", but pixels and labels are UNSIGNED_BYTE;"
                                + " has it been mistaken for another file?");
            }
            if (idx.shape().rank() != rank) {
                throw new InvalidFileException(
                        location + file,
                        "it has " + idx.shape().rank() + " dimensions, but "
                                + (rank == 3
                                        ? "images have 3: number, height and width"
                                        : "labels have 1: their number")
                                + "; has it been mistaken for another file?");
            }
            return idx;
        }
    }

    private InputStream open(String file) throws IOException {
        InputStream zipped = source.open(file + ".gz");
        if (zipped != null) {
            return zipped;
        }
        InputStream plain = source.open(file);
        if (plain != null) {
            return plain;
        }
        throw new NoSuchFileException(location + file, null, "neither it nor " + file + ".gz is there");
    }
}
