package dev.longhand.processor.interpreter;

import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The attributes of an annotation as a user writes them; what isn't given is left out. */
final class Attributes {

    private final List<String> attributes = new ArrayList<>();

    /** {@code name = value}. */
    void add(String name, Object value) {
        attributes.add(name + " = " + value);
    }

    /** A number, unless it's NaN. */
    void number(String name, float value) {
        if (!Float.isNaN(value)) {
            attributes.add(name + " = " + value + "f");
        }
    }

    /** A function with its slope. */
    void function(String before, Function function) {
        attributes.add(before + "Activation." + function.activation());
        number("slope", function.slope());
    }

    /** What parameters start from. */
    void start(Start start, Start byDefault, String values, String name) {
        if (!start.values().isEmpty()) {
            attributes.add(values + " = "
                    + start.values().stream().map(v -> v + "f").collect(Collectors.joining(", ", "{", "}")));
        } else if (!start.equals(byDefault)) {
            add(name, "Initializer." + start.initializer());
            number(name + "Scale", start.scale());
        }
    }

    /** The annotation. */
    String of(String annotation) {
        return "@" + annotation + (attributes.isEmpty() ? "" : "(" + String.join(", ", attributes) + ")");
    }
}
