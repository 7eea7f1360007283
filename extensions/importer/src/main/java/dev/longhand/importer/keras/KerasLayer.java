package dev.longhand.importer.keras;

import dev.longhand.Shape;
import dev.longhand.importer.ImportedLayer;
import dev.longhand.importer.ImportedParameter;
import dev.longhand.importer.LayerSettings;
import dev.longhand.importer.Origin;
import dev.longhand.io.NumberArray;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of Keras with all that it's converted from.
 *
 * @param reads the names of the layers that it reads
 * @param inputs their shapes
 * @param zeros what a zero padding before it adds: top, left, bottom and right, or before and after; empty if none does
 * @param arrays its weights, in Keras' order
 * @param isKeras3 whether Keras 3 or later wrote the file
 */
record KerasLayer(
        LayerConfig config,
        List<String> reads,
        List<Shape> inputs,
        List<Integer> zeros,
        List<NumberArray> arrays,
        boolean isKeras3) {

    String name() {
        return config.name();
    }

    Shape input() {
        return inputs.get(0);
    }

    Origin origin() {
        return new Origin(config.className(), config.name());
    }

    /** The layer as one of Longhand. */
    List<ImportedLayer> as(LayerSettings settings, ImportedParameter... parameters) {
        return List.of(new ImportedLayer(name(), settings, reads, List.of(origin()), List.of(parameters)));
    }

    /** A first layer of two, which reads what this one reads. */
    ImportedLayer first(String suffix, LayerSettings settings, ImportedParameter... parameters) {
        return new ImportedLayer(name() + suffix, settings, reads, List.of(origin()), List.of(parameters));
    }

    /** The second of two layers. */
    ImportedLayer second(ImportedLayer first, LayerSettings settings, ImportedParameter... parameters) {
        return new ImportedLayer(name(), settings, List.of(first.name()), List.of(origin()), List.of(parameters));
    }

    /** Refuses the layer unless the file has so many arrays for it. */
    void requireArrays(int count) throws UnsupportedLayerException {
        if (arrays.size() != count) {
            throw new UnsupportedLayerException(
                    "the file has " + arrays.size() + " arrays for it, but it needs " + count);
        }
    }

    /** An array as a parameter of the same dimensions. */
    ImportedParameter parameter(String name, int index) {
        NumberArray array = arrays.get(index);
        return ImportedParameter.of(name, array.values(), array.dimensions());
    }

    /** An array as a parameter of other dimensions, its numbers in the same order. */
    ImportedParameter parameter(String name, int index, int... dimensions) throws UnsupportedLayerException {
        NumberArray array = arrays.get(index);
        if (Arrays.stream(dimensions).asLongStream().reduce(1, (a, b) -> a * b) != array.values().length) {
            throw new UnsupportedLayerException("its array " + index + " is " + Arrays.toString(array.dimensions())
                    + ", which can't be " + Arrays.toString(dimensions));
        }
        return ImportedParameter.of(name, array.values(), dimensions);
    }

    /** Refuses an axis that isn't the last one; Keras counts the batch as axis 0. */
    void requireLastAxis() throws UnsupportedLayerException {
        List<Integer> axes = config.flatIntegers("axis");
        boolean isLast = axes.isEmpty() || (axes.size() == 1 && (axes.get(0) == -1 || axes.get(0) == input().rank()));
        if (!isLast) {
            throw new UnsupportedLayerException("its axis is " + axes + ", but only the last one, -1, can be declared");
        }
    }
}
