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
 * a = x + r.
 *
 * @param stddev the standard deviation of r
 * @param x where x comes from
 * @param a where a goes
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record GaussianNoisePlan(
        Head head,
        int size,
        float stddev,
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx)
        implements LayerPlan {

    public static GaussianNoisePlan of(ResolvedLayer.GaussianNoise layer, PlanContext context) {
        int size = layer.input().size();
        String formula = "a = x + r, r normal, ±" + Literals.plain(layer.stddev());
        context.leaveOutOfPrediction();
        return new GaussianNoisePlan(
                context.head("GaussianNoise", formula, StyleRule.elementwise(context.askedStyle(), size), List.of()),
                size,
                layer.stddev(),
                context.x(),
                context.a(),
                context.gradient(),
                context.dx());
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("noise", "Noise layers do nothing when predicting."));
    }
}
