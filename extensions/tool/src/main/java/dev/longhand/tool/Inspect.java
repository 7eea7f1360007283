package dev.longhand.tool;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.longhand.file.RegularFile;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what is in a file of weights or of a network. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints what is in a file of weights or of a network: tensors, metadata, declaration,"
                + " recipe and checksum.")
final class Inspect implements Callable<Integer> {

    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_TEXT = 200;

    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "A file: .safetensors, .onnx, .keras or .h5.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    Inspect(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        RegularFile.require(file);
        Contents contents = read();
        contents.requireShapes(file);
        if (json) {
            printJson(contents);
        } else {
            print(contents);
        }
        return 0;
    }

    private Contents read() throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx")) {
            return OnnxContents.read(file);
        }
        if (name.endsWith(".keras")) {
            return HdfContents.readArchive(file);
        }
        return name.endsWith(".h5") || name.endsWith(".hdf5") ? HdfContents.read(file) : SafetensorsContents.read(file);
    }

    private void print(Contents contents) throws IOException {
        out.printf("%s: %s, %,d bytes%n%n", Printable.of(file.toString()), contents.format(), Files.size(file));
        TextTable facts = new TextTable();
        contents.facts().forEach((name, text) -> facts.row(name, shortened(text)));
        contents.metadata().forEach((name, text) -> facts.row(name, shortened(text)));
        facts.row("sha256", sha256());
        facts.print(out);
        out.println();
        TextTable tensors = new TextTable();
        tensors.row("tensor", "type", "shape", "numbers");
        for (Contents.Tensor tensor : contents.tensors()) {
            tensors.row(
                    Printable.of(tensor.name()),
                    Printable.of(tensor.type()),
                    shape(tensor),
                    "%,d".formatted(tensor.size()));
        }
        tensors.print(out);
        out.printf("%n%,d tensors with %,d numbers%n", contents.tensors().size(), contents.size());
        print("declaration", contents.declaration());
        print("recipe", contents.recipe());
    }

    private void print(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(line -> out.println("  " + Printable.of(line)));
        }
    }

    private static String shape(Contents.Tensor tensor) {
        return tensor.shape().isEmpty()
                ? "one number"
                : tensor.shape().stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    private static String shortened(String text) {
        return Printable.of(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
    }

    private void printJson(Contents contents) throws IOException {
        JsonObject object = new JsonObject();
        object.addProperty("file", file.toString());
        object.addProperty("format", contents.format());
        object.addProperty("bytes", Files.size(file));
        object.addProperty("sha256", sha256());
        contents.facts().forEach(object::addProperty);
        JsonObject metadata = new JsonObject();
        for (Map.Entry<String, String> text : contents.metadata().entrySet()) {
            metadata.addProperty(text.getKey(), text.getValue());
        }
        object.add("metadata", metadata);
        object.add("declaration", array(contents.declaration()));
        object.add("recipe", array(contents.recipe()));
        JsonArray tensors = new JsonArray();
        for (Contents.Tensor tensor : contents.tensors()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("name", tensor.name());
            entry.addProperty("type", tensor.type());
            JsonArray shape = new JsonArray();
            tensor.shape().forEach(shape::add);
            entry.add("shape", shape);
            tensors.add(entry);
        }
        object.add("tensors", tensors);
        out.println(new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object));
    }

    private static JsonArray array(List<String> lines) {
        JsonArray array = new JsonArray();
        lines.forEach(array::add);
        return array;
    }

    private String sha256() throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
