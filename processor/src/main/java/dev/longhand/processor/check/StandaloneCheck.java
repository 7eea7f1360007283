package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.NetworkDeclaration;
import java.util.Optional;
import java.util.Set;

/** The rules of {@code standalone} and {@code standaloneLearns}. */
final class StandaloneCheck {

    private StandaloneCheck() {}

    /**
     * The class that a declaration asks for, if any.
     *
     * @param names the names of the compilation's classes, among which it claims its own
     * @param masked the indices of the layers whose outputs are sequences with masked steps
     */
    static Optional<StandaloneClass> check(
            NetworkDeclaration declaration, ModelNames names, Set<Integer> masked, Problems problems) {
        AnnotationDeclaration network = declaration.network();
        Attribute standalone = network.attribute("standalone");
        Attribute learns = network.attribute("standaloneLearns");
        boolean isToLearn = learns.flag().orElse(false);
        if (!standalone.flag().orElse(false)) {
            if (isToLearn) {
                problems.add(Message.STANDALONE_LEARNS_ALONE, learns.position(), declaration.name());
            }
            return Optional.empty();
        }
        names.checkStandalone(declaration, standalone, problems);
        if (DeclaredOutput.areDeclared(declaration)) {
            problems.add(Message.STANDALONE_OUTPUTS, standalone.position(), declaration.name());
        }
        int last = declaration.layers().size() - 1;
        if (isToLearn && last >= 0 && masked.contains(last)) {
            String output = declaration.layers().get(last).name();
            problems.add(Message.STANDALONE_MASKED, learns.position(), output);
        }
        return Optional.of(new StandaloneClass(ModelNames.standaloneName(declaration.type()), isToLearn));
    }
}
