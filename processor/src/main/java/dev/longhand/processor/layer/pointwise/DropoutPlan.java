package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = x·m.
 *
 * @param mask the array of m, kept for the backward pass
 */
public record DropoutPlan(LayerHead head, float rate, LayerArrays arrays, WorkspaceArray mask) implements OneInputPlan {

    /** The plan of a layer. */
    public static DropoutPlan of(ResolvedDropout layer, PlanContext context) {
        int size = layer.input().size();
        String formula = "a = x·m, m = 0 or 1/(1 − " + Literals.plain(layer.rate()) + ")";
        context.leaveOutOfPrediction();
        WorkspaceArray mask = context.buffer("M", size, "m of " + layer.name() + " for the backward pass");
        return new DropoutPlan(
                context.head(formula, StyleRule.elementwise(context.declaredStyle(), size), List.of()),
                layer.rate(),
                context.arrays(),
                mask);
    }

    /** The numbers of a sample. */
    public int size() {
        return head.output().size();
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("dropout", "Dropout layers do nothing when predicting.", true));
    }
}
