package dev.longhand.io;

import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsChecksum;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;

/** The bytes of a safetensors file: reads its header, and the numbers of its tensors as floats. */
final class TensorChannel {

    /** The types of tensors that are read as parameters. */
    private static final Map<String, NumberType> TYPES = Map.of(
            "F32", NumberType.FLOAT,
            "F16", NumberType.HALF,
            "BF16", NumberType.BFLOAT16,
            "F64", NumberType.DOUBLE);

    /** The format's own limit. */
    private static final long MAX_HEADER = 100_000_000;

    static final int LENGTH_BYTES = 8;
    private static final int BLOCK = 1 << 16;

    private final SeekableByteChannel channel;
    private final String file;
    private long dataStart;

    /**
     * A channel.
     *
     * @param file the name in messages
     */
    TensorChannel(SeekableByteChannel channel, String file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * Reads the header.
     *
     * @param most the bytes that it may have
     * @param ofWhom whose header may have as many, as a part of a sentence
     */
    SafetensorsHeader readHeader(long most, String ofWhom) throws IOException, MalformedFileException {
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw invalid("it holds " + size + " bytes, too few for a safetensors file");
        }
        long headerSize = readFully(0, LENGTH_BYTES).getLong();
        boolean isLength = headerSize >= 2 && headerSize <= MAX_HEADER;
        if (!isLength || (size > LENGTH_BYTES && readFully(LENGTH_BYTES, 1).get() != '{')) {
            throw invalid(SafetensorsHeader.NO_SAFETENSORS);
        }
        if (headerSize > size - LENGTH_BYTES) {
            throw invalid("it's cut short: its header has " + headerSize + " bytes, but only " + (size - LENGTH_BYTES)
                    + " follow");
        }
        if (headerSize > most) {
            throw invalid("its header has " + headerSize + " bytes, but " + ofWhom + " at most " + most
                    + ": is it of another network?");
        }
        dataStart = LENGTH_BYTES + headerSize;
        return SafetensorsHeader.read(readFully(LENGTH_BYTES, (int) headerSize).array(), size - dataStart);
    }

    /** The type of a tensor's numbers. */
    NumberType type(TensorEntry tensor) throws InvalidFileException {
        NumberType type = TYPES.get(tensor.dtype());
        if (type == null) {
            throw invalid("tensor \"" + tensor.name() + "\" has type " + tensor.dtype()
                    + ", but parameters are read from F32, F16, BF16 and F64: convert it before saving");
        }
        return type;
    }

    /** The first {@code count} numbers of a tensor, doubles rounded to the nearest float; {@code checksum} gets their bytes. */
    float[] read(TensorEntry tensor, int count, WeightsChecksum checksum) throws IOException {
        NumberType type = type(tensor);
        float[] values = new float[count];
        int block = BLOCK / type.bytes();
        for (int done = 0; done < count; done += block) {
            int n = Math.min(block, count - done);
            ByteBuffer bytes = readFully(dataStart + tensor.begin() + (long) done * type.bytes(), n * type.bytes());
            checksum.add(bytes);
            type.read(bytes, 0, values, done, n);
        }
        return values;
    }

    /** Gives {@code checksum} the bytes of a tensor that isn't loaded. */
    void skip(TensorEntry tensor, WeightsChecksum checksum) throws IOException {
        for (long done = tensor.begin(); done < tensor.end(); done += BLOCK) {
            checksum.add(readFully(dataStart + done, (int) Math.min(BLOCK, tensor.end() - done)));
        }
    }

    /** A number of a tensor as the file has it. */
    double number(TensorEntry tensor, int index) throws IOException {
        NumberType type = type(tensor);
        ByteBuffer bytes = readFully(dataStart + tensor.begin() + (long) index * type.bytes(), type.bytes());
        if (type == NumberType.DOUBLE) {
            return bytes.getDouble(0);
        }
        float[] value = new float[1];
        type.read(bytes, 0, value, 0, 1);
        return value[0];
    }

    private ByteBuffer readFully(long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(file, reason);
    }
}
