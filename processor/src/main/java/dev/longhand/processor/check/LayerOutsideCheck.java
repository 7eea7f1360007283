package dev.longhand.processor.check;

import dev.longhand.processor.read.NetworkReader;
import java.util.List;
import javax.lang.model.element.Element;

/** The rule that a layer annotation stands in a network. */
public final class LayerOutsideCheck {

    private LayerOutsideCheck() {}

    /** The problems of the layer annotations on {@code element}, none if its type is a network. */
    public static List<Problem> check(Element element) {
        Element type = element.getEnclosingElement();
        if (NetworkReader.isNetwork(type) || !NetworkReader.annotationsAreResolved(type)) {
            return List.of();
        }
        return NetworkReader.readLayerAnnotations(element).stream()
                .map(annotation -> Message.LAYER_OUTSIDE.at(
                        annotation.place(), annotation.name(), element.getSimpleName(), type.getSimpleName()))
                .toList();
    }
}
