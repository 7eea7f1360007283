package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.Literals;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = x·m.
 *
 * @param x where x comes from
 * @param a where a goes
 * @param mask where m is kept for the backward pass
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record DropoutPlan(
        Head head,
        int size,
        float rate,
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray mask,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx)
        implements LayerPlan {

    public static DropoutPlan of(ResolvedLayer.Dropout layer, PlanContext context) {
        int size = layer.input().size();
        String formula = "a = x·m, m = 0 or 1/(1 − " + Literals.plain(layer.rate()) + ")";
        context.leaveOutOfPrediction();
        return new DropoutPlan(
                context.head("Dropout", formula, StyleRule.elementwise(context.askedStyle(), size), List.of()),
                size,
                layer.rate(),
                context.x(),
                context.a(),
                context.buffer("M", size, "m of " + layer.name() + " for the backward pass"),
                context.gradient(),
                context.dx());
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("dropout", "Dropout layers do nothing when predicting."));
    }
}
