package dev.longhand.processor.check;

import static java.util.Map.entry;

import dev.longhand.processor.read.NetworkDeclaration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The methods of every model, which a declaration can't have. */
final class ModelMethods {

    /** What every model implements; a declaration may extend it. */
    static final String MODEL = "dev.longhand.model.Model";

    /** Those of {@link #MODEL} and the factory, each with its parameters. */
    private static final Map<String, List<String>> SIGNATURES = Map.ofEntries(
            entry("parameters", List.of("")),
            entry("predictor", List.of("")),
            entry("info", List.of("")),
            entry("summary", List.of("")),
            entry("forward", List.of("Workspace int")),
            entry("forwardTraining", List.of("Workspace int")),
            entry("forwardSampling", List.of("Workspace int")),
            entry("loss", List.of("Workspace int")),
            entry("backward", List.of("Workspace int")),
            entry("updateState", List.of("Workspace int")),
            entry("workspace", List.of("int")),
            entry("predict", List.of("float[]", "float float[]", "float[] int float[]")),
            entry("sample", List.of("float[] int long")),
            entry("create", List.of("long")));

    /** Those of models with pretrained weights. */
    private static final Map<String, List<String>> OF_PRETRAINED = Map.ofEntries(
            entry("pretrained", List.of("")),
            entry("classify", List.of("float[]")),
            entry("predict", List.of("Map", "Row")),
            entry("prediction", List.of("double[]", "double[] List", "Prediction")));

    private ModelMethods() {}

    /** Whether the model of a declaration has a method of this name without parameters. */
    static boolean isAccessor(String name, NetworkDeclaration declaration) {
        return has(name, "", declaration);
    }

    private static boolean has(String name, String parameters, NetworkDeclaration declaration) {
        return SIGNATURES.getOrDefault(name, List.of()).contains(parameters)
                || declaration.pretrained().isPresent()
                        && OF_PRETRAINED.getOrDefault(name, List.of()).contains(parameters);
    }

    /** Whether {@code method} has the signature of a method of a declaration's model. */
    static boolean clashWith(ExecutableElement method, NetworkDeclaration declaration) {
        String parameters = method.getParameters().stream()
                .map(parameter -> name(parameter.asType()))
                .collect(Collectors.joining(" "));
        boolean isOfInterface = TypeCheck.owner(method).getKind().isInterface();
        boolean isHidden = method.getModifiers().contains(Modifier.PRIVATE)
                || (method.getModifiers().contains(Modifier.STATIC) && isOfInterface);
        return !isHidden && has(method.getSimpleName().toString(), parameters, declaration);
    }

    private static String name(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.getKind().name().toLowerCase(Locale.ROOT);
    }
}
