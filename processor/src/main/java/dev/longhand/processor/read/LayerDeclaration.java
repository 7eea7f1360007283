package dev.longhand.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A method that declares a layer, or tries to: it's abstract or carries a layer annotation.
 *
 * @param method the method
 * @param annotations its layer annotations, one if it's right
 * @param from its {@code @From}, if it has one
 * @param output its {@code @Output}, if it has one
 * @param penalty its {@code @Penalty}, if it has one
 * @param frozen its {@code @Frozen}, if it has one
 * @param isResolved whether the compiler knows all its annotations with their values, and what it returns
 */
public record LayerDeclaration(
        ExecutableElement method,
        List<AnnotationDeclaration> annotations,
        Optional<AnnotationDeclaration> from,
        Optional<AnnotationDeclaration> output,
        Optional<AnnotationDeclaration> penalty,
        Optional<AnnotationDeclaration> frozen,
        boolean isResolved) {

    public LayerDeclaration {
        annotations = List.copyOf(annotations);
    }

    /** The layer's name: the method's. */
    public String name() {
        return method.getSimpleName().toString();
    }

    /** The method's name. */
    public SourcePosition position() {
        return SourcePosition.of(method);
    }
}
