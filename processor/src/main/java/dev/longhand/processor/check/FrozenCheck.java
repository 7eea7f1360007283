package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.LayerDeclaration;
import java.util.Optional;

/** The rule of {@code @Frozen}. */
final class FrozenCheck {

    private final LayerRules rules;
    private final Problems problems;

    FrozenCheck(LayerRules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** Whether a layer is frozen; adds a problem if it has nothing that could be. */
    boolean check(LayerDeclaration layer) {
        Optional<AnnotationDeclaration> frozen = layer.frozen().filter(given -> layer.isResolved());
        if (frozen.isEmpty()) {
            return false;
        }
        Optional<LayerCheck<?>> check = rules.of(layer);
        boolean hasParameters = check.filter(LayerCheck::hasParameters).isPresent();
        if (!hasParameters && (check.isPresent() || layer.annotations().isEmpty())) {
            problems.add(Message.FROZEN_WITHOUT_PARAMETERS, frozen.get().position(), layer.name());
        }
        return hasParameters;
    }
}
