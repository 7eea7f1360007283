package dev.longhand.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** A place in the source: an element, or an annotation on it, or a value in that annotation. */
public record Place(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

    /** The element itself: its name. */
    public static Place of(Element element) {
        return new Place(element, Optional.empty(), Optional.empty());
    }

    /** An annotation on the element. */
    public static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, Optional.of(annotation), Optional.empty());
    }

    /** A value in the annotation that this place is in. */
    public Place at(AnnotationValue inside) {
        return new Place(element, annotation, Optional.of(inside));
    }
}
