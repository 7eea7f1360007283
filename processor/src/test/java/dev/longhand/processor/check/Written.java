package dev.longhand.processor.check;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;

/** An annotation as if it were written in a source file, for tests without a compiler. */
public final class Written {

    private final String name;
    private final SourcePosition position = SourcePosition.of(mock(Element.class), mock(AnnotationMirror.class));
    private final List<Attribute> attributes = new ArrayList<>();

    private Written(String name) {
        this.name = name;
    }

    public static Written annotation(String name) {
        return new Written(name);
    }

    /** An attribute that is written: a number, a flag, an enum constant or a list of numbers. */
    public Written with(String attribute, Object value) {
        AnnotationValue written = value(value);
        attributes.removeIf(other -> other.name().equals(attribute));
        attributes.add(new Attribute(attribute, Optional.of(written), true, position.at(written)));
        return this;
    }

    /** An attribute that has its default. */
    public Written byDefault(String attribute, Object value) {
        attributes.add(new Attribute(attribute, Optional.of(value(value)), false, position));
        return this;
    }

    /** {@code @Dense} without any attribute yet. */
    public static Written dense() {
        return annotation("Dense");
    }

    public AnnotationDeclaration declaration() {
        return new AnnotationDeclaration(name, attributes, position, true);
    }

    private static AnnotationValue value(Object value) {
        AnnotationValue written = mock(AnnotationValue.class);
        Object inside = value;
        if (value instanceof Enum<?> constant) {
            inside = constant(constant);
        } else if (value instanceof List<?> items) {
            inside = items.stream().map(Written::value).toList();
        }
        when(written.getValue()).thenReturn(inside);
        return written;
    }

    private static VariableElement constant(Enum<?> constant) {
        Name simple = mock(Name.class);
        when(simple.toString()).thenReturn(constant.name());
        VariableElement element = mock(VariableElement.class);
        when(element.getSimpleName()).thenReturn(simple);
        return element;
    }
}
