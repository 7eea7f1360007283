package dev.longhand.io;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsChecksum;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the parameters and the state of one network from a safetensors file, and checks all of it. */
final class WeightsReader {

    /** The format's own limit. */
    private static final long MAX_HEADER = 100_000_000;

    /** The bytes of a header that every file may have, for its metadata. */
    static final int METADATA = 1 << 20;

    /** The bytes of a header that each tensor may have beside its name. */
    private static final long ENTRY = 300;

    /** The bytes of an escaped character. */
    private static final long CHARACTER = 6;

    private static final int LENGTH_BYTES = 8;
    private static final int BLOCK = 1 << 16;

    private final SeekableByteChannel channel;
    private final ModelInfo info;
    private final String file;
    private final @Nullable Layout layout;
    private final SortedMap<String, TensorSlot> slots;

    /**
     * A reader.
     *
     * @param file the name in messages
     * @param layout the layout that the user says the file has; null if none is said
     */
    WeightsReader(SeekableByteChannel channel, ModelInfo info, String file, @Nullable Layout layout) {
        this.channel = channel;
        this.info = info;
        this.file = file;
        this.layout = layout;
        slots = TensorSlot.of(info);
    }

    /** The numbers in the order of {@link dev.longhand.model.Parameters#copy}. */
    float[] read() throws IOException {
        try {
            return readChecked();
        } catch (MalformedFileException e) {
            throw new InvalidFileException(file, e.reason(), e);
        }
    }

    private float[] readChecked() throws IOException, MalformedFileException {
        long size = channel.size();
        int headerSize = readHeaderSize(size);
        long dataStart = LENGTH_BYTES + headerSize;
        SafetensorsHeader header =
                SafetensorsHeader.read(readFully(LENGTH_BYTES, headerSize).array(), size - dataStart);
        checkNames(header);
        boolean isPyTorch = isPyTorch(header);
        WeightsChecksum checksum = new WeightsChecksum(header.metadata());
        float[] values = new float[info.parameterCount() + info.stateCount()];
        for (TensorEntry tensor : header.inFileOrder()) {
            TensorSlot slot = slots.get(tensor.name());
            if (slot == null) {
                continue;
            }
            checkForm(tensor, slot, isPyTorch);
            float[] stored = readFloats(dataStart + tensor.begin(), slot.size(), checksum);
            checkNumbers(stored, slot, tensor);
            float[] own = isPyTorch ? PyTorchLayout.toOwn(stored, slot) : stored;
            System.arraycopy(own, 0, values, slot.offset(), own.length);
        }
        checksum.require(header.metadata());
        return values;
    }

    private int readHeaderSize(long size) throws IOException {
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
        long most = largestHeader(slots.keySet());
        if (headerSize > most) {
            throw invalid("its header has " + headerSize + " bytes, but one of " + info.name() + ", with "
                    + slots.size() + " tensors, has at most " + most + ": is it of another network?");
        }
        return (int) headerSize;
    }

    /** The most bytes that the header of a network with these tensors may have. */
    private static long largestHeader(Set<String> tensors) {
        long most = METADATA;
        for (String name : tensors) {
            most += ENTRY + CHARACTER * name.length();
        }
        return most;
    }

    /** The most bytes that a file of a network may have. */
    static long largestFile(ModelInfo info) {
        long numbers = (long) info.parameterCount() + info.stateCount();
        return LENGTH_BYTES + largestHeader(TensorSlot.of(info).keySet()) + numbers * Float.BYTES;
    }

    private void checkNames(SafetensorsHeader header) throws InvalidFileException {
        Set<String> missing = new TreeSet<>(slots.keySet());
        missing.removeAll(header.tensors().keySet());
        Set<String> unknown = new TreeSet<>(header.tensors().keySet());
        unknown.removeAll(slots.keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw invalid("it isn't of the network " + info.name() + ":"
                    + (missing.isEmpty() ? "" : " it lacks " + listed(missing))
                    + (missing.isEmpty() || unknown.isEmpty() ? "" : " and")
                    + (unknown.isEmpty() ? "" : " it has " + listed(unknown) + ", which the network hasn't"));
        }
    }

