package dev.longhand.safetensors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The checksum of a weights file, CRC-32C as eight hexadecimal digits in its metadata: of the other texts of the metadata,
 * sorted by name, each name and text followed by a byte 0, and then of the bytes of all tensors in the order of the file.
 */
public final class WeightsChecksum {

    /** Its name in the metadata. */
    public static final String METADATA = "longhand.checksum";

    private final CRC32C sum = new CRC32C();

    /** The checksum of the texts, for the tensors to be added. */
    public WeightsChecksum(Map<String, String> metadata) {
        new TreeMap<>(metadata).forEach((name, text) -> {
            if (!name.equals(METADATA)) {
                add(name);
                add(text);
            }
        });
    }

    private void add(String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
    }

    /** Adds the bytes that a buffer holds, whose position doesn't change. */
    public void add(ByteBuffer bytes) {
        sum.update(bytes.duplicate());
    }

    /** The eight digits. */
    public String value() {
        return "%08x".formatted((int) sum.getValue());
    }

    /**
     * Compares it with the one that a file has, if it has one.
     *
     * @throws MalformedFileException if it's another
     */
    public void require(Map<String, String> metadata) throws MalformedFileException {
        String expected = metadata.get(METADATA);
        if (expected != null && !expected.equals(value())) {
            throw new MalformedFileException(
                    "it's damaged: its checksum should be " + expected + ", but its bytes give " + value(), null);
        }
    }
}
