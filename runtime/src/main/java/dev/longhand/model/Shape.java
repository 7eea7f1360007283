package dev.longhand.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The dimensions of an array, outermost first. */
public final class Shape {

    private final int[] dimensions;
    private final int size;

    private Shape(int[] dimensions) {
        this.dimensions = dimensions;
        int product = 1;
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "a dimension must be at least 1, not " + dimension + " as in " + Arrays.toString(dimensions));
            }
            product = Math.multiplyExact(product, dimension);
        }
        size = product;
    }

    /** A shape of these dimensions, each at least 1. */
    public static Shape of(int... dimensions) {
        return new Shape(dimensions.clone());
    }

    /** The number of elements: the product of the dimensions. */
    public int size() {
        return size;
    }

    /** The number of dimensions. */
    public int rank() {
        return dimensions.length;
    }

    /** Dimension {@code index}, counted from 0, the outermost. */
    public int dimension(int index) {
        return dimensions[index];
    }

    /** A copy of the dimensions. */
    public int[] toArray() {
        return dimensions.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** The dimensions with × between them: {@code 28×28×1}. */
    @Override
    public String toString() {
        return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
