package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import java.util.Optional;

/**
 * A layer under check.
 *
 * @param name the layer's name
 * @param annotation its annotation
 * @param input the shape that comes in, if no error left it unknown
 * @param problems where its problems go
 */
record LayerContext(String name, AnnotationDeclaration annotation, Optional<Shape> input, Problems problems) {

    /** An attribute of the layer's annotation. */
    Attribute attribute(String attributeName) {
        return annotation.attribute(attributeName);
    }

    /** Adds a problem at an attribute. */
    void problem(Message message, Attribute attribute, Object... arguments) {
        problems.add(message, attribute.place(), arguments);
    }

    /** Adds a problem at the annotation. */
    void problem(Message message, Object... arguments) {
        problems.add(message, annotation.place(), arguments);
    }
}
