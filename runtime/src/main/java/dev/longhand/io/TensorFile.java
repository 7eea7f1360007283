package dev.longhand.io;

import dev.longhand.file.RegularFile;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Named arrays and texts in a <a href="https://github.com/huggingface/safetensors">safetensors</a> file with a checksum,
 * as checkpoints are. Each array is a tensor of one dimension, of type F32 or F64; texts are the file's metadata. The
 * last tensor, {@code checksum}, of type U32, is the CRC-32C of all bytes before it.
 *
 * @param texts by name
 * @param arrays arrays of floats by name
 * @param numbers arrays of doubles by name, which no array of floats shares
 */
public record TensorFile(Map<String, String> texts, Map<String, float[]> arrays, Map<String, double[]> numbers) {

    private static final String CHECKSUM = "checksum";
    private static final int LENGTH_BYTES = 8;
    private static final int BLOCK = 1 << 16;

    /** The most bytes of a header. */
    private static final long MAX_HEADER = 1 << 24;

    public TensorFile {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /**
     * Writes the file as a whole or not at all, forced to the disk, also if the thread is interrupted; see {@link
     * Weights#save}.
     *
     * @throws IOException if it can't be written; a file that was there is kept then
     */
    public void write(Path file) throws IOException {
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        long end = 0;
        for (Map.Entry<String, double[]> array : numbers.entrySet()) {
            end = add(tensors, array.getKey(), "F64", array.getValue().length, end);
        }
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            end = add(tensors, array.getKey(), "F32", array.getValue().length, end);
        }
        add(tensors, CHECKSUM, "U32", 1, end);
        byte[] header = new SafetensorsHeader(texts, tensors).write();
        if (header.length > MAX_HEADER) {
            throw new IOException("its texts and names would be " + header.length + " bytes, but at most " + MAX_HEADER
                    + " could be read again");
        }
        AtomicFile.write(file, channel -> {
            Output output = new Output(channel);
            output.block.putLong(header.length);
            output.flush();
            output.write(ByteBuffer.wrap(header));
            for (double[] array : numbers.values()) {
                output.write(array);
            }
            for (float[] array : arrays.values()) {
                output.write(array);
            }
            output.block.putInt((int) output.checksum.getValue());
            output.flush();
        });
    }

    private static long add(Map<String, TensorEntry> tensors, String name, String type, int size, long begin) {
        long end = begin + (long) size * bytesOf(type);
        if (tensors.put(name, new TensorEntry(name, type, List.of((long) size), begin, end)) != null) {
            throw new IllegalArgumentException("two arrays have the name \"" + name + "\"");
        }
        return end;
    }

    private static int bytesOf(String type) {
        return type.equals("F64") ? Double.BYTES : Float.BYTES;
    }

    /** Writes to a channel and sums up what it writes. */
    private static final class Output {

        private final WritableByteChannel channel;
        private final CRC32C checksum = new CRC32C();
        private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

        Output(WritableByteChannel channel) {
            this.channel = channel;
        }

        void write(double[] array) throws IOException {
            for (int count, done = 0; done < array.length; done += count) {
                count = Math.min(BLOCK / Double.BYTES, array.length - done);
                block.asDoubleBuffer().put(array, done, count);
                block.position(count * Double.BYTES);
                flush();
            }
        }

        void write(float[] array) throws IOException {
            for (int count, done = 0; done < array.length; done += count) {
                count = Math.min(BLOCK / Float.BYTES, array.length - done);
                block.asFloatBuffer().put(array, done, count);
                block.position(count * Float.BYTES);
                flush();
            }
        }

        void flush() throws IOException {
            write(block.flip());
            block.clear();
        }

