package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.longhand.io.AtomicFile;
import dev.longhand.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a model as an <a href="https://onnx.ai">ONNX</a> file, which other engines run:
 *
 * <pre>{@code
 * Onnx.write(model, Path.of("digits.onnx"));
 * Onnx.of(model).foldBatchNorms().metadata(Weights.metadata(file)).write(Path.of("digits.onnx"));
 * }</pre>
 *
 * <p>The file has operators of opset 17. It predicts as {@code model.predict} does; dropout, noise and
 * stochastic pooling are as when predicting. The same model gives the same bytes.
 *
 * <p>The input is called {@code input}, and several inputs as the layers with {@code @Input}; outputs as their
 * layers. Their first dimension is the batch, whose size is open, and the others are those of the declaration, channels
 * last. They are 32-bit floats, but an input that only embeddings read is of 64-bit integers. A network that is declared
 * with {@code masked = true} has a second input, {@code lengths}, unless {@link #allSteps} leaves it out.
 *
 * <p>Nodes have the names of layers, and so has the tensor of each layer's outputs; parameters are called {@code
 * hidden.weight}, as in weights files.
 */
public final class Onnx {

    private static final int OPSET = 17;

    /** The version of the format that came with the opset. */
    private static final int IR_VERSION = 8;

    /** What a file holds beside parameters takes less. */
    private static final long ROOM_FOR_NODES = 1 << 26;

    /** The metadata that each weights file has. */
    private static final Set<String> ABOUT_WEIGHTS =
            Set.of("format", "layout", "network", "longhand.declaration", "longhand.checksum");

    private final Model model;
    private boolean foldsBatchNorms;
    private boolean readsLengths = true;
    private final SortedMap<String, String> metadata = new TreeMap<>();

    private Onnx(Model model) {
        this.model = model;
    }

    /** How a model is to be written; as {@link #write(Model, Path)} does until it's told otherwise. */
    public static Onnx of(Model model) {
        return new Onnx(model);
    }

    /**
     * Writes a model with all defaults.
     *
     * @throws IllegalArgumentException if ONNX can't express a layer; the message names all such layers
     * @throws IllegalStateException if a parameter is infinite or NaN
     * @throws IOException if the file can't be written; one that was there is kept then
     */
    public static void write(Model model, Path file) throws IOException {
        of(model).write(file);
    }

    /**
     * Leaves out each batch norm that is the only reader of a dense or a convolutional layer without an activation, and
     * changes that layer's weights and biases, so that they compute both. Outputs differ by rounding.
     */
    public Onnx foldBatchNorms() {
        foldsBatchNorms = true;
        return this;
    }

    /** Makes a network that is declared with {@code masked = true} read all steps, as {@code predict} without lengths does. */
    public Onnx allSteps() {
        readsLengths = false;
        return this;
    }

    /**
     * Adds texts to the file's metadata, such as those of a weights file: the preprocessing of a table with the names of its
     * classes, for example.
     *
     * @param texts by name; {@code format}, {@code layout}, {@code network}, {@code longhand.declaration} and {@code
     *     longhand.checksum}, which are about the weights file, are left out
     */
    public Onnx metadata(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            if (!ABOUT_WEIGHTS.contains(name)) {
                metadata.put(name, text);
            }
        });
        return this;
    }

    /**
     * Writes the file, as a whole or not at all.
     *
     * @throws IllegalArgumentException if ONNX can't express a layer; the message names all such layers
     * @throws IllegalStateException if a parameter is infinite or NaN
     * @throws IOException if it can't be written; a file that was there is kept then
     */
    public void write(Path file) throws IOException {
        byte[] bytes = bytes();
        AtomicFile.write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }

    /**
     * The content of the file.
     *
     * @throws IllegalArgumentException if ONNX can't express a layer; the message names all such layers
     * @throws IllegalStateException if a parameter is infinite or NaN
     */
    public byte[] bytes() {
        requireRoom();
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("Longhand")
                .setProducerVersion(version())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(new ModelGraph(model, foldsBatchNorms, readsLengths).build());
        metadata.forEach((name, text) -> file.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return file.build().toByteArray();
    }

    private void requireRoom() {
        long numbers = (long) model.info().parameterCount() + model.info().stateCount();
        if (numbers * Float.BYTES > Integer.MAX_VALUE - ROOM_FOR_NODES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s can't be written as ONNX: its %,d parameters take more than the 2 GiB of such a file",
                    model.info().name(),
                    numbers));
        }
    }

    private static String version() {
        try (InputStream in = Onnx.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(in, "version.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
