package dev.longhand.processor.layer.norm;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StatePlan;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * a = γ·(x − μ)/√(σ² + ε) + β, with a μ and a σ² for each channel.
 *
 * @param size positions, channels and ε
 * @param momentum the share of the running statistics that a step keeps
 * @param parameters γ and β
 * @param statistics μ and σ²
 * @param folded the convolution that it's folded into when predicting
 */
public record BatchNormPlan(
        LayerHead head,
        NormSize size,
        float momentum,
        NormParameters parameters,
        LayerArrays arrays,
        Statistics statistics,
        Optional<FoldedConvolution> folded)
        implements OneInputPlan {

    /**
     * μ and σ².
     *
     * @param batch those of the batch, kept for the backward pass
     * @param runningMean the running μ
     * @param runningVariance the running σ²
     */
    public record Statistics(WorkspaceArray batch, StatePlan runningMean, StatePlan runningVariance) {}

    /** The plan of a layer. */
    public static BatchNormPlan of(ResolvedBatchNorm layer, PlanContext context) {
        NormSize size = NormSize.of(layer.input(), layer.epsilon());
        int channels = size.channels();
        Style style =
                StyleRule.elementwise(context.declaredStyle(), layer.input().size());
        NormParameters parameters = NormParameters.of(context, channels);
        StatePlan mean = context.state("runningMean", "running μ", "MEAN", Shape.of(channels), 0);
        StatePlan variance = context.state("runningVariance", "σ²", "VARIANCE", Shape.of(channels), 1);
        Statistics statistics = new Statistics(
                context.batchBuffer(
                        "STATISTICS",
                        2 * channels,
                        "μ and then σ² of " + layer.name() + "'s channels in the batch for the backward pass"),
                mean,
                style == Style.KERNELS ? variance.unnamed() : variance);
        return new BatchNormPlan(
                context.head(NormFormulas.LAYER, style, parameters.list()),
                size,
                layer.momentum(),
                parameters,
                context.arrays(),
                statistics,
                FoldedConvolution.of(style, context));
    }

    /** The positions of a sample. */
    int positions() {
        return size.positions();
    }

    /** The channels. */
    int channels() {
        return size.channels();
    }

    /** ε. */
    float epsilon() {
        return size.epsilon();
    }

    @Override
    public List<StatePlan> state() {
        return List.of(statistics.runningMean(), statistics.runningVariance());
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(new Difference(
                "the statistics of the batch", "Batch norm takes running statistics when predicting.", false));
    }
}
