package dev.longhand.processor.plan;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import java.util.List;
import java.util.Optional;

/**
 * a = γ·(x − μ)/√(σ² + ε) + β, a μ and σ² for each channel.
 *
 * @param positions the places of a sample
 * @param channels the numbers of a place
 * @param momentum the share of running statistics that a step keeps
 * @param epsilon ε
 * @param x where x comes from
 * @param a where a goes
 * @param statistics where the batch's μ and σ² are kept for the backward pass
 * @param gradient holds da
 * @param dx where the gradient in x goes, if anybody needs it
 * @param state the running μ and σ²
 */
public record BatchNormPlan(
        Head head,
        int positions,
        int channels,
        float momentum,
        float epsilon,
        Source x,
        Array a,
        Array statistics,
        Array gradient,
        Optional<Array> dx,
        List<StatePlan> state)
        implements LayerPlan {

    /** Keeps a copy of the list. */
    public BatchNormPlan {
        state = List.copyOf(state);
    }

    static BatchNormPlan of(ResolvedLayer.BatchNorm layer, LayerSite site) {
        int size = layer.input().size();
        int channels = layer.input().last();
        Shape shape = Shape.of(channels);
        return new BatchNormPlan(
                site.head(
                        "BatchNorm",
                        "a = γ·(x − μ)/√(σ² + ε) + β",
                        StyleRule.elementwise(site.askedStyle(), size),
                        List.of(site.gamma(channels), site.beta(channels))),
                size / channels,
                channels,
                layer.momentum(),
                layer.epsilon(),
                site.x(),
                site.a(),
                site.batchBuffer(
                        "STATISTICS",
                        2 * channels,
                        "μ and then σ² of " + layer.name() + "'s channels in the batch for the backward pass"),
                site.gradient(),
                site.dx(),
                List.of(
                        site.state("runningMean", "running μ", "MEAN", shape, 0),
                        site.state("runningVariance", "σ²", "VARIANCE", shape, 1)));
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(
                new Difference("the statistics of the batch", "Batch norm takes running statistics when predicting."));
    }
}
