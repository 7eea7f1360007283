package dev.longhand.processor.check;

import dev.longhand.processor.read.LayerDeclaration;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The private methods of generated source: a declaration can't have one that they would override or hide. */
final class SourceMethods {

    private static final Set<String> NAMES = Set.of("loss", "describe", "addGradient");
    private static final Set<String> PREFIXES =
            Set.of("forward", "predict", "backward", "update", "values", "describe");

    /** A method that the models of networks with several outputs have in addition, and the beginning of others. */
    private static final String SCALE = "scaleGradient";

    private static final String LOSS = "loss";

    /** What the names of methods with the calls of several layers have in a layer's place. */
    private static final String SEVERAL = "Layers";

    private SourceMethods() {}

    /** Whether the model of a declaration could have a private method with the signature of {@code method}. */
    static boolean clashWith(ExecutableElement method, NetworkDeclaration declaration) {
        boolean isOfInterface = TypeCheck.owner(method).getKind().isInterface();
        boolean isHidden = method.getModifiers().contains(Modifier.PRIVATE)
                || method.getModifiers().contains(Modifier.STATIC) && isOfInterface;
        return !isHidden
                && !method.getParameters().isEmpty()
                && method.getParameters().stream().allMatch(parameter -> isOfSource(parameter.asType()))
                && isNameOfSource(method.getSimpleName().toString(), declaration);
    }

    private static boolean isNameOfSource(String name, NetworkDeclaration declaration) {
        boolean hasOutputs = DeclaredOutput.areDeclared(declaration);
        return NAMES.contains(name)
                || hasOutputs && name.equals(SCALE)
                || Stream.concat(PREFIXES.stream(), hasOutputs ? Stream.of(LOSS) : Stream.empty())
                        .filter(name::startsWith)
                        .map(prefix -> name.substring(prefix.length()))
                        .anyMatch(rest -> Stream.concat(
                                        Stream.of(SEVERAL),
                                        declaration.layers().stream().map(SourceMethods::suffix))
                                .anyMatch(rest::startsWith));
    }

    private static String suffix(LayerDeclaration layer) {
        String name = layer.name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static boolean isOfSource(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isOfSource(array.getComponentType());
        }
        return type.getKind().isPrimitive()
                || type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && Stream.of("dev.longhand.", "java.nio.")
                                .anyMatch(element.getQualifiedName().toString()::startsWith);
    }
}
