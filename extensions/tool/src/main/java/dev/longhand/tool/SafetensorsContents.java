package dev.longhand.tool;

import dev.longhand.file.RegularFile;
import dev.longhand.io.ClassNames;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Layout;
import dev.longhand.safetensors.MalformedFileException;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import dev.longhand.safetensors.WeightsChecksum;
import dev.longhand.safetensors.WeightsDeclaration;
import dev.longhand.table.Recipe;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in a safetensors file. */
final class SafetensorsContents {

    /** The format's own limit. */
    private static final int LARGEST_HEADER = 100_000_000;

    private static final int BLOCK = 1 << 16;
    private static final int LENGTH_BYTES = 8;

    private SafetensorsContents() {}

    static Contents read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            SafetensorsHeader header = SafetensorsHeader.read(in, LARGEST_HEADER);
            header.checkOffsets(dataSize(file));
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("layout", layout(header));
            facts.put("checksum", checksum(in, header));
            Map<String, String> metadata = new TreeMap<>(header.metadata());
            metadata.remove(WeightsChecksum.METADATA);
            ClassNames.in(header.metadata(), file.toString()).ifPresent(classes -> {
                facts.put("classes", String.join(", ", classes.names()));
                metadata.remove(ClassNames.METADATA);
            });
            String declaration = metadata.remove(WeightsDeclaration.METADATA);
            List<String> recipe = metadata.remove(Recipe.METADATA) == null
                    ? List.of()
                    : Recipe.load(file).toString().lines().toList();
            return new Contents(
                    "safetensors",
                    facts,
                    declaration == null ? List.of() : declaration.lines().toList(),
                    recipe,
                    metadata,
                    tensors(header));
        } catch (MalformedFileException e) {
            throw new InvalidFileException(file.toString(), e.reason(), e);
        }
    }

    private static List<Contents.Tensor> tensors(SafetensorsHeader header) {
        List<Contents.Tensor> tensors = new ArrayList<>();
        for (TensorEntry tensor : header.inFileOrder()) {
            tensors.add(new Contents.Tensor(tensor.name(), tensor.dtype(), tensor.shape()));
        }
        return tensors;
    }

    private static long dataSize(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] length = in.readNBytes(LENGTH_BYTES);
            return Files.size(file)
                    - LENGTH_BYTES
                    - Long.reverseBytes(ByteBuffer.wrap(length).getLong());
        }
    }

    private static String layout(SafetensorsHeader header) {
        return Layout.of(header.metadata())
                .map(layout -> layout == Layout.OWN ? "Longhand's" : "PyTorch's")
                .orElse("not told: say --layout torch or --layout longhand where it's read");
    }

    /** Of the tensors that follow in a stream. */
    private static String checksum(InputStream in, SafetensorsHeader header) throws IOException {
        String expected = header.metadata().get(WeightsChecksum.METADATA);
        if (expected == null) {
            return "none";
        }
        WeightsChecksum found = new WeightsChecksum(header.metadata());
        for (TensorEntry tensor : header.inFileOrder()) {
            for (long done = tensor.begin(); done < tensor.end(); ) {
                byte[] block = in.readNBytes((int) Math.min(BLOCK, tensor.end() - done));
                if (block.length == 0) {
                    throw new EOFException("the file became shorter while it was read");
                }
                found.add(ByteBuffer.wrap(block));
                done += block.length;
            }
        }
        return expected.equals(found.value())
                ? expected + ", right"
                : expected + ", wrong: the file is damaged, its bytes give " + found.value();
    }
}
