package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * An array of unsigned bytes from an IDX file, the format of MNIST: two zero bytes, the type (8 for
 * unsigned bytes), the number of dimensions, each dimension as four bytes, the highest first, then the
 * elements row by row. Plain or compressed by gzip, which its first bytes show.
 *
 * <p>Files are not trusted: memory grows with the bytes actually read, not with what the header
 * claims, and a compressed file may not expand more than {@value #MAX_EXPANSION} times, nor consist of more than 65,536
 * members. A file that needs more memory than Java has left is an {@link IOException} that says so.
 */
public final class Idx {

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MAX_DIMENSIONS = 8;
    private static final int MAX_EXPANSION = 100;
    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;
    private static final int BLOCK = 1 << 16;

    private final Shape shape;
    private final byte[] bytes;

    private Idx(Shape shape, byte[] bytes) {
        this.shape = shape;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidFileException if it isn't an IDX file of unsigned bytes, complete and no longer
     *     than its header says
     * @throws IOException if it can't be read
     */
    public static Idx read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream to its end, without closing it.
     *
     * @param name its name in messages
     * @throws InvalidFileException if it isn't an IDX file of unsigned bytes, complete and no longer
     *     than its header says
     * @throws IOException if it can't be read
     */
    public static Idx read(InputStream in, String name) throws IOException {
        Counting source = new Counting(new BufferedInputStream(in, BLOCK));
        source.mark(2);
        boolean zipped = source.read() == 0x1F && source.read() == 0x8B;
        source.reset();
        try (GzipStream unzipped = new GzipStream(source)) {
            return read(zipped ? unzipped : source, source, name);
        } catch (ZipException | EOFException e) {
            throw new InvalidFileException(name, "its gzip compression is damaged or cut short", e);
        }
    }

    /** Reads {@code in}, which decompresses {@code source} or is {@code source}. */
    private static Idx read(InputStream in, Counting source, String name) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw new InvalidFileException(
                    name, "this is no IDX file: it doesn't begin with two zero bytes, type and number of dimensions");
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new InvalidFileException(
                    name, "its elements have type 0x%02x; only unsigned bytes, 0x08, can be read".formatted(magic[2]));
        }
        int rank = magic[3] & 0xFF;
        if (rank < 1 || rank > MAX_DIMENSIONS) {
            throw new InvalidFileException(
                    name, "it says it has " + rank + " dimensions; 1 to " + MAX_DIMENSIONS + " can be read");
        }
        int[] dimensions = new int[rank];
        byte[] header = in.readNBytes(4 * rank);
        if (header.length < 4 * rank) {
            throw new InvalidFileException(name, "it ends before its " + rank + " dimensions do");
        }
        long size = 1;
        for (int i = 0; i < rank; i++) {
            long dimension = ((header[4 * i] & 0xFFL) << 24)
                    | ((header[4 * i + 1] & 0xFF) << 16)
                    | ((header[4 * i + 2] & 0xFF) << 8)
                    | (header[4 * i + 3] & 0xFF);
            // Checked after every factor, each below 2³²: the product can't overflow a long.
            size *= dimension;
            if (dimension == 0 || size > MAX_ELEMENTS) {
                throw new InvalidFileException(
                        name,
                        "dimension " + i + " is " + dimension
                                + ", which makes an array empty or larger than Java can hold");
            }
            dimensions[i] = (int) dimension;
        }
        try {
            return new Idx(Shape.of(dimensions), elements(in, source, (int) size, name));
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(name, "its " + size + " elements", e);
        }
    }

    private static byte[] elements(InputStream in, Counting source, int size, String name) throws IOException {
        byte[] bytes = new byte[Math.min(size, BLOCK)];
        int filled = 0;
        while (filled < size) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * filled));
            }
            int count = in.read(bytes, filled, Math.min(bytes.length - filled, BLOCK));
            if (count < 0) {
                throw new InvalidFileException(
                        name, "it ends after " + filled + " of the " + size + " elements that its dimensions say");
            }
            filled += count;
            if (filled > BLOCK && filled / MAX_EXPANSION > source.count) {
                throw new InvalidFileException(
                        name,
                        "it expands more than " + MAX_EXPANSION
                                + " times; unpack it with gunzip if it's really meant to");
            }
        }
        if (in.read() >= 0) {
            throw new InvalidFileException(
                    name, "it has bytes after the " + size + " elements that its dimensions say");
        }
        return bytes;
    }

    /** The dimensions, outermost first. */
    public Shape shape() {
        return shape;
    }

    /** A copy of the elements, row by row, unsigned. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The elements themselves, not copied. */
    byte[] ownBytes() {
        return bytes;
    }

    /** Counts the bytes read from a stream. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
