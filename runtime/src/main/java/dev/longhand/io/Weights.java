package dev.longhand.io;

import dev.longhand.file.RegularFile;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsChecksum;
import dev.longhand.safetensors.WeightsDeclaration;
import dev.longhand.text.Printable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A model's parameters and state in a <a href="https://github.com/huggingface/safetensors">safetensors</a> file,
 * which Python's libraries read and write too.
 *
 * <p>One tensor for each array, named layer, dot, array: {@code hidden.weight}, {@code hidden.bias}, {@code
 * norm.runningMean}; in Longhand's layout or PyTorch's, see {@link Layout}; of type F32, which is what {@link #save}
 * writes, or F16 and BF16, which are widened exactly, or F64, which is rounded to the nearest float.
 *
 * <p>Files are not trusted. A saved file has a checksum of its metadata and its numbers, CRC-32C, which loading compares;
 * files of other programs have none. The header of a file to load may have 1 MiB, 300 bytes for each array of the network,
 * 6 for each character of its name and of the network's declaration, and at most the format's 100,000,000 bytes.
 *
 * <p>The metadata of a model's file tells how the network was declared, as far as predictions depend on it, and loading
 * compares that too: weights trained with another activation, stride, ε of a normalization or order of inputs have the shapes
 * that the network expects, but wouldn't be right. To use them nevertheless, load them into a model that is declared as theirs
 * was, and give its {@code parameters().copy()} to {@code parameters().set}.
 */
public final class Weights {

    private static final int BLOCK = 1 << 16;

    private Weights() {}

    /**
     * Writes a model's parameters and state. The file is written as a whole or not at all: to a temporary file in
     * the same folder, forced to the disk and renamed; temporary files that killed processes left there are deleted
     * when they are an hour old. A file that is replaced keeps its permissions, a symbolic link stays one; other hard
     * links to the file keep what they had. An interrupted thread writes too and stays interrupted.
     *
     * @throws IOException if it can't be written, for instance because a file of this name is read-only, or a pipe or a
     *     device; a file that was there is kept then
     * @throws IllegalStateException if a number is infinite or NaN, or a running variance negative, so that the file
     *     couldn't be loaded; nothing is written then
     */
    public static void save(Model model, Path file) throws IOException {
        save(model, file, Map.of());
    }

    /**
     * As {@link #save(Model, Path)}, with texts of the caller's in the file's metadata, where {@link #metadata} finds
     * them: a preprocessing, the names of classes, a version.
     *
     * @param metadata texts by name; the names {@code format}, {@code layout}, {@code network}, {@code
     *     longhand.declaration} and {@code longhand.checksum} are taken, and all texts together may have about 1 MiB
     */
    public static void save(Model model, Path file, Map<String, String> metadata) throws IOException {
        Map<String, String> texts = Metadata.complete(metadata, model.info());
        texts.put(
                WeightsDeclaration.METADATA, Metadata.declaration(model.info()).text());
        write(model.info(), model.parameters().copy(), file, texts);
    }

    /**
     * As {@link #save(Model, Path, Map)}, the numbers of a network that needn't be compiled yet, such as one that was
     * converted from another library's file. The file doesn't tell how the network was declared.
     *
     * @param info the description of the network
     * @param values its parameters, then its state, as {@link dev.longhand.model.Parameters#copy} returns them
     * @throws IllegalArgumentException if their number isn't the network's
     */
    public static void save(ModelInfo info, float[] values, Path file, Map<String, String> metadata)
            throws IOException {
        int count = info.parameterCount() + info.stateCount();
        if (values.length != count) {
            throw new IllegalArgumentException(info.name() + " has " + count + " parameters and numbers of state, but "
                    + values.length + " were given");
        }
        write(info, values, file, Metadata.complete(metadata, info));
    }

    private static void write(ModelInfo info, float[] values, Path file, Map<String, String> texts) throws IOException {
        SortedMap<String, TensorSlot> slots = TensorSlot.of(info);
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        long begin = 0;
        for (TensorSlot slot : slots.values()) {
            requireLoadable(values, slot, info);
            long end = begin + (long) slot.size() * Float.BYTES;
            tensors.put(slot.name(), new TensorEntry(slot.name(), "F32", slot.dimensions(), begin, end));
            begin = end;
        }
        ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        WeightsChecksum checksum = new WeightsChecksum(texts);
        for (TensorSlot slot : slots.values()) {
            write(checksum::add, block, values, slot);
        }
        texts.put(WeightsChecksum.METADATA, checksum.value());
        byte[] header = new SafetensorsHeader(texts, tensors).write();
        AtomicFile.write(file, channel -> {
            writeFully(channel, block.clear().putLong(header.length).flip());
            writeFully(channel, ByteBuffer.wrap(header));
            for (TensorSlot slot : slots.values()) {
                write(bytes -> writeFully(channel, bytes), block, values, slot);
            }
        });
    }

    private static void requireLoadable(float[] values, TensorSlot slot, ModelInfo info) {
        for (int i = 0; i < slot.size(); i++) {
            float value = values[slot.offset() + i];
            String refusal = slot.refusal(value);
            if (!refusal.isEmpty()) {
                throw new IllegalStateException(
                        "%s isn't saved: %s of layer \"%s\" holds %s at %s, counted from 0, and %s"
                                .formatted(
                                        info.name(),
                                        slot.array(),
                                        slot.layer().name(),
                                        value,
                                        TensorSlot.index(i, slot.dimensions()),
                                        refusal));
            }
        }
    }

    /** What receives bytes. */
    @FunctionalInterface
    private interface Receiver {
        void receive(ByteBuffer bytes) throws IOException;
    }

    private static void write(Receiver receiver, ByteBuffer block, float[] values, TensorSlot slot) throws IOException {
        for (int count, done = 0; done < slot.size(); done += count) {
            count = Math.min(BLOCK / Float.BYTES, slot.size() - done);
            block.clear().asFloatBuffer().put(values, slot.offset() + done, count);
            receiver.receive(block.limit(count * Float.BYTES));
        }
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Replaces a model's parameters and state by those of a file, after checking it completely. Its metadata must tell
     * the layout, see {@link Layout#of}, as {@link #save} writes it.
     *
     * @throws InvalidFileException if it isn't a safetensors file with exactly this network's tensors,
     *     each of them finite numbers and no running variance negative, if its network was declared otherwise, or if nothing
     *     in it tells its layout; the model is unchanged then
     * @throws IOException if it can't be read; the model is unchanged then
     * @throws IllegalStateException if another thread is training the model, or it's shared
     */
    public static void load(Model model, Path file) throws IOException {
        read(model, file, null, TensorNames.NONE);
    }

    /**
     * As {@link #load(Model, Path)}, with the layout of a file that wasn't written by {@link #save}. It goes before a
     * {@code format} in the metadata that says {@code pt}, so that weights may be transposed before PyTorch saves them.
     *
     * @throws InvalidFileException also if the file was written by {@code save}, and the layout isn't {@link Layout#OWN}
     */
    public static void load(Model model, Path file, Layout layout) throws IOException {
        read(model, file, layout, TensorNames.NONE);
    }

    /**
     * As {@link #load(Model, Path, Layout)}, with the names of a file whose tensors are named otherwise than the
     * network's arrays. How the network of the file was declared isn't compared.
     *
     * @throws InvalidFileException also if a name isn't one of the file, or of the network
     */
    public static void load(Model model, Path file, Layout layout, TensorNames names) throws IOException {
        read(model, file, layout, names);
    }

    /**
     * As {@link #load(Model, Path)}, from a stream, which is read to its end and not closed.
     *
     * @param name the stream's name in messages
     * @throws InvalidFileException also if the stream has more bytes than a file of this network, or than an array can hold
     */
    public static void load(Model model, InputStream in, String name) throws IOException {
        byte[] bytes = Metadata.readAll(in, WeightsReader.largestFile(model.info()), name);
        load(model, new MemoryChannel(bytes), name, null, TensorNames.NONE);
    }

    /**
     * As {@link #load(Model, Path)}, from a class-path resource.
     *
     * @param beside a class of the package that the resource is in
     * @param resource its name, relative to the package, or with {@code /} in front from the root of the class path
     * @throws NoSuchFileException if there's no such resource, or it's in a module that doesn't open its package to {@code
     *     dev.longhand.runtime}; {@code load(model, Main.class.getResourceAsStream(name), name)} needs no such opening
     */
    public static void load(Model model, Class<?> beside, String resource) throws IOException {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new NoSuchFileException(
                        Printable.of(resource),
                        null,
                        "no such resource beside " + beside.getName()
                                + ", or its module doesn't open the package: pass the stream itself then");
            }
            load(model, in, resource);
        }
    }

    /**
     * Checks that texts can be saved as metadata, before a long training: so do recipes when they are fitted.
     *
     * @throws IllegalArgumentException if a name is taken, or the texts together are too long
     */
    public static void requireMetadata(Map<String, String> metadata) {
        Metadata.require("the metadata", metadata);
    }

    /**
     * The metadata of a file: texts by name, among them those given to {@link #save(Model, Path, Map)}. Reads the header
     * alone, of at most 8 MiB.
     *
     * @throws InvalidFileException if it doesn't begin as a safetensors file
     */
    public static Map<String, String> metadata(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            return metadata(in, file.toString());
        }
    }

    /**
     * The metadata that a stream begins with, which is read no further than that.
     *
     * @param name the stream's name in messages
     * @throws InvalidFileException if it doesn't begin as a safetensors file
     */
    public static Map<String, String> metadata(InputStream in, String name) throws IOException {
        return Metadata.read(in, name);
    }

    private static void read(Model model, Path file, @Nullable Layout layout, TensorNames names) throws IOException {
        try {
            Uninterrupted.run(() -> {
                try (SeekableByteChannel channel = RegularFile.openChannel(file)) {
                    load(model, channel, file.toString(), layout, names);
                }
            });
        } catch (InvalidFileException e) {
            throw e;
        } catch (IOException e) {
            throw RegularFile.named(file, e);
        }
    }

    /** Loads from a channel; {@code file} is its name in messages. */
    static void load(Model model, SeekableByteChannel channel, String file, @Nullable Layout layout, TensorNames names)
            throws IOException {
        float[] loaded;
        try {
            loaded = new WeightsReader(channel, model.info(), file, layout, names).read();
        } catch (EOFException e) {
            throw new InvalidFileException(file, "it became shorter while it was read", e);
        }
        model.parameters().set(loaded);
    }
}
