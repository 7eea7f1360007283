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
 * @param seesGenerated whether the class sees the JDK's annotation of generated source
 * @param takenTypeNames simple names that mean types of the user's in the class
 */
public record ModelClass(
        String packageName,
        String declaration,
        String name,
        boolean implementsDeclaration,
        boolean isPublic,
        boolean seesGenerated,
        List<String> takenTypeNames) {

    public ModelClass {
        takenTypeNames = List.copyOf(takenTypeNames);
    }

    /** The qualified name of the class. */
    public String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
