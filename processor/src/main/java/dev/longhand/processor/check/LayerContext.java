package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * A layer under check.
 *
 * @param name the layer's name
 * @param annotation its annotation
 * @param inputs the layers that it reads
 * @param problems the list that its problems are added to
 */
public record LayerContext(String name, AnnotationDeclaration annotation, List<Incoming> inputs, Problems problems) {

    public LayerContext {
        inputs = List.copyOf(inputs);
    }

    /**
     * A layer that is read.
     *
     * @param layer the layer's name
     * @param shape its shape, if no error left it unknown
     * @param isData whether it's the data, or a part of it, in any shape
     */
    public record Incoming(String layer, Optional<Shape> shape, boolean isData) {}

    /** The input shape of a layer with one input, unless an error leaves it unknown. */
    public Optional<Shape> input() {
        return inputs.isEmpty() ? Optional.empty() : inputs.get(0).shape();
    }

    /** Whether the layer reads the data only. */
    public boolean readsData() {
        return inputs.stream().allMatch(Incoming::isData);
    }

    /** An attribute of the layer's annotation. */
    public Attribute attribute(String attributeName) {
        return annotation.attribute(attributeName);
    }

    /** Adds a problem at an attribute. */
    public void problem(Message message, Attribute attribute, Object... arguments) {
        problems.add(message, attribute.position(), arguments);
    }

    /** Adds a problem at the annotation. */
    public void problem(Message message, Object... arguments) {
        problems.add(message, annotation.position(), arguments);
    }
}
