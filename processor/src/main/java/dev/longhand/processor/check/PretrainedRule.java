package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.NetworkDeclaration;
import dev.longhand.processor.read.NetworkReader;
import dev.longhand.processor.read.ResourceName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** The rules of {@code @Pretrained} that don't need its resource. */
public final class PretrainedRule {

    private PretrainedRule() {}

    /** The problem of {@code @Pretrained} on a type that is no network. */
    public static List<Problem> checkOutside(Element type) {
        Optional<AnnotationDeclaration> pretrained = NetworkReader.readPretrained(type);
        return pretrained.isEmpty() || NetworkReader.isNetwork(type) || !NetworkReader.annotationsAreResolved(type)
                ? List.of()
                : List.of(Message.PRETRAINED_OUTSIDE.at(pretrained.get().position(), type.getSimpleName()));
    }

    /** Checks the name of the resource. */
    static void checkName(NetworkDeclaration declaration, Problems problems) {
        resource(declaration)
                .filter(written -> written.text().isPresent())
                .filter(written -> ResourceName.of("", written.text().get()).isEmpty())
                .ifPresent(written -> problems.add(
                        Message.PRETRAINED_NAME,
                        written.position(),
                        written.text().get()));
    }

    /** The name of the resource as written. */
    public static Optional<Attribute> resource(NetworkDeclaration declaration) {
        return declaration.pretrained().map(annotation -> annotation.attribute("value"));
    }
}
