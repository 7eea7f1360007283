package dev.longhand.importer;

import dev.longhand.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Attributes of an annotation as Java text: those whose value isn't the default, in the order in which they're added. */
public final class Attributes {

    private final List<String> written = new ArrayList<>();
    private final Set<String> types = new TreeSet<>();

    /** No attributes. */
    public Attributes() {}

    /** Adds a whole number. */
    public Attributes add(String name, int value) {
        return addText(name, String.valueOf(value));
    }

    /** Adds whole numbers: one without braces, several that are equal as one. */
    public Attributes addPair(String name, List<Integer> values) {
        return addList(name, values.stream().distinct().count() == 1 ? values.subList(0, 1) : values);
    }

    /** Adds whole numbers, one without braces. */
    public Attributes addList(String name, List<Integer> values) {
        return addText(name, list(values));
    }

    /** Adds the dimensions of a shape. */
    public Attributes addShape(String name, Shape shape) {
        return addList(name, shape.dimensions());
    }

    /** Adds a number, as the shortest decimal that is the same {@code float}. */
    public Attributes addNumber(String name, double value) {
        return addText(name, number(value));
    }

    /** Adds a flag. */
    public Attributes addFlag(String name, boolean value) {
        return addText(name, String.valueOf(value));
    }

    /** Adds a constant of an enum of the package {@code dev.longhand}. */
    public Attributes addConstant(String name, Enum<?> value) {
        types.add(value.getDeclaringClass().getName());
        return addText(name, value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Adds {@code activation} and {@code slope}, unless it's the identity. */
    Attributes addActivation(ActivationSetting activation, ActivationSetting ifNone) {
        return activation.equals(ifNone) ? this : addFunction("activation", activation);
    }

    /** Adds a function by its attribute's name, and its slope. */
    Attributes addFunction(String name, ActivationSetting activation) {
        addConstant(name, activation.activation());
        return activation.hasOtherSlope() ? addNumber("slope", activation.slope()) : this;
    }

    /** Adds what differs from a window of this size that moves by 1 without padding. */
    Attributes addPadding(PaddingSetting padding) {
        if (padding.isSame()) {
            return addConstant("padding", padding.padding());
        }
        return padding.isNone() ? this : addList("explicitPadding", padding.shortest());
    }

    private Attributes addText(String name, String value) {
        written.add(name + " = " + value);
        return this;
    }

    /** Each attribute as {@code name = value}. */
    public List<String> written() {
        return Collections.unmodifiableList(written);
    }

    /** The qualified names of the types that the values mention. */
    public Set<String> types() {
        return Collections.unmodifiableSet(types);
    }

    /** Whole numbers as an annotation takes them: {@code 3}, or {@code {3, 1}}. */
    static String list(List<Integer> values) {
        return values.size() == 1
                ? String.valueOf(values.get(0))
                : values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }

    /** A number as the shortest decimal that is the same {@code float}: {@code 0.1}, {@code 1e-5}, {@code 2}. */
    static String number(double value) {
        BigDecimal shortest = new BigDecimal(Float.toString((float) value)).stripTrailingZeros();
        if (shortest.signum() == 0) {
            return "0";
        }
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -3 && exponent <= 6) {
            return shortest.toPlainString();
        }
        return shortest.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
