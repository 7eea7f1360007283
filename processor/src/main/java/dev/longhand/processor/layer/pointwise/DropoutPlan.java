package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import dev.longhand.processor.plan.Literals;
import dev.longhand.processor.plan.Source;
import dev.longhand.processor.plan.StyleRule;
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
        Head head, int size, float rate, Source x, Array a, Array mask, Array gradient, Optional<Array> dx)
        implements LayerPlan {

    public static DropoutPlan of(ResolvedLayer.Dropout layer, LayerSite site) {
        int size = layer.input().size();
        String formula = "a = x·m, m = 0 or 1/(1 − " + Literals.plain(layer.rate()) + ")";
        site.leaveOutOfPrediction();
        return new DropoutPlan(
                site.head("Dropout", formula, StyleRule.elementwise(site.askedStyle(), size), List.of()),
                size,
                layer.rate(),
                site.x(),
                site.a(),
                site.buffer("M", size, "m of " + layer.name() + " for the backward pass"),
                site.gradient(),
                site.dx());
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("dropout", "Dropout layers do nothing when predicting."));
    }
}
