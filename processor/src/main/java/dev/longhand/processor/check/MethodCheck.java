package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.SourcePosition;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The rules of the form of a method that declares a layer. */
final class MethodCheck {

    private static final String LAYER = "dev.longhand.Layer";

    private MethodCheck() {}

    static void check(NetworkDeclaration declaration, Problems problems) {
        declaration.layers().forEach(layer -> check(layer, problems));
    }

    private static void check(LayerDeclaration layer, Problems problems) {
        ExecutableElement method = layer.method();
        List<AnnotationDeclaration> annotations = layer.annotations();
        Optional<String> property = KotlinRule.property(layer);
        if (property.isPresent()) {
            problems.add(Message.KOTLIN_PROPERTY, layer.position(), property.get());
            return;
        }
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            AnnotationDeclaration annotation = annotations.get(0);
            problems.add(Message.METHOD_NOT_ABSTRACT, annotation.position(), layer.name(), annotation.name());
            return;
        }
        if (!returnsLayer(method)) {
            problems.add(Message.METHOD_NOT_LAYER, layer.position(), layer.name());
        } else if (annotations.isEmpty() && layer.isResolved()) {
            problems.add(Message.METHOD_WITHOUT_ANNOTATION, layer.position(), layer.name());
        }
        for (AnnotationDeclaration more : annotations.subList(Math.min(1, annotations.size()), annotations.size())) {
            problems.add(
                    Message.METHOD_TWO_ANNOTATIONS,
                    more.position(),
                    layer.name(),
                    annotations.get(0).name(),
                    more.name());
        }
        checkSignature(layer, problems);
    }

    /** Whether it returns Layer, or what the compiler doesn't know and reports itself. */
    private static boolean returnsLayer(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(LAYER);
    }

    private static void checkSignature(LayerDeclaration layer, Problems problems) {
        ExecutableElement method = layer.method();
        if (!returnsLayer(method)) {
            return;
        }
        if (!method.getParameters().isEmpty()) {
            problems.add(
                    Message.METHOD_PARAMETERS,
                    SourcePosition.of(method.getParameters().get(0)),
                    layer.name(),
                    method.getParameters().get(0).getSimpleName());
        }
        if (!method.getTypeParameters().isEmpty()) {
            problems.add(
                    Message.METHOD_GENERIC,
                    layer.position(),
                    layer.name(),
                    method.getTypeParameters().get(0).getSimpleName());
        }
        if (!method.getThrownTypes().isEmpty()) {
            problems.add(
                    Message.METHOD_THROWS,
                    layer.position(),
                    layer.name(),
                    TypeCheck.simpleName(method.getThrownTypes().get(0)));
        }
    }
}