        void write(ByteBuffer bytes) throws IOException {
            checksum.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Reads a file, which isn't trusted.
     *
     * @param maxBytes the most bytes that it may have
     * @throws InvalidFileException if it isn't such a file, its checksum is wrong, or it's larger
     * @throws IOException if it can't be read
     */
    public static TensorFile read(Path file, long maxBytes) throws IOException {
        List<TensorFile> read = new ArrayList<>();
        try {
            Uninterrupted.run(() -> {
                read.clear();
                try (SeekableByteChannel channel = RegularFile.openChannel(file)) {
                    read.add(new Input(channel, file.toString()).read(maxBytes));
                }
            });
        } catch (InvalidFileException e) {
            throw e;
        } catch (EOFException e) {
            throw new InvalidFileException(file.toString(), "it became shorter while it was read", e);
        } catch (IOException e) {
            throw RegularFile.named(file, e);
        }
        return read.get(0);
    }

    /** Reads from a channel. */
    private static final class Input {

        private final SeekableByteChannel channel;
        private final String file;
        private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);

        Input(SeekableByteChannel channel, String file) {
            this.channel = channel;
            this.file = file;
        }

        TensorFile read(long maxBytes) throws IOException {
            long size = channel.size();
            if (size < LENGTH_BYTES + 2 + Integer.BYTES) {
                throw invalid("it holds " + size + " bytes, too few for a checkpoint");
            }
            if (size > maxBytes) {
                throw invalid("it holds " + size + " bytes, more than the " + maxBytes + " that are expected at most");
            }
            requireChecksum(size);
            long headerSize = fill(0, LENGTH_BYTES).getLong();
            if (headerSize < 2 || headerSize > Math.min(MAX_HEADER, size - LENGTH_BYTES)) {
                throw invalid("its header has " + headerSize + " bytes, which can't be");
            }
            byte[] json = new byte[(int) headerSize];
            channel.position(LENGTH_BYTES);
            ByteBuffer buffer = ByteBuffer.wrap(json);
            while (buffer.hasRemaining()) {
                readSome(buffer);
            }
            long dataStart = LENGTH_BYTES + headerSize;
            SafetensorsHeader header = header(json, size - dataStart);
            Map<String, float[]> arrays = new LinkedHashMap<>();
            Map<String, double[]> numbers = new LinkedHashMap<>();
            for (TensorEntry tensor : header.tensors().values()) {
                long begin = dataStart + tensor.begin();
                if (tensor.dtype().equals("F64")) {
                    numbers.put(tensor.name(), readDoubles(begin, sizeOf(tensor)));
                } else if (tensor.dtype().equals("F32")) {
                    arrays.put(tensor.name(), readFloats(begin, sizeOf(tensor)));
                } else if (!tensor.name().equals(CHECKSUM)) {
                    throw invalid("tensor \"" + tensor.name() + "\" has type " + tensor.dtype() + ", not F32 or F64");
                }
            }
            return new TensorFile(header.metadata(), arrays, numbers);
        }

        private SafetensorsHeader header(byte[] json, long dataSize) throws InvalidFileException {
            try {
                return SafetensorsHeader.read(json, dataSize);
            } catch (MalformedFileException e) {
                throw new InvalidFileException(file, e.reason(), e);
            }
        }

        private void requireChecksum(long size) throws IOException {
            CRC32C checksum = new CRC32C();
            long end = size - Integer.BYTES;
            for (long count, done = 0; done < end; done += count) {
                count = Math.min(BLOCK, end - done);
                checksum.update(fill(done, (int) count));
            }
            int stored = fill(end, Integer.BYTES).getInt();
            if (stored != (int) checksum.getValue()) {
                throw invalid("it's damaged: its checksum should be %08x, but its bytes give %08x"
                        .formatted(stored, (int) checksum.getValue()));
            }
        }

        private int sizeOf(TensorEntry tensor) throws InvalidFileException {
            long bytes = tensor.end() - tensor.begin();
            long size = bytes / bytesOf(tensor.dtype());
            if (!tensor.shape().equals(List.of(size)) || size > Integer.MAX_VALUE - 8) {
                throw invalid("tensor \"" + tensor.name() + "\" has shape " + tensor.shape() + ", but " + bytes
                        + " bytes of type " + tensor.dtype());
            }
            return (int) size;
        }

        private double[] readDoubles(long begin, int size) throws IOException {
            double[] array = new double[size];
            for (int count, done = 0; done < size; done += count) {
                count = Math.min(BLOCK / Double.BYTES, size - done);
                fill(begin + (long) done * Double.BYTES, count * Double.BYTES)
                        .asDoubleBuffer()
                        .get(array, done, count);
            }
            return array;
        }

        private float[] readFloats(long begin, int size) throws IOException {
            float[] array = new float[size];
            for (int count, done = 0; done < size; done += count) {
                count = Math.min(BLOCK / Float.BYTES, size - done);
                fill(begin + (long) done * Float.BYTES, count * Float.BYTES)
                        .asFloatBuffer()
                        .get(array, done, count);
            }
            return array;
        }

        /** The block, filled with these bytes. */
        private ByteBuffer fill(long position, int count) throws IOException {
            channel.position(position);
            block.clear().limit(count);
            while (block.hasRemaining()) {
                readSome(block);
            }
            return block.flip();
        }

        private void readSome(ByteBuffer buffer) throws IOException {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }

        private InvalidFileException invalid(String reason) {
            return new InvalidFileException(file, reason);
        }
    }
}
