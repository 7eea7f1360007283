package dev.longhand.tool;

import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in an HDF5 file, or in a {@code .keras} file, which contains one. */
final class HdfContents {

    private static final String WEIGHTS = "model.weights.h5";
    private static final int LARGEST_TEXT = 64 << 20;

    private HdfContents() {}

    static Contents read(Path file) throws IOException {
        RegularFile.require(file);
        try (HdfFile hdf = new HdfFile(file)) {
            return contents("HDF5", hdf, new LinkedHashMap<>(), file);
        } catch (RuntimeException e) {
            throw new InvalidFileException(file.toString(), "it can't be read as an HDF5 file: " + e.getMessage(), e);
        }
    }

    static Contents readArchive(Path file) throws IOException {
        RegularFile.require(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("metadata", text(zip, "metadata.json", file));
            try (HdfFile hdf = HdfFile.fromBytes(bytes(zip, WEIGHTS, Integer.MAX_VALUE - 8, file))) {
                return contents("Keras", hdf, facts, file);
            }
        } catch (RuntimeException e) {
            throw new InvalidFileException(file.toString(), "its weights can't be read: " + e.getMessage(), e);
        }
    }

    private static String text(ZipFile zip, String entry, Path file) throws IOException {
        return new String(bytes(zip, entry, LARGEST_TEXT, file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name, int most, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new InvalidFileException(file.toString(), "it's no .keras file: it lacks \"" + name + "\"");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(most);
        }
    }

    private static Contents contents(String format, HdfFile hdf, Map<String, String> facts, Path file) {
        Map<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, Attribute> attribute : hdf.getAttributes().entrySet()) {
            if (!attribute.getValue().isEmpty() && attribute.getValue().getData() instanceof String text) {
                metadata.put(attribute.getKey(), text);
            }
        }
        List<Contents.Tensor> tensors = new ArrayList<>();
        collect(hdf, hdf.getPath(), tensors);
        return new Contents(format, facts, List.of(), List.of(), metadata, tensors);
    }

    private static void collect(Group group, String root, List<Contents.Tensor> tensors) {
        for (Node node : group) {
            if (node instanceof Group inner) {
                collect(inner, root, tensors);
            } else if (node instanceof Dataset dataset) {
                String type = dataset.getJavaType().getSimpleName().toLowerCase(Locale.ROOT);
                tensors.add(new Contents.Tensor(
                        dataset.getPath().substring(root.length()),
                        type,
                        Arrays.stream(dataset.getDimensionsAsLong()).boxed().toList()));
            }
        }
    }
}
