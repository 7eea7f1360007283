package dev.longhand.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * The header of a .npy file, version 1.0, 2.0 or 3.0: the bytes {@code \x93NUMPY}, the version as two bytes, the length
 * of the text that follows, in two bytes or from version 2.0 on in four, the lowest first, and this text, a Python
 * dictionary of type, order and shape, which ends in a line break.
 *
 * @param type the type of the numbers
 * @param order the order of their bytes
 * @param isFortranOrder whether the first index is the fastest, instead of the last
 * @param dimensions the dimensions, outermost first; each at least 0, their product below 2⁶³
 * @param length the bytes of the header
 */
@SuppressWarnings("ArrayRecordComponent")
public record NpyHeader(NumberType type, ByteOrder order, boolean isFortranOrder, int[] dimensions, int length) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** More than any header of numbers has; NumPy's own limit is 10,000. */
    private static final int LONGEST = 1 << 16;

    /** NumPy's limit of dimensions. */
    private static final int MOST_DIMENSIONS = 64;

    private static final int ALIGNMENT = 64;

    private static final Map<String, NumberType> TYPES = Map.ofEntries(
            Map.entry("b1", NumberType.BOOLEAN),
            Map.entry("u1", NumberType.UNSIGNED_BYTE),
            Map.entry("i1", NumberType.BYTE),
            Map.entry("u2", NumberType.UNSIGNED_SHORT),
            Map.entry("i2", NumberType.SHORT),
            Map.entry("u4", NumberType.UNSIGNED_INT),
            Map.entry("i4", NumberType.INT),
            Map.entry("u8", NumberType.UNSIGNED_LONG),
            Map.entry("i8", NumberType.LONG),
            Map.entry("f2", NumberType.HALF),
            Map.entry("f4", NumberType.FLOAT),
            Map.entry("f8", NumberType.DOUBLE));

    /**
     * Reads a header from the begin of a stream.
     *
     * @param name the file's name in messages
     * @throws InvalidFileException if it isn't one, or of numbers of another type
     */
    public static NpyHeader read(InputStream in, String name) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(MAGIC, 0, MAGIC.length, start, 0, MAGIC.length)) {
            throw new InvalidFileException(name, "this is no .npy file: it doesn't begin with \\x93NUMPY");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
            throw new InvalidFileException(
                    name,
                    "it has version " + version + "." + start[MAGIC.length + 1]
                            + " of the .npy format; 1.0, 2.0 and 3.0 can be read");
        }
        byte[] length = in.readNBytes(version == 1 ? 2 : 4);
        long size = 0;
        for (int i = length.length - 1; i >= 0; i--) {
            size = size << 8 | length[i] & 0xFF;
        }
        if (size > LONGEST) {
            throw new InvalidFileException(
                    name, "its header has " + size + " bytes, but one of numbers has at most " + LONGEST);
        }
        byte[] text = in.readNBytes((int) size);
        if (length.length < (version == 1 ? 2 : 4) || text.length < size) {
            throw new InvalidFileException(name, "it ends before its header does");
        }
        NpyDictionary dictionary = NpyDictionary.parse(
                new String(text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1), name);
        return new NpyHeader(
                type(dictionary.descr(), name),
                dictionary.descr().startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                dictionary.isFortranOrder(),
                dimensions(dictionary.shape(), name),
                start.length + length.length + text.length);
    }

    private static NumberType type(String descr, String name) throws InvalidFileException {
        NumberType type = descr.isEmpty() ? null : TYPES.get(descr.substring(1));
        boolean hasOrder = type != null && (type.bytes() == 1 ? "|<>=" : "<>=").indexOf(descr.charAt(0)) >= 0;
        if (type == null || !hasOrder) {
            throw new InvalidFileException(
                    name,
                    "its elements have type '" + descr + "'; numbers can be read: b1, u1 to u8, i1 to i8, f2, f4 and"
                            + " f8, so save it with astype('float32')");
        }
        return type;
    }

    private static int[] dimensions(long[] shape, String name) throws InvalidFileException {
        if (shape.length > MOST_DIMENSIONS) {
            throw new InvalidFileException(
                    name, "it has " + shape.length + " dimensions; up to " + MOST_DIMENSIONS + " can be read");
        }
        int[] dimensions = new int[shape.length];
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            boolean isTooLarge = shape[i] > Integer.MAX_VALUE || (shape[i] > 0 && size > Long.MAX_VALUE / shape[i]);
            if (shape[i] < 0 || isTooLarge) {
                throw new InvalidFileException(
                        name,
                        "its shape " + Arrays.toString(shape)
                                + (isTooLarge ? " is too large" : " has a negative size"));
            }
            dimensions[i] = (int) shape[i];
            // A dimension of 0 doesn't let the others grow beyond bounds.
            size *= Math.max(1, shape[i]);
        }
        return dimensions;
    }

    /** The number of elements. */
    public long size() {
        long size = 1;
        for (int dimension : dimensions) {
            size *= dimension;
        }
        return size;
    }

    /** The header, of version 1.0, of floats with the lowest byte first and the last index fastest. */
    static byte[] ofFloats(int[] dimensions) {
        StringBuilder shape = new StringBuilder();
        for (int dimension : dimensions) {
            shape.append(dimension).append(dimensions.length == 1 ? "," : ", ");
        }
        if (dimensions.length > 1) {
            shape.setLength(shape.length() - 2);
        }
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int before = MAGIC.length + 4;
        int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
        byte[] body = (text + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] header = Arrays.copyOf(MAGIC, before + body.length);
        header[MAGIC.length] = 1;
        header[MAGIC.length + 2] = (byte) body.length;
        header[MAGIC.length + 3] = (byte) (body.length >> 8);
        System.arraycopy(body, 0, header, before, body.length);
        return header;
    }
}
