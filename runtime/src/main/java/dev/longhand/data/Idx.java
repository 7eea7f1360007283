package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NumberType;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * An array of numbers from an IDX file, the format of MNIST: two zero bytes, the type (8 for unsigned bytes, 9 for
 * signed ones, 11 for shorts, 12 for ints, 13 for floats, 14 for doubles), the number of dimensions, each dimension as
 * four bytes, the highest first, then the elements row by row, the highest byte of each first. Plain or compressed by
 * gzip, which its first bytes show.
 *
 * <p>Files are not trusted: memory grows with the bytes actually read, not with what the header
 * claims, and a compressed file may not expand more than {@value #MAX_EXPANSION} times, nor consist of more than 65,536
 * members. A file that needs more memory than Java has left is an {@link IOException} that says so.
 */
public final class Idx {

    private static final int MAX_EXPANSION = 100;
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;
    private static final int BLOCK = 1 << 16;

    private final IdxHeader header;
    private final byte[] bytes;

    private Idx(IdxHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidFileException if it isn't an IDX file, complete and no longer than its header says
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
     * @throws InvalidFileException if it isn't an IDX file, complete and no longer than its header says
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
        IdxHeader header = IdxHeader.read(in, name);
        long size = header.size() * header.type().bytes();
        if (size > MAX_BYTES) {
            throw new InvalidFileException(
                    name,
                    "its " + header.size() + " elements have " + size
                            + " bytes, more than an array can hold: read it memory-mapped, with MappedArray.idx");
        }
        try {
            return new Idx(header, elements(in, source, (int) size, name));
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(name, "its " + header.size() + " elements", e);
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
                        name, "it ends after " + filled + " of the " + size + " bytes that its dimensions say");
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
            throw new InvalidFileException(name, "it has bytes after the " + size + " bytes that its dimensions say");
        }
        return bytes;
    }

    /** The type of the elements. */
    public NumberType type() {
        return header.type();
    }

    /** The dimensions, outermost first. */
    public Shape shape() {
        return Shape.of(header.dimensions());
    }

    /**
     * A copy of the elements, row by row, unsigned.
     *
     * @throws IllegalStateException if they aren't unsigned bytes
     */
    public byte[] bytes() {
        return ownBytes().clone();
    }

    /** The elements as floats, row by row; ints and doubles are rounded to the nearest. */
    public float[] floats() {
        float[] values = new float[(int) header.size()];
        header.type().read(ByteBuffer.wrap(bytes), 0, values, 0, values.length);
        return values;
    }

    /** The elements themselves, not copied. */
    byte[] ownBytes() {
        if (header.type() != NumberType.UNSIGNED_BYTE) {
            throw new IllegalStateException(
                    "the elements have type " + header.type() + ", not UNSIGNED_BYTE: use floats()");
        }
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
