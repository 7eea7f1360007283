package dev.longhand.importer;

import dev.longhand.Shape;

/**
 * One array of a layer, in Longhand's layout.
 *
 * @param name its name in the layer, as {@link dev.longhand.Layer#arrays} lists them: {@code weight}, {@code runningMean}
 * @param shape its dimensions, as {@link dev.longhand.Layer} documents them: {@code [in][units]} of a dense layer
 * @param values its numbers, the last index fastest; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportedParameter(String name, Shape shape, float[] values) {

    /**
     * Checks the number of values.
     *
     * @throws IllegalArgumentException if the shape has another size
     */
    public ImportedParameter {
        if (shape.size() != values.length) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is " + shape + ", but has " + values.length + " numbers");
        }
    }

    /** An array of these dimensions. */
    public static ImportedParameter of(String name, float[] values, int... dimensions) {
        return new ImportedParameter(name, Shape.of(dimensions), values);
    }
}
