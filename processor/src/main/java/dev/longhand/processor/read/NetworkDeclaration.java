package dev.longhand.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A type with {@code @Network}.
 *
 * @param type the type
 * @param network its {@code @Network}
 * @param pretrained its {@code @Pretrained}, if it has one
 * @param layers the methods that declare a layer or try to, in source order
 * @param isResolved whether the compiler knows every type and every constant that the declaration mentions
 */
public record NetworkDeclaration(
        TypeElement type,
        AnnotationDeclaration network,
        Optional<AnnotationDeclaration> pretrained,
        List<LayerDeclaration> layers,
        boolean isResolved) {

    public NetworkDeclaration {
        layers = List.copyOf(layers);
    }

    /** The type's simple name. */
    public String name() {
        return type.getSimpleName().toString();
    }

    /** The type's name. */
    public SourcePosition position() {
        return SourcePosition.of(type);
    }
}
