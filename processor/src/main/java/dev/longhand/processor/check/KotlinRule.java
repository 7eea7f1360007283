package dev.longhand.processor.check;

import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkReader;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The rule that Kotlin declares layers by functions, not properties: the annotation of a property isn't on its
 * getter, and the getter has another name.
 */
final class KotlinRule {

    private static final String METADATA = "kotlin.Metadata";
    private static final String GETTER = "get";

    private KotlinRule() {}

    /** The name of the property that a method is the getter of, if its type is written in Kotlin. */
    static Optional<String> property(LayerDeclaration layer) {
        String name = layer.name();
        TypeElement type = TypeCheck.owner(layer.method());
        if (!name.startsWith(GETTER) || !layer.method().getParameters().isEmpty()) {
            return Optional.empty();
        }
        return isKotlin(type) || hasProperty(type, name)
                ? Optional.of(name.substring(GETTER.length()))
                        .filter(rest -> !rest.isEmpty() && !Character.isLowerCase(rest.charAt(0)))
                        .map(rest -> rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1))
                : Optional.empty();
    }

    private static boolean isKotlin(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .map(AnnotationMirror::getAnnotationType)
                .anyMatch(annotation -> annotation.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals(METADATA));
    }

    /** Whether the type, or the type in it that holds the bodies of an interface, has annotations of a property. */
    private static boolean hasProperty(TypeElement type, String getter) {
        String holder = getter + NetworkReader.PROPERTY;
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(holder))
                || ElementFilter.typesIn(type.getEnclosedElements()).stream()
                        .flatMap(inner -> ElementFilter.methodsIn(inner.getEnclosedElements()).stream())
                        .anyMatch(method -> method.getSimpleName().contentEquals(holder));
    }
}
