package dev.longhand.io;

import dev.longhand.file.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which array of a network each tensor of a file is, where their names differ. A line says it for one tensor, or for a
 * module and with it for all its tensors:
 *
 * <pre>{@code
 * # in the file = in the network
 * features.0 = edges
 * classifier.weight = digit.weight
 * classifier.bias = digit.bias
 * position_ids =
 * }</pre>
 *
 * <p>A tensor's own line goes before that of its module, the line of an inner module before that of an outer one. In a
 * module tensors have the names of the layer's arrays or PyTorch's, see {@link Layout#PYTORCH}. With nothing behind =
 * tensors are left out. What no line names is looked for under its own name. Empty lines and those that begin with # say
 * nothing.
 */
public final class TensorNames {

    /** No names differ. */
    static final TensorNames NONE = new TensorNames("", Map.of());

    private static final int LARGEST_FILE = 8 << 20;

    private final String source;
    private final Map<String, String> entries;

    private TensorNames(String source, Map<String, String> entries) {
        this.source = source;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The names of a map: of a tensor or module in the file, and of an array or layer; an empty one leaves it out. */
    public static TensorNames of(Map<String, String> entries) {
        return new TensorNames("the names of tensors", entries);
    }

    /**
     * Reads lines from a text file in UTF-8, of at most 8 MiB.
     *
     * @throws InvalidFileException if a line has no {@code =}, nothing before it, or a name that an earlier line has
     * @throws IOException if it can't be read
     */
    public static TensorNames read(Path file) throws IOException {
        String text;
        try (InputStream in = RegularFile.open(file)) {
            text = new String(Metadata.readAll(in, LARGEST_FILE, file.toString()), StandardCharsets.UTF_8);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                throw new InvalidFileException(
                        file.toString(),
                        "line " + number + " is \"" + line + "\", but must be \"name in the file = layer.array\"");
            }
            String name = line.substring(0, equals).strip();
            if (entries.putIfAbsent(name, line.substring(equals + 1).strip()) != null) {
                throw new InvalidFileException(
                        file.toString(), "line " + number + " says again what \"" + name + "\" is: delete one line");
            }
        }
        return new TensorNames(file.toString(), entries);
    }

    /** The names in the network by those in the file, in the order of the lines. */
    public Map<String, String> entries() {
        return entries;
    }

    /** Where they are from, for messages. */
    String source() {
        return source;
    }

    /** The entry that says what a tensor is: its own, else that of the innermost module that has one; empty if none does. */
    String entry(String tensor) {
        String name = tensor;
        while (!entries.containsKey(name)) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return "";
            }
            name = name.substring(0, dot);
        }
        return name;
    }

    /** The name in the network of a tensor that an entry says; empty if it's left out. */
    String name(String tensor, String entry) {
        if (entry.isEmpty()) {
            return tensor;
        }
        String target = entries.getOrDefault(entry, "");
        return target.isEmpty() ? "" : target + tensor.substring(entry.length());
    }
}
