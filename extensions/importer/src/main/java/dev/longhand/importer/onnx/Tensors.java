package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.longhand.file.RegularFile;
import dev.longhand.io.NumberType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads tensors: numbers of any type, in the file or in another beside it. */
final class Tensors {

    static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
    static final int BOOLEAN = TensorProto.DataType.BOOL_VALUE;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Tensors() {}

    /** Whether a type has fractions. */
    static boolean isFloating(long type) {
        return type == FLOAT
                || type == TensorProto.DataType.DOUBLE_VALUE
                || type == TensorProto.DataType.FLOAT16_VALUE
                || type == TensorProto.DataType.BFLOAT16_VALUE;
    }

    /** Whether a type is that of whole numbers. */
    static boolean isWhole(long type) {
        return type == TensorProto.DataType.INT64_VALUE
                || type == TensorProto.DataType.INT32_VALUE
                || type == TensorProto.DataType.INT16_VALUE
                || type == TensorProto.DataType.INT8_VALUE
                || type == TensorProto.DataType.UINT8_VALUE
                || type == TensorProto.DataType.UINT16_VALUE
                || type == TensorProto.DataType.UINT32_VALUE;
    }

    /** A tensor of an attribute, which can't be in another file. */
    static Constant inline(TensorProto tensor) throws UnexpressibleException {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            throw new UnexpressibleException("its numbers are in another file");
        }
        return read(tensor, tensor.getRawData().asReadOnlyByteBuffer());
    }

    /**
     * A tensor of a file.
     *
     * @param file the file, beside which others with numbers are
     */
    static Constant read(TensorProto tensor, Path file) throws IOException, UnexpressibleException {
        if (tensor.getDataLocation() != TensorProto.DataLocation.EXTERNAL) {
            return read(tensor, tensor.getRawData().asReadOnlyByteBuffer());
        }
        Map<String, String> external = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            external.put(entry.getKey(), entry.getValue());
        }
        long bytes = (long) count(tensor) * bytes(tensor);
        long offset = number(external, "offset", 0);
        if (number(external, "length", bytes) != bytes || offset < 0 || bytes > LARGEST) {
            throw new UnexpressibleException("it needs " + bytes + " bytes of another file, but says it has "
                    + number(external, "length", bytes) + " from " + offset + " on");
        }
        Path other = beside(file, external.getOrDefault("location", ""));
        ByteBuffer buffer = readExternal(other, offset, (int) bytes);
        return read(tensor, buffer);
    }

    private static ByteBuffer readExternal(Path other, long offset, int bytes)
            throws IOException, UnexpressibleException {
        try (SeekableByteChannel channel = RegularFile.openChannel(other)) {
            if (channel.size() < offset + bytes) {
                throw new UnexpressibleException("it needs " + bytes + " bytes from " + offset + " on of "
                        + other.getFileName() + ", which has " + channel.size());
            }
            ByteBuffer buffer = ByteBuffer.allocate(bytes);
            channel.position(offset);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException(other + " became shorter while it was read");
                }
            }
            return buffer.flip();
        }
    }

    private static long number(Map<String, String> external, String key, long ifMissing) throws UnexpressibleException {
        try {
            return external.containsKey(key) ? Long.parseLong(external.get(key)) : ifMissing;
        } catch (NumberFormatException e) {
            throw new UnexpressibleException("the " + key + " of its numbers in another file isn't a number");
        }
    }

    /** A file in the folder of the model, or below it. */
    private static Path beside(Path file, String location) throws UnexpressibleException {
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            Path other = folder == null
                    ? Path.of(location)
                    : folder.resolve(location).normalize();
            if (folder != null && !location.isEmpty() && !Path.of(location).isAbsolute() && other.startsWith(folder)) {
                return other;
            }
        } catch (InvalidPathException e) {
            // No name of a file at all.
        }
        throw new UnexpressibleException(
                "its numbers are in the file \"" + location + "\", which isn't in the folder of the model");
    }

    private static int count(TensorProto tensor) throws UnexpressibleException {
        long count = 1;
        for (long dimension : tensor.getDimsList()) {
            if (dimension < 0 || dimension > LARGEST || count * dimension > LARGEST) {
                throw new UnexpressibleException("its dimensions " + tensor.getDimsList() + " are too large");
            }
            count *= dimension;
        }
        return (int) count;
    }

    private static int[] dimensions(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToInt(Long::intValue).toArray();
    }

    private static NumberType type(TensorProto tensor) throws UnexpressibleException {
        return switch (tensor.getDataType()) {
            case TensorProto.DataType.FLOAT_VALUE -> NumberType.FLOAT;
            case TensorProto.DataType.DOUBLE_VALUE -> NumberType.DOUBLE;
            case TensorProto.DataType.FLOAT16_VALUE -> NumberType.HALF;
            case TensorProto.DataType.BOOL_VALUE -> NumberType.BOOLEAN;
            case TensorProto.DataType.INT8_VALUE -> NumberType.BYTE;
            case TensorProto.DataType.UINT8_VALUE -> NumberType.UNSIGNED_BYTE;
            case TensorProto.DataType.INT16_VALUE -> NumberType.SHORT;
            case TensorProto.DataType.UINT16_VALUE -> NumberType.UNSIGNED_SHORT;
            case TensorProto.DataType.INT32_VALUE -> NumberType.INT;
            case TensorProto.DataType.UINT32_VALUE -> NumberType.UNSIGNED_INT;
            case TensorProto.DataType.INT64_VALUE -> NumberType.LONG;
            default ->
                throw new UnexpressibleException("its numbers are of type "
                        + TensorProto.DataType.forNumber(tensor.getDataType()) + ", which isn't read");
        };
    }

    private static boolean isShortFloat(TensorProto tensor) {
        return tensor.getDataType() == TensorProto.DataType.BFLOAT16_VALUE;
    }

    private static int bytes(TensorProto tensor) throws UnexpressibleException {
        return isShortFloat(tensor) ? 2 : type(tensor).bytes();
    }

    private static Constant read(TensorProto tensor, ByteBuffer raw) throws UnexpressibleException {
        int count = count(tensor);
        int bytes = bytes(tensor);
        int[] dimensions = dimensions(tensor);
        if (count > 0 && !raw.hasRemaining()) {
            return listed(tensor, count, dimensions);
        }
        if (raw.remaining() != (long) count * bytes) {
            throw new UnexpressibleException("its dimensions " + tensor.getDimsList() + " make " + (long) count * bytes
                    + " bytes, but it has " + raw.remaining());
        }
        ByteBuffer buffer = raw.order(ByteOrder.LITTLE_ENDIAN);
        int begin = buffer.position();
        if (isShortFloat(tensor)) {
            float[] numbers = new float[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = Float.intBitsToFloat(buffer.getShort(begin + 2 * i) << 16);
            }
            return Constant.of(numbers, dimensions);
        }
        if (tensor.getDataType() == TensorProto.DataType.INT64_VALUE) {
            long[] wholes = new long[count];
            for (int i = 0; i < count; i++) {
                wholes[i] = buffer.getLong(begin + Long.BYTES * i);
            }
            return Constant.of(wholes, dimensions);
        }
        float[] numbers = new float[count];
        type(tensor).read(buffer, begin, numbers, 0, count);
        return isFloating(tensor.getDataType()) ? Constant.of(numbers, dimensions) : whole(numbers, dimensions);
    }

    private static Constant whole(float[] numbers, int[] dimensions) {
        long[] wholes = new long[numbers.length];
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = (long) numbers[i];
        }
        return Constant.of(wholes, dimensions);
    }

    /** Numbers that aren't raw bytes: in the list for their type. */
    private static Constant listed(TensorProto tensor, int count, int[] dimensions) throws UnexpressibleException {
        int type = tensor.getDataType();
        int listed = switch (type) {
            case TensorProto.DataType.FLOAT_VALUE -> tensor.getFloatDataCount();
            case TensorProto.DataType.DOUBLE_VALUE -> tensor.getDoubleDataCount();
            case TensorProto.DataType.INT64_VALUE -> tensor.getInt64DataCount();
            case TensorProto.DataType.UINT32_VALUE -> tensor.getUint64DataCount();
            default -> tensor.getInt32DataCount();
        };
        if (listed != count) {
            throw new UnexpressibleException(
                    "its dimensions " + tensor.getDimsList() + " make " + count + " numbers, but it has " + listed);
        }
        float[] numbers = new float[isFloating(type) ? count : 0];
        long[] wholes = new long[isFloating(type) ? 0 : count];
        ByteBuffer half = ByteBuffer.allocate(2);
        for (int i = 0; i < count; i++) {
            switch (type) {
                case TensorProto.DataType.FLOAT_VALUE -> numbers[i] = tensor.getFloatData(i);
                case TensorProto.DataType.DOUBLE_VALUE -> numbers[i] = (float) tensor.getDoubleData(i);
                case TensorProto.DataType.INT64_VALUE -> wholes[i] = tensor.getInt64Data(i);
                case TensorProto.DataType.UINT32_VALUE -> wholes[i] = tensor.getUint64Data(i);
                case TensorProto.DataType.BFLOAT16_VALUE ->
                    numbers[i] = Float.intBitsToFloat(tensor.getInt32Data(i) << 16);
                case TensorProto.DataType.FLOAT16_VALUE ->
                    NumberType.HALF.read(half.putShort(0, (short) tensor.getInt32Data(i)), 0, numbers, i, 1);
                default -> wholes[i] = tensor.getInt32Data(i);
            }
        }
        return isFloating(type) ? Constant.of(numbers, dimensions) : Constant.of(wholes, dimensions);
    }
}
