package dev.longhand.processor.check;

import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The type names that models of one compilation can't have: those of its source files and those of other models.
 * Classes on the class path don't count, because a model that was written by an earlier run is among them.
 */
public final class ModelNames {

    private static final String GENERATED = "dev.longhand.LonghandGenerated";

    private final Elements elements;
    private final Map<String, String> owners = new HashMap<>();

    /** Nothing is taken yet. */
    public ModelNames(Elements elements) {
        this.elements = elements;
    }

    /** Takes the names of source files. */
    public void take(Iterable<? extends Element> sources) {
        for (Element source : sources) {
            if (source instanceof TypeElement type) {
                String name = type.getQualifiedName().toString();
                owners.putIfAbsent(name, name);
            }
        }
    }

    private boolean isGenerated(String name) {
        TypeElement type = elements.getTypeElement(name);
        return type != null
                && type.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> mirror.getAnnotationType().asElement() instanceof TypeElement annotation
                                && annotation.getQualifiedName().contentEquals(GENERATED));
    }

    /** A declaration's name within its package: {@code Outer.Xor}. */
    static String nameInPackage(TypeElement type) {
        return TypeCheck.enclosing(type)
                .map(enclosing -> enclosing.getSimpleName().toString())
                .reduce((inner, outer) -> outer + "." + inner)
                .orElseThrow();
    }

    /** The simple name of the model: {@code Outer_XorModel}. */
    static String modelName(TypeElement type) {
        return nameInPackage(type).replace('.', '_') + "Model";
    }

    /** The simple name of the class in a standalone file: {@code Outer_XorAlone}. */
    static String standaloneName(TypeElement type) {
        return nameInPackage(type).replace('.', '_') + "Alone";
    }

    /** Claims the name of the declaration's model, or adds the problem that it's taken. */
    void check(NetworkDeclaration declaration, Problems problems) {
        String modelName = modelName(declaration.type());
        String holder = claim(modelName, declaration);
        if (!holder.isEmpty() && isGenerated(holder)) {
            problems.add(Message.MODEL_AMONG_SOURCES, declaration.position(), modelName, declaration.name());
        } else if (!holder.isEmpty()) {
            problems.add(Message.MODEL_NAME_TAKEN, declaration.position(), declaration.name(), modelName);
        }
    }

    /** Claims the name of the class in the declaration's standalone file, or adds the problem that it's taken. */
    void checkStandalone(NetworkDeclaration declaration, Attribute standalone, Problems problems) {
        String name = standaloneName(declaration.type());
        if (!claim(name, declaration).isEmpty()) {
            problems.add(Message.STANDALONE_NAME_TAKEN, standalone.position(), name, declaration.name());
        }
    }

    /** Claims a name in the declaration's package; what has it already, nothing if it's free. */
    private String claim(String name, NetworkDeclaration declaration) {
        String packageName =
                elements.getPackageOf(declaration.type()).getQualifiedName().toString();
        String qualified = packageName.isEmpty() ? name : packageName + "." + name;
        String owner = declaration.type().getQualifiedName().toString();
        String holder = owners.putIfAbsent(qualified, owner);
        return holder == null || holder.equals(owner) ? "" : holder;
    }
}
