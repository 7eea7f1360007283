package dev.longhand.processor.read;

import java.util.List;
import java.util.Optional;

/**
 * An annotation of Longhand's as it was written.
 *
 * @param name its simple name: {@code Dense}
 * @param attributes all of its attributes that have a value, given or by default
 * @param position the annotation on its element
 * @param isResolved whether the compiler knows the values of all its attributes
 */
public record AnnotationDeclaration(
        String name, List<Attribute> attributes, SourcePosition position, boolean isResolved) {

    public AnnotationDeclaration {
        attributes = List.copyOf(attributes);
    }

    /** The attribute of this name; one without a value if it's required but missing. */
    public Attribute attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(attributeName))
                .findFirst()
                .orElseGet(() -> new Attribute(attributeName, Optional.empty(), false, position));
    }
}
