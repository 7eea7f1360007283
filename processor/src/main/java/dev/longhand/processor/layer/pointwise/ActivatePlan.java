package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = f(x). Where the loss has already differentiated f, its gradient goes straight to the layer before, and this
 * one has no backward pass.
 *
 * @param x where x comes from
 * @param a where a goes
 * @param z where a copy of x goes, if the loss needs it and x isn't the same array in every pass
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record ActivatePlan(
        Head head,
        int size,
        ActivationRule function,
        InputArray x,
        WorkspaceArray a,
        Optional<WorkspaceArray> z,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx)
        implements LayerPlan {

    public static ActivatePlan of(ResolvedLayer.Activate layer, PlanContext context) {
        ActivationRule function = ActivationRule.of(layer.activation());
        int size = layer.input().size();
        InputArray x = context.x();
        boolean keepsX = context.fusedWithLoss() && !x.training().equals(x.predicting());
        return new ActivatePlan(
                context.head(
                        "Activate",
                        "a = " + function.formula("x"),
                        StyleRule.elementwise(context.askedStyle(), size),
                        List.of()),
                size,
                function,
                x,
                context.a(),
                keepsX
                        ? Optional.of(context.buffer("Z", size, "x of " + layer.name() + " for the loss"))
                        : Optional.empty(),
                context.gradient(),
                context.fusedWithLoss() ? Optional.empty() : context.dx());
    }

    @Override
    public WorkspaceArray lossInput() {
        return z.orElse(x.training());
    }

    @Override
    public float slope() {
        return function.slope();
    }
}
