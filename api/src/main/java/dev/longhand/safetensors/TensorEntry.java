package dev.longhand.safetensors;

import java.util.List;

/**
 * The entry of one tensor in a safetensors header.
 *
 * @param dtype the type of its numbers, {@code F32} for floats
 * @param shape its dimensions, outermost first
 * @param begin the offset of its first byte from the end of the header
 * @param end the offset after its last byte
 */
public record TensorEntry(String name, String dtype, List<Long> shape, long begin, long end) {

    public TensorEntry {
        shape = List.copyOf(shape);
    }
}
