package dev.longhand.processor.check;

import java.util.List;

/**
 * The class to write.
 *
 * @param packageName the package of the declaration, empty for the unnamed one
 * @param declaration the declaration's name within its package: {@code Xor}, {@code Outer.Xor}
 * @param name the simple name of the class: {@code XorModel}, {@code Outer_XorModel}
 * @param implementsDeclaration whether the declaration is an interface, otherwise an abstract class
 * @param isPublic whether the class is public, as its declaration
 * @param takenTypeNames simple names that mean types of the user's in the class
 * @param hasToString whether the declaration has a {@code toString()}, which the model inherits
 */
public record ModelClass(
        String packageName,
        String declaration,
        String name,
        boolean implementsDeclaration,
        boolean isPublic,
        List<String> takenTypeNames,
        boolean hasToString) {

    public ModelClass {
        takenTypeNames = List.copyOf(takenTypeNames);
    }

    /** The qualified name of the class. */
    public String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