    /** Whether the file has PyTorch's layout, by its metadata or as the user says. */
    private boolean isPyTorch(SafetensorsHeader header) throws InvalidFileException {
        boolean isOwn = SafetensorsHeader.OWN_FORMAT.equals(header.metadata().get(SafetensorsHeader.FORMAT));
        if (layout == null && !isOwn) {
            for (TensorSlot slot : slots.values()) {
                if (PyTorchLayout.isHidden(slot)) {
                    throw invalid("\"" + slot.name() + "\" is " + slot.shape()
                            + " in Longhand's layout and in PyTorch's, and nothing says which one it has: write"
                            + " Weights.load(model, file, Layout.PYTORCH) if it was saved as PyTorch has it, or"
                            + " Layout.OWN if it was transposed before");
                }
            }
        }
        if (layout != Layout.PYTORCH) {
            return false;
        }
        if (isOwn) {
            throw invalid(
                    "Longhand saved it in its own layout: write Weights.load(model, file) without Layout.PYTORCH");
        }
        Optional<LayerInfo> flattened = PyTorchLayout.flattened(info);
        if (flattened.isPresent()) {
            throw invalid("layer \"" + flattened.get().name() + "\" flattens "
                    + flattened.get().input()
                    + " with the channels last, in PyTorch they are first: convert the weights before saving them, and"
                    + " write Weights.load(model, file, Layout.OWN)");
        }
        return true;
    }

    private void checkForm(TensorEntry tensor, TensorSlot slot, boolean isPyTorch) throws InvalidFileException {
        if (!tensor.dtype().equals("F32")) {
            throw invalid("tensor \"" + tensor.name() + "\" has type " + tensor.dtype()
                    + ", but parameters are F32: convert it before saving");
        }
        List<Long> expected = isPyTorch ? PyTorchLayout.dimensions(slot) : slot.dimensions();
        if (!tensor.shape().equals(expected)) {
            boolean isOther = !isPyTorch && tensor.shape().equals(PyTorchLayout.dimensions(slot));
            throw invalid("tensor \"" + tensor.name() + "\" has shape " + tensor.shape() + ", but in " + info.name()
                    + " it's " + expected
                    + (isOther
                            ? ": if it was saved as PyTorch has it, write Weights.load(model, file, Layout.PYTORCH)"
                            : ""));
        }
        if (tensor.end() - tensor.begin() != (long) slot.size() * Float.BYTES) {
            throw invalid("tensor \"" + tensor.name() + "\" of shape " + tensor.shape() + " has "
                    + (tensor.end() - tensor.begin()) + " bytes instead of " + (long) slot.size() * Float.BYTES);
        }
    }

    private void checkNumbers(float[] stored, TensorSlot slot, TensorEntry tensor) throws InvalidFileException {
        for (int i = 0; i < stored.length; i++) {
            String refusal = slot.refusal(stored[i]);
            if (!refusal.isEmpty()) {
                throw invalid("tensor \"" + tensor.name() + "\" holds " + stored[i] + " at "
                        + TensorSlot.index(i, tensor.shape()) + ", counted from 0: " + refusal);
            }
        }
    }

    /** The names in quotes, the first few of many. */
    private static String listed(Set<String> names) {
        int shown = 5;
        String list = "\"" + String.join("\", \"", names.stream().limit(shown).toList()) + "\"";
        return names.size() <= shown ? list : list + " and " + (names.size() - shown) + " more";
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(file, reason);
    }

    private float[] readFloats(long position, int count, WeightsChecksum checksum) throws IOException {
        float[] values = new float[count];
        for (int done = 0; done < count; done += BLOCK / Float.BYTES) {
            int n = Math.min(BLOCK / Float.BYTES, count - done);
            ByteBuffer bytes = readFully(position + (long) done * Float.BYTES, n * Float.BYTES);
            checksum.add(bytes);
            bytes.asFloatBuffer().get(values, done, n);
        }
        return values;
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
}
