package dev.longhand.io;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.model.StateInfo;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A model's parameters and state in a <a href="https://github.com/huggingface/safetensors">safetensors</a> file,
 * which Python's libraries read and write too.
 *
 * <p>One tensor for each array, named layer, dot, array: {@code hidden.weight}, {@code hidden.bias}, {@code
 * norm.runningMean}; type F32; dense weights [in][out], so {@code layer.weight.T.contiguous()} of a PyTorch
 * {@code Linear}.
 */
public final class Weights {

    /** The format's own limit. */
    private static final long MAX_HEADER = 100_000_000;

    private static final int LENGTH_BYTES = 8;
    private static final int BLOCK = 1 << 16;

    private Weights() {}

    /**
     * Writes a model's parameters and state. The file is written as a whole or not at all: to a temporary file in
     * the same folder, forced to the disk and renamed.
     *
     * @throws IOException if it can't be written; a file that was there is kept then
     */
    public static void save(Model model, Path file) throws IOException {
        ModelInfo info = model.info();
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        float[] values = model.parameters().copy();
        ByteBuffer data = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        slots(info).forEach((name, slot) -> {
            long begin = data.position();
            for (int i = 0; i < slot.size(); i++) {
                data.putFloat(values[slot.offset() + i]);
            }
            tensors.put(name, new TensorEntry(name, "F32", shape(slot), begin, data.position()));
        });
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "longhand");
        metadata.put("layout", "dense [in][out]");
        metadata.put("network", info.name());
        byte[] header = new SafetensorsHeader(metadata, tensors).write();
        ByteBuffer length =
                ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length);
        AtomicFile.write(file, length.flip(), ByteBuffer.wrap(header), data.flip());
    }

    /**
     * Replaces a model's parameters and state by those of a file, after checking it completely.
     *
     * @throws InvalidFileException if it isn't a safetensors file with exactly this network's tensors,
     *     each of them finite numbers; the model is unchanged then
     * @throws IOException if it can't be read; the model is unchanged then
     * @throws IllegalStateException if the model is being trained
     */
    public static void load(Model model, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            load(model, channel, file.toString());
        }
    }

    /** Loads from a channel; {@code file} is its name in messages. */
    static void load(Model model, SeekableByteChannel channel, String file) throws IOException {
        float[] loaded;
        try {
            loaded = read(channel, model.info(), file);
        } catch (EOFException e) {
            throw new InvalidFileException(file, "it became shorter while it was read", e);
        }
        try (TrainingClaim claim = model.parameters().claimForTraining()) {
            model.parameters().set(loaded);
        }
    }

    private static float[] read(SeekableByteChannel channel, ModelInfo info, String file) throws IOException {
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw new InvalidFileException(file, "it holds " + size + " bytes, too few for a safetensors file");
        }
        long headerSize = readFully(channel, 0, LENGTH_BYTES).getLong();
        long available = Math.min(size - LENGTH_BYTES, MAX_HEADER);
        if (headerSize < 2 || headerSize > available) {
            throw new InvalidFileException(
                    file,
                    "it says that its header has " + Long.toUnsignedString(headerSize)
                            + " bytes, but in a safetensors file of " + size + " bytes it has 2 to " + available);
        }
        long dataStart = LENGTH_BYTES + headerSize;
        SafetensorsHeader header = SafetensorsHeader.read(
                readFully(channel, LENGTH_BYTES, (int) headerSize).array(), size - dataStart, file);
        SortedMap<String, TensorSlot> slots = slots(info);
        checkTensors(header, slots, info, file);
        float[] values = new float[info.parameterCount() + info.stateCount()];
        for (Map.Entry<String, TensorSlot> entry : slots.entrySet()) {
            TensorSlot slot = entry.getValue();
            TensorEntry tensor = header.tensors().get(entry.getKey());
            if (tensor != null) {
                readFloats(channel, dataStart + tensor.begin(), values, slot.offset(), slot.size());
                checkFinite(values, slot, tensor, file);
            }
        }
        return values;
    }

    private static void checkTensors(
            SafetensorsHeader header, SortedMap<String, TensorSlot> slots, ModelInfo info, String file)
            throws InvalidFileException {
        Set<String> missing = new TreeSet<>(slots.keySet());
        missing.removeAll(header.tensors().keySet());
        Set<String> unknown = new TreeSet<>(header.tensors().keySet());
        unknown.removeAll(slots.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new InvalidFileException(
                    file,
                    "it isn't of the network " + info.name() + ":"
                            + (missing.isEmpty() ? "" : " it lacks " + listed(missing))
                            + (missing.isEmpty() || unknown.isEmpty() ? "" : " and")
                            + (unknown.isEmpty() ? "" : " it has " + listed(unknown) + ", which the network hasn't"));
        }
        for (TensorEntry tensor : header.tensors().values()) {
            TensorSlot slot = slots.get(tensor.name());
            if (slot == null) {
                continue;
            }
            if (!tensor.dtype().equals("F32")) {
                throw new InvalidFileException(
                        file,
                        "tensor \"" + tensor.name() + "\" has type " + tensor.dtype()
                                + ", but parameters are F32: convert it before saving");
            }
            List<Long> expected = shape(slot);
            if (!tensor.shape().equals(expected)) {
                throw new InvalidFileException(
                        file,
                        "tensor \"" + tensor.name() + "\" has shape " + tensor.shape()
                                + ", but in " + info.name() + " it's " + expected
                                + (isTransposed(tensor.shape(), expected)
                                        ? ": save it transposed, weight.T.contiguous()"
                                        : ""));
            }
            if (tensor.end() - tensor.begin() != (long) slot.size() * Float.BYTES) {
                throw new InvalidFileException(
                        file,
                        "tensor \"" + tensor.name() + "\" of shape " + tensor.shape()
                                + " has " + (tensor.end() - tensor.begin()) + " bytes instead of "
                                + (long) slot.size() * Float.BYTES);
            }
        }
    }

    private static void checkFinite(float[] values, TensorSlot slot, TensorEntry tensor, String file)
            throws InvalidFileException {
        for (int i = 0; i < slot.size(); i++) {
            float value = values[slot.offset() + i];
            if (!Float.isFinite(value)) {
                throw new InvalidFileException(
                        file,
                        "tensor \"" + tensor.name() + "\" holds " + value + " at " + index(i, tensor.shape())
                                + ", counted from 0: a network can't compute with it");
            }
        }
    }

    /** The indices of element {@code i} of a tensor: {@code [2, 5]}. */
    private static List<Long> index(long i, List<Long> shape) {
        Long[] index = new Long[shape.size()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = i % shape.get(axis);
            i /= shape.get(axis);
        }
        return List.of(index);
    }

    private static boolean isTransposed(List<Long> shape, List<Long> expected) {
        return shape.size() == 2
                && expected.size() == 2
                && shape.get(0).equals(expected.get(1))
                && shape.get(1).equals(expected.get(0));
    }

    /** The names in quotes, the first few of many. */
    private static String listed(Set<String> names) {
        int shown = 5;
        String list = "\"" + String.join("\", \"", names.stream().limit(shown).toList()) + "\"";
        return names.size() <= shown ? list : list + " and " + (names.size() - shown) + " more";
    }

    /** The position of a tensor's numbers in {@link Parameters#copy}. */
    private record TensorSlot(Shape shape, int offset) {

        int size() {
            return shape.size();
        }
    }

    private static SortedMap<String, TensorSlot> slots(ModelInfo info) {
        SortedMap<String, TensorSlot> slots = new TreeMap<>();
        for (LayerInfo layer : info.layers()) {
            for (ParameterInfo array : layer.parameters()) {
                slots.put(layer.name() + "." + array.name(), new TensorSlot(array.shape(), array.offset()));
            }
            for (StateInfo array : layer.state()) {
                int offset = info.parameterCount() + array.offset();
                slots.put(layer.name() + "." + array.name(), new TensorSlot(array.shape(), offset));
            }
        }
        return slots;
    }

    private static List<Long> shape(TensorSlot slot) {
        return slot.shape().dimensions().stream().map(Integer::longValue).toList();
    }

    private static void readFloats(SeekableByteChannel channel, long position, float[] values, int offset, int count)
            throws IOException {
        for (int done = 0; done < count; done += BLOCK / Float.BYTES) {
            int n = Math.min(BLOCK / Float.BYTES, count - done);
            readFully(channel, position + (long) done * Float.BYTES, n * Float.BYTES)
                    .asFloatBuffer()
                    .get(values, offset + done, n);
        }
    }

    private static ByteBuffer readFully(SeekableByteChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }
}
