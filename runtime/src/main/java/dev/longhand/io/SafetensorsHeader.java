package dev.longhand.io;

import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import dev.longhand.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: JSON that says for each tensor what type and shape it has and
 * where its bytes are.
 *
 * @param metadata texts by name, which the format doesn't interpret
 * @param tensors the tensors by name, in the header's order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {

    /** The key of the metadata that says who wrote a file. */
    static final String FORMAT = "format";

    /** Its value in files of this library. */
    static final String OWN_FORMAT = "longhand";

    /** The key of the metadata that says in which order the numbers of an array are. */
    static final String LAYOUT = "layout";

    private static final String METADATA = "__metadata__";

    /**
     * Reads a header and checks that its tensors fill the data without a gap or an overlap.
     *
     * @param dataSize the number of bytes after the header
     */
    static SafetensorsHeader read(byte[] json, long dataSize, String file) throws InvalidFileException {
        SafetensorsHeader header = parse(json, file);
        header.checkOffsets(dataSize, file);
        return header;
    }

    /** Reads a header without a look at the data that follows. */
    static SafetensorsHeader parse(byte[] json, String file) throws InvalidFileException {
        try {
            return parse(JsonReader.of(json));
        } catch (JsonException e) {
            throw new InvalidFileException(
                    file, "its header can't be read as that of a safetensors file: " + e.getMessage(), e);
        }
    }

    private static SafetensorsHeader parse(JsonReader json) throws JsonException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        boolean metadataSeen = false;
        json.expect('{');
        if (!json.accept('}')) {
            do {
                String name = json.string();
                json.expect(':');
                if (name.equals(METADATA) && !metadataSeen) {
                    metadataSeen = true;
                    readMetadata(json, metadata);
                } else if (name.equals(METADATA) || tensors.put(name, readEntry(json, name)) != null) {
                    throw new JsonException("\"" + name + "\" comes twice", null);
                }
            } while (json.accept(','));
            json.expect('}');
        }
        json.end();
        return new SafetensorsHeader(metadata, tensors);
    }

    private static void readMetadata(JsonReader json, Map<String, String> metadata) throws JsonException {
        json.expect('{');
        if (json.accept('}')) {
            return;
        }
        do {
            String key = json.string();
            json.expect(':');
            if (metadata.put(key, json.string()) != null) {
                throw new JsonException("\"" + key + "\" comes twice in \"" + METADATA + "\"", null);
            }
        } while (json.accept(','));
        json.expect('}');
    }

    private static TensorEntry readEntry(JsonReader json, String name) throws JsonException {
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        json.expect('{');
        do {
            String key = json.string();
            json.expect(':');
            if (key.equals("dtype") && dtype == null) {
                dtype = json.string();
            } else if (key.equals("shape") && shape == null) {
                shape = wholeNumbers(json);
            } else if (key.equals("data_offsets") && offsets == null) {
                offsets = wholeNumbers(json);
            } else {
                throw new JsonException("\"" + name + "\" has an unknown or repeated key \"" + key + "\"", null);
            }
        } while (json.accept(','));
        json.expect('}');
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new JsonException("\"" + name + "\" doesn't have dtype, shape and two data_offsets", null);
        }
        return new TensorEntry(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Long> wholeNumbers(JsonReader json) throws JsonException {
        List<Long> numbers = new ArrayList<>();
        json.expect('[');
        if (json.accept(']')) {
            return numbers;
        }
        do {
            numbers.add(json.wholeNumber());
        } while (json.accept(','));
        json.expect(']');
        return numbers;
    }

    private void checkOffsets(long dataSize, String file) throws InvalidFileException {
        List<TensorEntry> inOrder = new ArrayList<>(tensors.values());
        inOrder.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        long filled = 0;
        for (TensorEntry tensor : inOrder) {
            if (tensor.begin() != filled || tensor.end() < tensor.begin() || tensor.end() > dataSize) {
                throw new InvalidFileException(
                        file,
                        "tensor \"%s\" says it has bytes %s to %s of %s, but the next byte is %s"
                                .formatted(tensor.name(), tensor.begin(), tensor.end(), dataSize, filled));
            }
            filled = tensor.end();
        }
        if (filled != dataSize) {
            throw new InvalidFileException(
                    file, "its tensors end after " + filled + " bytes, but it holds " + dataSize);
        }
    }

    /** Whether this library wrote the file. */
    boolean isOwn() {
        return OWN_FORMAT.equals(metadata.get(FORMAT));
    }

    /** The header as JSON, the metadata first, padded with spaces to a multiple of 8 bytes. */
    byte[] write() {
        StringBuilder json = new StringBuilder("{");
        json.append(JsonText.quoted(METADATA)).append(":{");
        String comma = "";
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.append(comma)
                    .append(JsonText.quoted(entry.getKey()))
                    .append(':')
                    .append(JsonText.quoted(entry.getValue()));
            comma = ",";
        }
        json.append('}');
        for (TensorEntry tensor : tensors.values()) {
            json.append(',').append(JsonText.quoted(tensor.name()));
            json.append(":{\"dtype\":").append(JsonText.quoted(tensor.dtype()));
            json.append(",\"shape\":").append(tensor.shape().toString().replace(" ", ""));
            json.append(",\"data_offsets\":[").append(tensor.begin());
            json.append(',').append(tensor.end()).append("]}");
        }
        json.append('}');
        int bytes = json.toString().getBytes(StandardCharsets.UTF_8).length;
        json.append(" ".repeat(Math.floorMod(-bytes, 8)));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
