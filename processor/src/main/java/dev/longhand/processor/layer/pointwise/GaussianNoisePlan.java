package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import java.util.List;
import java.util.Optional;

/**
 * a = x + r.
 *
 * @param stddev the standard deviation of r
 */
public record GaussianNoisePlan(LayerHead head, float stddev, LayerArrays arrays) implements OneInputPlan {

    /** The plan of a layer. */
    public static GaussianNoisePlan of(ResolvedGaussianNoise layer, PlanContext context) {
        int size = layer.input().size();
        String formula = "a = x + r, r ~ N(0, " + Literals.plain(layer.stddev()) + "²)";
        context.leaveOutOfPrediction();
        return new GaussianNoisePlan(
                context.head(formula, StyleRule.elementwise(context.declaredStyle(), size), List.of()),
                layer.stddev(),
                context.arrays());
    }

    /** The numbers of a sample. */
    public int size() {
        return head.output().size();
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("noise", "Noise layers do nothing when predicting.", true));
    }
}
