package dev.longhand.data;

import dev.longhand.io.InvalidFileException;
import dev.longhand.io.NumberType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The header of an IDX file, see {@link Idx}.
 *
 * @param type the type of the elements
 * @param dimensions the dimensions, outermost first, each at least 1
 */
@SuppressWarnings("ArrayRecordComponent")
record IdxHeader(NumberType type, int[] dimensions) {

    private static final int MAX_DIMENSIONS = 8;

    /** Reads a header from the begin of a stream. */
    static IdxHeader read(InputStream in, String name) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw new InvalidFileException(
                    name, "this is no IDX file: it doesn't begin with two zero bytes, type and number of dimensions");
        }
        NumberType type = type(magic[2], name);
        int rank = magic[3] & 0xFF;
        if (rank < 1 || rank > MAX_DIMENSIONS) {
            throw new InvalidFileException(
                    name, "it says it has " + rank + " dimensions; 1 to " + MAX_DIMENSIONS + " can be read");
        }
        byte[] bytes = in.readNBytes(Integer.BYTES * rank);
        if (bytes.length < Integer.BYTES * rank) {
            throw new InvalidFileException(name, "it ends before its " + rank + " dimensions do");
        }
        int[] dimensions = new int[rank];
        ByteBuffer.wrap(bytes).asIntBuffer().get(dimensions);
        long size = 1;
        for (int i = 0; i < rank; i++) {
            // So the number of bytes is below 2⁶³.
            if (dimensions[i] <= 0 || size > Long.MAX_VALUE / Double.BYTES / dimensions[i]) {
                throw new InvalidFileException(
                        name,
                        "dimension " + i + " is " + Integer.toUnsignedString(dimensions[i])
                                + ", which makes an array empty or larger than Java can hold");
            }
            size *= dimensions[i];
        }
        return new IdxHeader(type, dimensions);
    }

    private static NumberType type(byte code, String name) throws InvalidFileException {
        return switch (code) {
            case 0x08 -> NumberType.UNSIGNED_BYTE;
            case 0x09 -> NumberType.BYTE;
            case 0x0B -> NumberType.SHORT;
            case 0x0C -> NumberType.INT;
            case 0x0D -> NumberType.FLOAT;
            case 0x0E -> NumberType.DOUBLE;
            default ->
                throw new InvalidFileException(
                        name, "its elements have type 0x%02x; 0x08, 0x09 and 0x0b to 0x0e can be read".formatted(code));
        };
    }

    /** The number of elements. */
    long size() {
        long size = 1;
        for (int dimension : dimensions) {
            size *= dimension;
        }
        return size;
    }

    /** The bytes of the header. */
    int length() {
        return Integer.BYTES * (1 + dimensions.length);
    }
}
