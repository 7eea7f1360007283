package dev.longhand.processor.layer.merge;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.merge.ResolvedMerge.Kind;
import java.util.List;

/** What joined layers and their gradients are, in words. */
final class MergeFormulas {

    private MergeFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedMerge layer) {
        return switch (layer.kind()) {
            case ADD, CONCAT -> LayerDerivative.fixed();
            case MULTIPLY -> LayerDerivative.fixed(Value.X);
        };
    }

    /** {@code x1 + x2}, {@code x1·x2} or {@code [x1, x2]}. */
    static String join(Kind kind, List<String> names) {
        return switch (kind) {
            case ADD -> String.join(" + ", names);
            case MULTIPLY -> String.join("·", names);
            case CONCAT -> "[" + String.join(", ", names) + "]";
        };
    }

    /** The gradient with respect to one input, the others being {@code others}. */
    static String gradient(Kind kind, List<String> others) {
        return switch (kind) {
            case ADD -> "da";
            case MULTIPLY -> "da·" + String.join("·", others);
            case CONCAT -> "its part of da";
        };
    }
}
