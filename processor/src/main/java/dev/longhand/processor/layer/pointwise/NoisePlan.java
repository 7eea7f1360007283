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
 * a = x + r.
 *
 * @param stddev the standard deviation of r
 * @param x where x comes from
 * @param a where a goes
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record NoisePlan(Head head, int size, float stddev, Source x, Array a, Array gradient, Optional<Array> dx)
        implements LayerPlan {

    public static NoisePlan of(ResolvedLayer.GaussianNoise layer, LayerSite site) {
        int size = layer.input().size();
        String formula = "a = x + r, r normal, ±" + Literals.plain(layer.stddev());
        site.leaveOutOfPrediction();
        return new NoisePlan(
                site.head("GaussianNoise", formula, StyleRule.elementwise(site.askedStyle(), size), List.of()),
                size,
                layer.stddev(),
                site.x(),
                site.a(),
                site.gradient(),
                site.dx());
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference("noise", "Noise layers do nothing when predicting."));
    }
}
