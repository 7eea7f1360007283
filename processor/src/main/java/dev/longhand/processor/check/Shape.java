package dev.longhand.processor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The dimensions of one sample, outermost first, each at least 1; their product fits an int. */
public record Shape(List<Integer> dimensions) {

    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /** A shape of these dimensions. */
    public static Shape of(Integer... dimensions) {
        return new Shape(List.of(dimensions));
    }

    /** The number of elements. */
    public int size() {
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }

    /** The innermost dimension: units, channels or features. */
    public int last() {
        return dimensions.get(dimensions.size() - 1);
    }

    /** The same shape but for the innermost dimension. */
    public Shape withLast(int dimension) {
        List<Integer> changed = new ArrayList<>(dimensions);
        changed.set(changed.size() - 1, dimension);
        return new Shape(changed);
    }

    /** Whether a sample is one row of numbers. */
    public boolean isFlat() {
        return dimensions.size() == 1;
    }

    /** Whether a sample is a sequence: time × features. */
    public boolean isSequence() {
        return dimensions.size() == 2;
    }

    /** The dimensions with × between them: {@code 28×28×1}. */
    @Override
    public String toString() {
        return dimensions.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
