package dev.longhand.tool;

import dev.longhand.io.InvalidFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is in a file of weights or of a network.
 *
 * @param format the file's format: {@code safetensors}
 * @param facts what is known of the file, as texts by name
 * @param declaration how the network is declared, line by line; empty if the file doesn't tell
 * @param recipe what the recipe in it does, line by line; empty if it has none
 * @param metadata the file's own texts by name
 * @param tensors its arrays in the order of the file
 */
record Contents(
        String format,
        Map<String, String> facts,
        List<String> declaration,
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
            return shape.contains(0L) ? 0 : shape.stream().reduce(1L, Math::multiplyExact);
        }
    }

    /**
     * Requires that the shapes of all arrays are possible, whose numbers can be counted.
     *
     * @param file where the arrays are
     * @throws InvalidFileException if one of them isn't
     */
    void requireShapes(Path file) throws InvalidFileException {
        long total = 0;
        for (Tensor tensor : tensors) {
            try {
                total = Math.addExact(total, tensor.size());
            } catch (ArithmeticException e) {
                throw new InvalidFileException(file.toString(), impossible(tensor), e);
            }
            if (tensor.shape().stream().anyMatch(dimension -> dimension < 0)) {
                throw new InvalidFileException(file.toString(), impossible(tensor));
            }
        }
    }

    private static String impossible(Tensor tensor) {
        return "its tensor \"" + tensor.name() + "\" has the impossible shape " + tensor.shape()
                + ": the file is damaged, so get or write it again";
    }

    /** How many numbers all arrays hold. */
    long size() {
        return tensors.stream().mapToLong(Tensor::size).sum();
    }
}
