package dev.longhand.processor.check;

import dev.longhand.processor.read.NetworkReader;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The rule that layer annotations are used in networks only. */
public final class LayerOutsideCheck {

    private LayerOutsideCheck() {}

    /** The problems of the layer annotations on {@code method}, none if its type is a network. */
    public static List<Problem> check(ExecutableElement method, NetworkReader reader) {
        TypeElement type = TypeCheck.owner(method);
        boolean isOfProperty = method.getSimpleName().toString().endsWith(NetworkReader.PROPERTY)
                && type.getEnclosingElement() instanceof TypeElement outer
                && NetworkReader.isNetwork(outer);
        if (isOfProperty || NetworkReader.isNetwork(type) || !NetworkReader.annotationsAreResolved(type)) {
            return List.of();
        }
        return reader.readLayerAnnotations(method).stream()
                .map(annotation -> Message.LAYER_OUTSIDE.at(
                        annotation.position(), annotation.name(), method.getSimpleName(), type.getSimpleName()))
                .toList();
    }
}
