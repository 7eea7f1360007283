package dev.longhand.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A safetensors file as other libraries write it, one tensor after the other. */
public final class SafetensorsFile {

    private final StringBuilder json = new StringBuilder();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** A file without tensors; {@code metadata} is JSON without its braces. */
    public SafetensorsFile(String metadata) {
        json.append("{\"__metadata__\":{").append(metadata).append('}');
    }

    /** Adds a tensor of type F32 that counts from 0. */
    public SafetensorsFile floats(String name, int... shape) {
        long[] bits = new long[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        Arrays.setAll(bits, i -> Float.floatToIntBits(i));
        return numbers(name, "F32", bits, shape);
    }

    /** Adds a tensor of any type, each number by its bits. */
    public SafetensorsFile numbers(String name, String type, long[] bits, int... shape) {
        int bytes = Integer.parseInt(type.replaceAll("\\D", "")) / 8;
        int begin = data.size();
        for (long number : bits) {
            byte[] little = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number)
                    .array();
            data.write(little, 0, bytes);
        }
        json.append(",\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, Arrays.toString(shape).replace(" ", ""), begin, data.size()));
        return this;
    }

    /** Writes what was added. */
    public Path write(Path file) throws IOException {
        byte[] header = (json + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .flip();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(length.array());
        all.writeBytes(header);
        all.writeBytes(data.toByteArray());
        return Files.write(file, all.toByteArray());
    }
}
