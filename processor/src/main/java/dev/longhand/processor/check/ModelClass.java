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
 * @param traits what else its source depends on
 * @param takenTypeNames simple names that mean types of the user's in the class
 */
public record ModelClass(
        String packageName,
        String declaration,
        String name,
        boolean implementsDeclaration,
        boolean isPublic,
        Traits traits,
        List<String> takenTypeNames) {

    public ModelClass {
        takenTypeNames = List.copyOf(takenTypeNames);
    }

    /**
     * What the source of a class depends on.
     *
     * @param seesGenerated whether it sees the JDK's annotation of generated source
     * @param suppressed the warnings that it would get because its declaration, or anything in that, is deprecated
     * @param hasToString whether the declaration has a {@code toString()}, which the model inherits
     */
    public record Traits(boolean seesGenerated, List<String> suppressed, boolean hasToString) {

        public Traits {
            suppressed = List.copyOf(suppressed);
        }
    }

    /** The qualified name of the class. */
    public String qualifiedName() {
        return inItsPackage(name);
    }

    /** The qualified name of another class in its package. */
    public String inItsPackage(String simpleName) {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
