package dev.longhand.processor;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementScanner14;

/** Finds out whether sources have annotations other than those of this processor. */
final class OtherAnnotations extends ElementScanner14<Boolean, Void> {

    private final Set<String> own;

    /**
     * A search.
     *
     * @param own the qualified names of this processor's annotations
     */
    OtherAnnotations(Set<String> own) {
        super(false);
        this.own = own;
    }

    /** Whether one of the elements, or anything declared in it, has another annotation. */
    boolean areOn(Iterable<? extends Element> elements) {
        for (Element element : elements) {
            if (scan(element)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Boolean scan(Element element, Void unused) {
        return element.getAnnotationMirrors().stream().anyMatch(this::isOther) || element.accept(this, unused);
    }

    @Override
    public Boolean visitType(TypeElement type, Void unused) {
        return areOn(type.getTypeParameters()) || areOn(type.getEnclosedElements());
    }

    @Override
    public Boolean visitExecutable(ExecutableElement method, Void unused) {
        return areOn(method.getTypeParameters()) || areOn(method.getParameters());
    }

    private boolean isOther(AnnotationMirror mirror) {
        return !(mirror.getAnnotationType().asElement() instanceof TypeElement type
                && own.contains(type.getQualifiedName().toString()));
    }
}
