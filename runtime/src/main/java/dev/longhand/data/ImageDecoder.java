package dev.longhand.data;

import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes one PNG or JPEG file, which isn't trusted: what it claims is checked before. */
final class ImageDecoder {

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Path file;
    private final String name;
    private final ImageLimits limits;

    private ImageDecoder(Path file, ImageLimits limits) {
        this.file = file;
        name = file.toString();
        this.limits = limits;
    }

    /** What is done with an image as long as it's in memory. */
    @FunctionalInterface
    interface Use {
        Pixels of(BufferedImage image);
    }

    /** The pixels as Java decodes them, in the file's own depth and colour space, given to {@code use}. */
    static Pixels decode(Path file, ImageLimits limits, Use use) throws IOException {
        return new ImageDecoder(file, limits).decode(use);
    }

    private Pixels decode(Use use) throws IOException {
        try (JpegScans bytes = new JpegScans(RegularFile.open(file), limits, name);
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            ImageReader reader = reader(in);
            requireIntact(bytes);
            if (reader == null) {
                throw new InvalidFileException(name, "this is neither a PNG nor a JPEG image");
            }
            try {
                return decode(reader, in, bytes, use);
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            try {
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return reader;
                }
            } catch (IOException e) {
                // The next one may know its format.
            }
            reader.dispose();
        }
        return null;
    }

    private Pixels decode(ImageReader reader, ImageInputStream in, JpegScans bytes, Use use) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        String size = "";
        try {
            reader.setInput(in, true, true);
            int height = reader.getHeight(0);
            int width = reader.getWidth(0);
            limits.check(height, width, Files.size(file), name);
            size = height + " × " + width + " ";
            if (!reader.getImageTypes(0).hasNext()) {
                throw new InvalidFileException(name, "its colours are neither grey nor RGB: convert it to RGB");
            }
            BufferedImage image = reader.read(0);
            requireIntact(bytes);
            if (!warnings.isEmpty()) {
                throw new InvalidFileException(name, "it's a damaged image: " + warnings.get(0));
            }
            return use.of(image);
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(name, "its " + size + "pixels", e);
        } catch (InvalidFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            requireIntact(bytes);
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof OutOfMemoryError shortage) {
                    throw new MemoryShortage(name, "its " + size + "pixels", shortage);
                }
            }
            // A damaged file can make the reader throw any exception.
            throw new InvalidFileException(
                    name, "it's a damaged image: " + (e.getMessage() == null ? e : e.getMessage()), e);
        }
    }

    /** Throws what reading the file failed with, if it did. */
    private void requireIntact(JpegScans bytes) throws IOException {
        IOException failure = bytes.failure();
        if (failure instanceof InvalidFileException) {
            throw failure;
        }
        if (failure != null) {
            throw RegularFile.named(file, failure);
        }
    }
}
