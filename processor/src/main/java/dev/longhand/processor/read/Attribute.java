package dev.longhand.processor.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * One attribute of an annotation. Its readings are empty where javac has no value, or one of another
 * type, which javac reports.
 *
 * @param name the attribute's name; an item of an array has its array's
 * @param value the value, given or by default
 * @param isGiven whether the user wrote it
 * @param position the value if it's given, otherwise the annotation
 */
public record Attribute(String name, Optional<AnnotationValue> value, boolean isGiven, SourcePosition position) {

    /** What compilers give for the value of a text that they don't know. */
    private static final String UNKNOWN_TEXT = "<error>";

    /**
     * Whether the compiler knows the value. It doesn't where a constant isn't written yet.
     *
     * @param type the attribute's type
     */
    boolean isResolved(TypeMirror type) {
        return value.isPresent() && isResolved(value.get().getValue(), type);
    }

    private static boolean isResolved(Object value, TypeMirror type) {
        if (value instanceof List<?> items && type instanceof ArrayType array) {
            return items.stream()
                    .allMatch(item -> item instanceof AnnotationValue inside
                            && isResolved(inside.getValue(), array.getComponentType()));
        }
        if (type.getKind().isPrimitive()) {
            return value instanceof Number || value instanceof Character || value instanceof Boolean;
        }
        return value instanceof VariableElement || value instanceof String text && !text.equals(UNKNOWN_TEXT);
    }

    /** The value of an {@code int} attribute. */
    public Optional<Integer> integer() {
        return value.map(AnnotationValue::getValue).flatMap(given -> {
            if (given instanceof Character character) {
                return Optional.of((int) character);
            }
            return given instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
        });
    }

    /** The value of a {@code double} attribute as the nearest float; none if it {@linkplain #isNoFloat isn't one}. */
    public Optional<Float> number() {
        return written().map(Double::floatValue).filter(number -> !isNoFloat());
    }

    /** The value of a {@code double} attribute. */
    public Optional<Double> written() {
        return value.map(AnnotationValue::getValue).flatMap(given -> {
            if (given instanceof Character character) {
                return Optional.of((double) character);
            }
            return given instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
        });
    }

    /** Whether it's a finite number that would be infinite as a float, or one other than 0 that would be 0. */
    public boolean isNoFloat() {
        return written()
                .filter(number -> Double.isFinite(number)
                        && (Float.isInfinite((float) (double) number) || number != 0 && (float) (double) number == 0))
                .isPresent();
    }

    /** The value of a {@code boolean} attribute. */
    public Optional<Boolean> flag() {
        return value.map(AnnotationValue::getValue)
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
    }

    /** The value of a {@code String} attribute. */
    public Optional<String> text() {
        return value.map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The value of an attribute that is a constant of {@code type}. */
    public <E extends Enum<E>> Optional<E> constant(Class<E> type) {
        return value.map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .flatMap(name -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst());
    }

    /** The items of an array attribute, each at its position; a single value is an array of one. */
    public List<Attribute> items() {
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().getValue() instanceof List<?> items) {
            return items.stream()
                    .filter(AnnotationValue.class::isInstance)
                    .map(AnnotationValue.class::cast)
                    .map(item ->
                            new Attribute(name, Optional.of(item), isGiven, isGiven ? position.at(item) : position))
                    .toList();
        }
        return List.of(this);
    }

    /** The values of an {@code int[]} attribute; empty if one of them has none. */
    public Optional<List<Integer>> integers() {
        return all(items().stream().map(Attribute::integer).toList());
    }

    /** The values of a {@code double[]} attribute as floats; empty if one of them has none. */
    public Optional<List<Float>> numbers() {
        return all(items().stream().map(Attribute::number).toList());
    }

    private <T> Optional<List<T>> all(List<Optional<T>> items) {
        return value.isPresent() && items.stream().allMatch(Optional::isPresent)
                ? Optional.of(items.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }
}
