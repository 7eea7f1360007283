package dev.longhand.processor.check;

import dev.longhand.processor.read.AnnotationDeclaration;
import dev.longhand.processor.read.Attribute;
import dev.longhand.processor.read.LayerDeclaration;
import java.util.Optional;

/** The rules of {@code @Penalty}. */
final class PenaltyCheck {

    private final LayerRules rules;
    private final Problems problems;

    PenaltyCheck(LayerRules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** Adds the problems of a layer's penalties and returns those that are right. */
    LayerTraining check(LayerDeclaration layer) {
        Optional<AnnotationDeclaration> penalty = layer.penalty().filter(given -> layer.isResolved());
        if (penalty.isEmpty()) {
            return LayerTraining.NONE;
        }
        Optional<LayerCheck<?>> check = rules.of(layer);
        if (check.filter(LayerCheck::hasWeights).isEmpty()) {
            if (check.isPresent() || layer.annotations().isEmpty()) {
                problems.add(Message.PENALTY_WITHOUT_WEIGHTS, penalty.get().position(), layer.name());
            }
            return LayerTraining.NONE;
        }
        FloatCheck.check(penalty.get(), layer.name(), problems);
        return new LayerTraining(factor(layer, penalty.get(), "l1"), factor(layer, penalty.get(), "l2"), false);
    }

    private Optional<Float> factor(LayerDeclaration layer, AnnotationDeclaration penalty, String name) {
        Attribute attribute = penalty.attribute(name);
        Optional<Float> number = attribute.number().filter(given -> attribute.isGiven());
        if (number.isPresent() && !(number.get() >= 0 && Float.isFinite(number.get()))) {
            problems.add(Message.PENALTY_RANGE, attribute.position(), name, layer.name(), number.get());
            return Optional.empty();
        }
        return number;
    }
}
