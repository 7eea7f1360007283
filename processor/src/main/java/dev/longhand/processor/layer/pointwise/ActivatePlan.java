package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import dev.longhand.processor.plan.Source;
import dev.longhand.processor.plan.StyleRule;
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
        Source x,
        Array a,
        Optional<Array> z,
        Array gradient,
        Optional<Array> dx)
        implements LayerPlan {

    public static ActivatePlan of(ResolvedLayer.Activate layer, LayerSite site) {
        ActivationRule function = ActivationRule.of(layer.activation());
        int size = layer.input().size();
        Source x = site.x();
        boolean keepsX = site.fusedWithLoss() && !x.training().equals(x.predicting());
        return new ActivatePlan(
                site.head(
                        "Activate",
                        "a = " + function.formula("x"),
                        StyleRule.elementwise(site.askedStyle(), size),
                        List.of()),
                size,
                function,
                x,
                site.a(),
                keepsX
                        ? Optional.of(site.buffer("Z", size, "x of " + layer.name() + " for the loss"))
                        : Optional.empty(),
                site.gradient(),
                site.fusedWithLoss() ? Optional.empty() : site.dx());
    }

    @Override
    public Array lossInput() {
        return z.orElse(x.training());
    }

    @Override
    public float slope() {
        return function.slope();
    }
}
