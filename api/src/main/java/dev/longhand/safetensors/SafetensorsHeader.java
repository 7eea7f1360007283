package dev.longhand.safetensors;

import dev.longhand.json.JsonReader;
import dev.longhand.json.JsonReader.JsonException;
import dev.longhand.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
public record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {

    /** The key of the metadata that says who wrote a file. */
    public static final String FORMAT = "format";

    /** Its value in files of this library. */
    public static final String OWN_FORMAT = "longhand";

    /** The key of the metadata that says in which order the numbers of an array are. */
    public static final String LAYOUT = "layout";

    private static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = 8;

    /** What a file that isn't one of safetensors is refused with. */
    public static final String NO_SAFETENSORS =
            "it doesn't look like a safetensors file, which begins with 8 bytes for the length of its header and then '{'";

    /**
     * Reads a header and checks that its tensors fill the data without a gap or an overlap.
     *
     * @param dataSize the number of bytes after the header
     */
    public static SafetensorsHeader read(byte[] json, long dataSize) throws MalformedFileException {
        SafetensorsHeader header = parse(json);
        header.checkOffsets(dataSize);
        return header;
    }

    /**
     * Reads the header that a stream begins with, and no byte after it.
     *
     * @param largest the most bytes that it may have
     */
    public static SafetensorsHeader read(InputStream in, int largest) throws IOException, MalformedFileException {
        byte[] start = in.readNBytes(LENGTH_BYTES);
        if (start.length < LENGTH_BYTES) {
            throw new MalformedFileException(
                    "it holds " + start.length + " bytes, too few for a safetensors file", null);
        }
        long size = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (size < 2) {
            throw new MalformedFileException(NO_SAFETENSORS, null);
        }
        byte[] header = in.readNBytes((int) Math.min(size, largest));
        if (header.length == 0 || header[0] != '{') {
            throw new MalformedFileException(NO_SAFETENSORS, null);
        }
        if (size > largest) {
            throw new MalformedFileException(
                    "its header has " + size + " bytes, more than the " + largest + " that are read", null);
        }
        if (header.length < size) {
            throw new MalformedFileException(
                    "it's cut short: its header has " + size + " bytes, but only " + header.length + " follow", null);
        }
        return parse(header);
    }

    /** Reads a header without a look at the data that follows. */
    private static SafetensorsHeader parse(byte[] json) throws MalformedFileException {
        try {
            return parse(JsonReader.of(json));
        } catch (JsonException e) {
            throw new MalformedFileException(
                    "its header can't be read as that of a safetensors file: " + e.getMessage(), e);
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

    /** Checks that the tensors fill so many bytes without a gap or an overlap. */
    public void checkOffsets(long dataSize) throws MalformedFileException {
        long filled = 0;
        for (TensorEntry tensor : inFileOrder()) {
            if (tensor.begin() != filled || tensor.end() < tensor.begin() || tensor.end() > dataSize) {
                throw new MalformedFileException(
                        "tensor \"%s\" says it has bytes %s to %s of %s, but the next byte is %s"
                                .formatted(tensor.name(), tensor.begin(), tensor.end(), dataSize, filled),
                        null);
            }
            filled = tensor.end();
        }
        if (filled != dataSize) {
            throw new MalformedFileException(
                    "its tensors end after " + filled + " bytes, but it holds " + dataSize, null);
        }
    }

    /** Whether this library wrote the file. */
    public boolean isOwn() {
        return OWN_FORMAT.equals(metadata.get(FORMAT));
    }

    /** The tensors in the order of their bytes. */
    public List<TensorEntry> inFileOrder() {
        return tensors.values().stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList();
    }

    /** The header as JSON, the metadata first, padded with spaces to a multiple of 8 bytes. */
    public byte[] write() {
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
