package dev.longhand.io;

import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * NumPy's files of one array, .npy: read in any version, order and type of numbers (b1, u1 to u8, i1 to i8, f2, f4, f8),
 * written as floats.
 *
 * <pre>{@code
 * NumberArray x = Npy.read(Path.of("x.npy"));                 // np.save("x.npy", x)
 * Npy.write(Path.of("y.npy"), NumberArray.of(y, n, 10));      // np.load("y.npy")
 * }</pre>
 *
 * <p>Numbers become floats, rounded to the nearest: whole numbers are exact up to 16,777,216. Files are not trusted:
 * memory grows with the bytes actually read, and nothing that is stored as Python objects is read.
 */
public final class Npy {

    private static final int BLOCK = 1 << 16;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private Npy() {}

    /**
     * Reads a file.
     *
     * @throws InvalidFileException if it isn't a .npy file of numbers, complete and no longer than its header says
     * @throws IOException if it can't be read
     */
    public static NumberArray read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads a stream to its end, without closing it.
     *
     * @param name its name in messages
     * @throws InvalidFileException if it isn't a .npy file of numbers, complete and no longer than its header says
     * @throws IOException if it can't be read
     */
    public static NumberArray read(InputStream in, String name) throws IOException {
        return read(in, name, MOST_BYTES);
    }

    /** Reads an array of at most so many bytes. */
    static NumberArray read(InputStream stream, String name, int mostBytes) throws IOException {
        InputStream in = new BufferedInputStream(stream, BLOCK);
        NpyHeader header = NpyHeader.read(in, name);
        long size = header.size();
        if (size > mostBytes / header.type().bytes()) {
            throw new InvalidFileException(
                    name,
                    "it says that it has " + size + " numbers of "
                            + header.type().bytes() + " bytes, more than " + mostBytes
                            + " bytes: read it memory-mapped, with MappedArray.npy");
        }
        try {
            byte[] bytes = elements(in, (int) size * header.type().bytes(), name);
            float[] values = new float[(int) size];
            header.type().read(ByteBuffer.wrap(bytes).order(header.order()), 0, values, 0, values.length);
            return new NumberArray(
                    header.dimensions(), header.isFortranOrder() ? toRows(values, header.dimensions()) : values);
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(name, "its " + size + " numbers", e);
        }
    }

    private static byte[] elements(InputStream in, int size, String name) throws IOException {
        byte[] bytes = new byte[Math.min(size, BLOCK)];
        int filled = 0;
        while (filled < size) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * filled));
            }
            int count = in.read(bytes, filled, bytes.length - filled);
            if (count < 0) {
                throw new InvalidFileException(
                        name, "it ends after " + filled + " of the " + size + " bytes of numbers that its header says");
            }
            filled += count;
        }
        if (in.read() >= 0) {
            throw new InvalidFileException(
                    name, "it has bytes after the " + size + " bytes of numbers that its header says");
        }
        return bytes;
    }

    /** The numbers with the last index fastest, of those with the first index fastest. */
    private static float[] toRows(float[] values, int[] dimensions) {
        if (dimensions.length < 2) {
            return values;
        }
        float[] rows = new float[values.length];
        int[] index = new int[dimensions.length];
        int[] strides = new int[dimensions.length];
        for (int i = 0, stride = 1; i < dimensions.length; i++) {
            strides[i] = stride;
            stride *= dimensions[i];
        }
        for (int at = 0, from = 0; at < rows.length; at++) {
            rows[at] = values[from];
            int d = dimensions.length - 1;
            while (d >= 0 && ++index[d] == dimensions[d]) {
                from -= strides[d] * (dimensions[d] - 1);
                index[d--] = 0;
            }
            if (d >= 0) {
                from += strides[d];
            }
        }
        return rows;
    }

    /**
     * Writes a file of floats, atomically: it's complete or not there.
     *
     * @throws IOException if it can't be written; a file that was there is kept then
     */
    public static void write(Path file, NumberArray array) throws IOException {
        AtomicFile.write(file, channel -> write(channel, array));
    }

    /** Writes header and numbers. */
    static void write(WritableByteChannel channel, NumberArray array) throws IOException {
        writeAll(channel, ByteBuffer.wrap(NpyHeader.ofFloats(array.dimensions())));
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = array.values();
        for (int done = 0; done < values.length; done += BLOCK / Float.BYTES) {
            int n = Math.min(BLOCK / Float.BYTES, values.length - done);
            block.clear();
            block.asFloatBuffer().put(values, done, n);
            writeAll(channel, block.limit(n * Float.BYTES));
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
