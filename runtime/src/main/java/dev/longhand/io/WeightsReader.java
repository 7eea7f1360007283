package dev.longhand.io;

import dev.longhand.model.ModelInfo;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsChecksum;
import dev.longhand.safetensors.WeightsDeclaration;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads the parameters and the state of one network from a safetensors file, and checks all of it. */
final class WeightsReader {

    /** The bytes of a header that every file may have, for its metadata. */
    static final int METADATA = 1 << 20;

    /** The bytes of a header that each tensor may have beside its name. */
    private static final long ENTRY = 300;

    /** The bytes of an escaped character. */
    private static final long CHARACTER = 6;

    /** The most bytes that a number of the network can have in a file: twice those of a double, for biases in two parts. */
    private static final long NUMBER = 2 * Double.BYTES;

    private final TensorChannel channel;
    private final ModelInfo info;
    private final String file;
    private final @Nullable Layout layout;
    private final TensorNames names;
    private final SortedMap<String, TensorSlot> slots;
    private final WeightsDeclaration declaration;

    /**
     * A reader.
     *
     * @param file the name in messages
     * @param layout the layout that the user says the file has; null if none is said
     */
    WeightsReader(
            SeekableByteChannel channel, ModelInfo info, String file, @Nullable Layout layout, TensorNames names) {
        this.channel = new TensorChannel(channel, file);
        this.info = info;
        this.file = file;
        this.layout = layout;
        this.names = names;
        slots = TensorSlot.of(info);
        declaration = Metadata.declaration(info);
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
        SafetensorsHeader header = channel.readHeader(
                largestHeader(slots.keySet(), declaration),
                "one of " + info.name() + ", with " + slots.size() + " tensors, has");
        boolean isPyTorch = layoutOf(header) == Layout.PYTORCH;
        Map<String, TensorSlot> targets = new TensorTargets(file, info, slots, names, isPyTorch).of(header);
        FlattenedOrder order = isPyTorch ? flattenedOrder() : null;
        WeightsChecksum checksum = new WeightsChecksum(header.metadata());
        float[] values = new float[info.parameterCount() + info.stateCount()];
        Set<String> begun = new HashSet<>();
        for (TensorEntry tensor : header.inFileOrder()) {
            TensorSlot slot = targets.get(tensor.name());
            if (slot == null) {
                channel.skip(tensor, checksum);
                continue;
            }
            checkForm(tensor, slot, isPyTorch);
            float[] stored = channel.read(tensor, slot.size(), checksum);
            checkNumbers(stored, slot, tensor);
            float[] own = order == null ? stored : PyTorchLayout.toOwn(stored, slot, order.input(slot.layer()));
            if (begun.add(slot.name())) {
                System.arraycopy(own, 0, values, slot.offset(), own.length);
            } else {
                add(own, values, slot.offset());
            }
        }
        checksum.require(header.metadata());
        requireDeclaration(header);
        return values;
    }

    /** Requires that the network is declared as the one that was saved, unless the user says by names that it's another. */
    private void requireDeclaration(SafetensorsHeader header) throws InvalidFileException {
        Optional<String> difference =
                names == TensorNames.NONE ? declaration.difference(header.metadata(), "the file") : Optional.empty();
        if (difference.isPresent()) {
            throw invalid("it isn't of " + info.name() + " as it's declared now: " + difference.get()
                    + "; declare it as it was when the network was trained, or train it again");
        }
    }

    private static void add(float[] summand, float[] values, int offset) {
        for (int i = 0; i < summand.length; i++) {
            values[offset + i] += summand[i];
        }
    }

    /** The most bytes that the header of a network with these tensors may have. */
    private static long largestHeader(Set<String> tensors, WeightsDeclaration declaration) {
        long most = METADATA + CHARACTER * declaration.text().length();
        for (String name : tensors) {
            most += ENTRY + CHARACTER * name.length();
        }
        return most;
    }

    /** The most bytes that a file of a network may have. */
    static long largestFile(ModelInfo info) {
        long numbers = (long) info.parameterCount() + info.stateCount();
        return TensorChannel.LENGTH_BYTES
                + largestHeader(TensorSlot.of(info).keySet(), Metadata.declaration(info))
                + numbers * NUMBER;
    }

    /** The layout of the file, by its metadata or as the user says. */
    private Layout layoutOf(SafetensorsHeader header) throws InvalidFileException {
        Optional<Layout> told = Layout.of(header.metadata());
        boolean isNamed = header.metadata().containsKey(SafetensorsHeader.LAYOUT);
        if (layout == null) {
            return told.orElseThrow(() -> invalid("nothing in it tells whether its arrays are in PyTorch's layout or in"
                    + " Longhand's, as \"format\" or \"layout\" of the metadata can: write Weights.load(model, file,"
                    + " Layout.PYTORCH) if it was saved as PyTorch has it, or Layout.OWN if it was transposed before"));
        }
        if (header.isOwn() && layout == Layout.PYTORCH) {
            throw invalid(
                    "Longhand saved it in its own layout: write Weights.load(model, file) without Layout.PYTORCH");
        }
        if (isNamed && told.isPresent() && told.get() != layout) {
            throw invalid("its metadata says that its layout is \""
                    + header.metadata().get(SafetensorsHeader.LAYOUT) + "\", not Layout." + layout
                    + ": write Weights.load(model, file)");
        }
        return layout;
    }

    private FlattenedOrder flattenedOrder() throws InvalidFileException {
        FlattenedOrder order = FlattenedOrder.of(info);
        if (!order.refusal().isEmpty()) {
            throw invalid(order.refusal() + ", with the channels last, in PyTorch they are first: convert the weights"
                    + " before saving them, and write Weights.load(model, file, Layout.OWN)");
        }
        return order;
    }

    private void checkForm(TensorEntry tensor, TensorSlot slot, boolean isPyTorch) throws InvalidFileException {
        NumberType type = channel.type(tensor);
        List<Long> expected = isPyTorch ? PyTorchLayout.dimensions(slot) : slot.dimensions();
        if (!tensor.shape().equals(expected)) {
            List<Long> other = isPyTorch ? slot.dimensions() : PyTorchLayout.dimensions(slot);
            String remedy = !tensor.shape().equals(other)
                    ? ""
                    : isPyTorch
                            ? ": if it was transposed before saving, write Weights.load(model, file, Layout.OWN)"
                            : ": if it was saved as PyTorch has it, write Weights.load(model, file, Layout.PYTORCH)";
            throw invalid("tensor \"" + tensor.name() + "\" has shape " + tensor.shape() + ", but in " + info.name()
                    + " it's " + expected + remedy);
        }
        long bytes = (long) slot.size() * type.bytes();
        if (tensor.end() - tensor.begin() != bytes) {
            throw invalid("tensor \"" + tensor.name() + "\" of shape " + tensor.shape() + " has "
                    + (tensor.end() - tensor.begin()) + " bytes instead of " + bytes);
        }
    }

    private void checkNumbers(float[] stored, TensorSlot slot, TensorEntry tensor) throws IOException {
        for (int i = 0; i < stored.length; i++) {
            String refusal = slot.refusal(stored[i]);
            if (!refusal.isEmpty()) {
                double number = channel.number(tensor, i);
                boolean isTooLarge = Double.isFinite(number) && Float.isInfinite(stored[i]);
                throw invalid("tensor \"" + tensor.name() + "\" holds " + number + " at "
                        + TensorSlot.index(i, tensor.shape()) + ", counted from 0: "
                        + (isTooLarge ? "the largest float is " + Float.MAX_VALUE : refusal));
            }
        }
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(file, reason);
    }
}
