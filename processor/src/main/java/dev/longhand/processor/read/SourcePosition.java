package dev.longhand.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** A position in the source: an element, an annotation on it, or a value in that annotation. */
public record SourcePosition(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {

    /** The element itself: its name. */
    public static SourcePosition of(Element element) {
        return new SourcePosition(element, Optional.empty(), Optional.empty());
    }

    /** An annotation on the element. */
    public static SourcePosition of(Element element, AnnotationMirror annotation) {
        return new SourcePosition(element, Optional.of(annotation), Optional.empty());
    }

    /** A value in the annotation at this position. */
    public SourcePosition at(AnnotationValue inside) {
        return new SourcePosition(element, annotation, Optional.of(inside));
    }
}
