package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = f(x). Where the loss has differentiated f, its gradient is that of the layer before, and this one has no
 * backward pass.
 *
 * @param z the array of a copy of x, if the loss needs one because x isn't the same array in every pass
 */
public record ActivatePlan(LayerHead head, ActivationFormula function, LayerArrays arrays, Optional<WorkspaceArray> z)
        implements OneInputPlan {

    /** The plan of a layer. */
    public static ActivatePlan of(ResolvedActivate layer, PlanContext context) {
        ActivationFormula function = ActivationFormula.of(layer.activation());
        int size = layer.input().size();
        boolean copiesX = context.lossReads(Value.Z) && !context.x(0).isSameInEveryPass();
        Optional<WorkspaceArray> z = copiesX
                ? Optional.of(context.buffer("Z", size, "x of " + layer.name() + " for the loss"))
                : Optional.empty();
        return new ActivatePlan(
                context.head(
                        "a = " + function.formula("x"),
                        StyleRule.elementwise(context.declaredStyle(), size),
                        List.of()),
                function,
                context.isFusedWithLoss() ? context.arraysWithoutDx() : context.arrays(),
                z);
    }

    /** The numbers of a sample. */
    public int size() {
        return head.output().size();
    }

    @Override
    public WorkspaceArray lossInput() {
        return z.orElse(x().training());
    }

    @Override
    public float slope() {
        return function.slope();
    }
}
