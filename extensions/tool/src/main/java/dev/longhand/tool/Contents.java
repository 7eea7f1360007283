package dev.longhand.tool;

import java.util.List;
import java.util.Map;

/**
 * What is in a file of weights or of a network.
 *
 * @param format the file's format: {@code safetensors}
 * @param facts what is known of the file, as texts by name
 * @param recipe what the recipe in it does, line by line; empty if it has none
 * @param metadata the file's own texts by name
 * @param tensors its arrays in the order of the file
 */
record Contents(
        String format,
        Map<String, String> facts,
        List<String> recipe,
        Map<String, String> metadata,
        List<Tensor> tensors) {

    /**
     * An array.
     *
     * @param type the type of its numbers, as the format names it
     * @param shape its dimensions
     */
    record Tensor(String name, String type, List<Long> shape) {

        /** How many numbers it holds. */
        long size() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }
    }

    /** How many numbers all arrays hold. */
    long size() {
        return tensors.stream().mapToLong(Tensor::size).sum();
    }
}
