package dev.longhand.io;

import java.util.List;

/**
 * What a safetensors header says of one tensor.
 *
 * @param dtype the type of its numbers, {@code F32} for floats
 * @param shape its dimensions, outermost first
 * @param begin where its bytes begin, from the end of the header on
 * @param end where they end, exclusive
 */
record TensorEntry(String name, String dtype, List<Long> shape, long begin, long end) {

    TensorEntry {
        shape = List.copyOf(shape);
    }
}
