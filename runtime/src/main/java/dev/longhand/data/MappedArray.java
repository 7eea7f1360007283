package dev.longhand.data;

import dev.longhand.Shape;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NpyHeader;
import dev.longhand.io.NumberType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An array of numbers in a file that is mapped into memory: the system reads what is needed, keeps what it has room for,
 * and none of it takes Java's memory. A row is what one index of the first dimension selects, such as an image.
 *
 * <p>Immutable, and so must be the file: don't change or shorten it while it's in use. The system closes it when the
 * array is garbage-collected; Windows can't delete it before. Any number of threads may read at once.
 */
public final class MappedArray {

    /** Java maps up to 2 GiB at once; a part of a file has whole rows. */
    private static final int MOST_BYTES = 1 << 30;

    private final String file;
    private final NumberType type;
    private final int[] dimensions;
    private final int rowSize;
    private final int rowBytes;
    private final int rowsOfPart;
    private final ByteBuffer[] parts;

    private MappedArray(String file, NumberType type, int[] dimensions, int rowSize, ByteBuffer[] parts) {
        this.file = file;
        this.type = type;
        this.dimensions = dimensions;
        this.rowSize = rowSize;
        this.parts = parts;
        rowBytes = rowSize * type.bytes();
        rowsOfPart = MOST_BYTES / rowBytes;
    }

    /**
     * Maps an IDX file, see {@link Idx}. It can't be compressed.
     *
     * @throws InvalidFileException if it isn't an IDX file, complete and no longer than its header says
     * @throws IOException if it can't be read
     */
    public static MappedArray idx(Path file) throws IOException {
        IdxHeader header;
        try (InputStream in = RegularFile.open(file)) {
            header = IdxHeader.read(in, file.toString());
        } catch (InvalidFileException e) {
            throw unpacked(file, e);
        }
        return map(file, header.type(), header.dimensions(), header.length(), ByteOrder.BIG_ENDIAN);
    }

    /** Says it if a file can't be mapped because it's compressed. */
    private static IOException unpacked(Path file, InvalidFileException e) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return in.read() == 0x1F && in.read() == 0x8B
                    ? new InvalidFileException(
                            file.toString(), "it's compressed, so it can't be mapped: unpack it with gunzip", e)
                    : e;
        }
    }

    /**
     * Maps a .npy file, see {@link dev.longhand.io.Npy}. It can't have Fortran order.
     *
     * @throws InvalidFileException if it isn't a .npy file of numbers, complete and no longer than its header says
     * @throws IOException if it can't be read
     */
    public static MappedArray npy(Path file) throws IOException {
        String name = file.toString();
        NpyHeader header;
        try (InputStream in = new BufferedInputStream(RegularFile.open(file))) {
            header = NpyHeader.read(in, name);
        }
        if (header.isFortranOrder() && header.dimensions().length > 1) {
            throw new InvalidFileException(
                    name,
                    "it has Fortran order, in which a row isn't in one place: save it with np.ascontiguousarray, or"
                            + " read it with Npy.read");
        }
        return map(file, header.type(), header.dimensions(), header.length(), header.order());
    }

    private static MappedArray map(Path file, NumberType type, int[] dimensions, int start, ByteOrder order)
            throws IOException {
        String name = file.toString();
        if (dimensions.length == 0 || dimensions[0] == 0) {
            throw new InvalidFileException(name, "it has no rows: an array to map has at least 1 dimension and 1 row");
        }
        long rowSize = 1;
        for (int i = 1; i < dimensions.length; i++) {
            rowSize *= dimensions[i];
            if (rowSize < 1 || rowSize > MOST_BYTES / type.bytes()) {
                throw new InvalidFileException(
                        name,
                        "its rows have 0 numbers or more than " + MOST_BYTES / type.bytes() + ", which can't be read");
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long rowBytes = rowSize * type.bytes();
            long expected = start + dimensions[0] * rowBytes;
            if (channel.size() != expected) {
                throw new InvalidFileException(
                        name,
                        "its header says that it has " + expected + " bytes, but it has " + channel.size()
                                + ": it's cut short, or longer than it should be");
            }
            int rows = (int) (MOST_BYTES / rowBytes);
            ByteBuffer[] parts = new ByteBuffer[(dimensions[0] - 1) / rows + 1];
            for (int i = 0; i < parts.length; i++) {
                long first = (long) i * rows;
                long count = Math.min(rows, dimensions[0] - first);
                parts[i] = channel.map(MapMode.READ_ONLY, start + first * rowBytes, count * rowBytes)
                        .order(order);
            }
            return new MappedArray(name, type, dimensions, (int) rowSize, parts);
        } catch (InvalidFileException e) {
            throw e;
        } catch (IOException e) {
            throw RegularFile.named(file, e);
        }
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** The type of the numbers. */
    public NumberType type() {
        return type;
    }

    /** The dimensions, outermost first. */
    public Shape shape() {
        return Shape.of(dimensions);
    }

    /** The number of rows: the first dimension. */
    public int rows() {
        return dimensions[0];
    }

    /** The numbers of a row: the product of the other dimensions. */
    public int rowSize() {
        return rowSize;
    }

    /**
     * Reads a row as floats.
     *
     * @param row from 0 to the number of rows − 1
     * @param target receives the numbers, from index {@code at} on
     * @throws IOException if the file has become shorter
     */
    public void read(int row, float[] target, int at) throws IOException {
        int part = row / rowsOfPart;
        try {
            type.read(parts[part], (row - part * rowsOfPart) * rowBytes, target, at, rowSize);
        } catch (InternalError e) {
            // Java's answer to a page of the file that isn't there any more.
            throw new IOException(file + ": it was shortened while it was being read", e);
        }
    }
}
