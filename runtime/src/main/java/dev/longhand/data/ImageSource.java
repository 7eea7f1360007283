package dev.longhand.data;

import dev.longhand.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of images, a folder in it for each class, as a source that decodes each image when it's needed: see {@link
 * Images#openFolders}. Immutable. Decoding takes long, so a training should read with
 * several threads.
 */
public final class ImageSource implements IndexedSource {

    private final Images images;
    private final ImageFiles files;
    private final Shape shape;

    ImageSource(Images images, ImageFiles files) throws IOException {
        this.images = images;
        this.files = files;
        shape = images.pixels(files.files().get(0)).shape();
    }

    /** The names of the classes: label i is the class {@code classNames().get(i)}. */
    public List<String> classNames() {
        return files.classes();
    }

    /** The files, in the order of the samples: class by class, in each by name. */
    public List<Path> files() {
        return files.files();
    }

    @Override
    public Shape inputShape() {
        return shape;
    }

    @Override
    public int targetSize() {
        return files.classes().size();
    }

    @Override
    public int classes() {
        return files.classes().size();
    }

    @Override
    public long size() {
        return files.files().size();
    }

    @Override
    public void read(long sample, SampleBuffer buffer, int row) throws IOException {
        Path file = files.files().get((int) sample);
        Pixels pixels = images.pixels(file);
        Images.requireShape(pixels, file, shape, files.files().get(0));
        System.arraycopy(pixels.values(), 0, buffer.inputs(), row * buffer.inputSize(), buffer.inputSize());
        buffer.setLabel(row, files.labels()[(int) sample]);
    }
}
