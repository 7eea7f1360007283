package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhand.file.MemoryShortage;
import dev.longhand.file.RegularFile;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the network of an <a href="https://onnx.ai">ONNX</a> file, as PyTorch, Keras and others export it. The documentation has
 * a table of the operators that can be declared as layers.
 *
 * <p>The batch is the axis of an input without a fixed size, or the first one if all are fixed; all other sizes must be. Images
 * become channels last; the comment of the declaration says in which order a sample is.
 */
public final class OnnxFile {

    private OnnxFile() {}

    /**
     * Reads a file, whose weights may be in other files of its folder.
     *
     * @throws dev.longhand.importer.RefusedException if nodes can't be declared as layers; it lists all of them
     * @throws InvalidFileException if it isn't an ONNX file, or a damaged one
     * @throws IOException if it can't be read
     */
    public static ImportedNetwork read(Path file) throws IOException {
        String name = file.toString();
        try {
            return GraphReader.read(parse(file), file);
        } catch (OutOfMemoryError e) {
            throw new MemoryShortage(name, "its nodes and weights", e);
        } catch (StackOverflowError e) {
            throw new InvalidFileException(name, "its nodes are nested more deeply than can be read", e);
        }
    }

    private static ModelProto parse(Path file) throws IOException {
        String name = file.toString();
        try (InputStream in = RegularFile.open(file)) {
            if (Files.size(file) > Integer.MAX_VALUE) {
                throw new InvalidFileException(
                        name, "it's larger than 2 GiB, the most of its format: save its weights as external data");
            }
            CodedInputStream coded = CodedInputStream.newInstance(in);
            coded.setSizeLimit(Integer.MAX_VALUE);
            ModelProto model = ModelProto.parseFrom(coded);
            if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
                throw new InvalidFileException(name, "it doesn't hold a graph of nodes, as an ONNX file does");
            }
            return model;
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidFileException(name, "it isn't an ONNX file, or it's damaged: " + e.getMessage(), e);
        }
    }
}
