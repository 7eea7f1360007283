package dev.longhand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of an array or of one sample, outermost first: {@code 28×28×1} is an image of 28 rows, 28 columns and
 * 1 channel.
 *
 * @param dimensions at least one, each at least 1
 */
public record Shape(List<Integer> dimensions) {

    /**
     * Checks the dimensions.
     *
     * @throws IllegalArgumentException if there is none, or one is less than 1
     */
    public Shape {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a shape has at least 1 dimension");
        }
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "a dimension must be at least 1, not " + dimension + " as in " + dimensions);
            }
        }
    }

    /** A shape of these dimensions, outermost first. */
    public static Shape of(int... dimensions) {
        return new Shape(Arrays.stream(dimensions).boxed().toList());
    }

    /**
     * The number of elements: the product of the dimensions.
     *
     * @throws ArithmeticException if it exceeds the range of an int
     */
    public int size() {
        long size = 1;
        for (int i = 0; i < dimensions.size(); i++) {
            size *= dimensions.get(i);
            if (size > Integer.MAX_VALUE) {
                throw new ArithmeticException("a shape of " + this + " has more than " + Integer.MAX_VALUE
                        + " numbers, which no array can hold: use smaller dimensions");
            }
        }
        return (int) size;
    }

    /** The number of dimensions. */
    public int rank() {
        return dimensions.size();
    }

    /** Dimension {@code index}, counted from 0, the outermost. */
    public int dimension(int index) {
        return dimensions.get(index);
    }

    /** The innermost dimension: units, channels or features. */
    public int last() {
        return dimensions.get(dimensions.size() - 1);
    }

    /** The same shape with another innermost dimension. */
    public Shape withLast(int dimension) {
        List<Integer> changed = new ArrayList<>(dimensions);
        changed.set(changed.size() - 1, dimension);
        return new Shape(changed);
    }

    /** Whether this is one row of numbers. */
    public boolean isFlat() {
        return rank() == 1;
    }

    /** Whether this is a sequence: time × features. */
    public boolean isSequence() {
        return rank() == 2;
    }

    /** Whether this is an image: rows × columns × channels. */
    public boolean isImage() {
        return rank() == 3;
    }

    /** The dimensions with × between them: {@code 28×28×1}. */
    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
