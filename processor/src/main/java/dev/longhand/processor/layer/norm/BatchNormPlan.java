package dev.longhand.processor.layer.norm;

import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.NormFold;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
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
 * @param folded the convolution that it's folded into when predicting
 */
public record BatchNormPlan(
        Head head,
        int positions,
        int channels,
        float momentum,
        float epsilon,
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray statistics,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx,
        List<StatePlan> state,
        Optional<Folded> folded)
        implements LayerPlan {

    /** Keeps a copy of the list. */
    public BatchNormPlan {
        state = List.copyOf(state);
    }

    /**
     * The convolution that a batch norm is folded into when predicting.
     *
     * @param convolution its name
     * @param shape the constant that holds its shape at run time
     * @param weights the constant of W's offset
     * @param bias the constant of b's offset, if there is a b
     * @param weightCount the numbers of W
     * @param x where its input comes from
     * @param buffer where the folded weights go, then the folded biases
     * @param activate the name of the activation layer that is applied in the same call, if any
     * @param function its function
     * @param a where the outputs go
     */
    public record Folded(
            String convolution,
            String shape,
            String weights,
            Optional<String> bias,
            int weightCount,
            InputArray x,
            WorkspaceArray buffer,
            Optional<String> activate,
            Optional<ActivationRule> function,
            WorkspaceArray a) {}

    public static BatchNormPlan of(ResolvedLayer.BatchNorm layer, PlanContext context) {
        int size = layer.input().size();
        int channels = layer.input().last();
        Shape shape = Shape.of(channels);
        return new BatchNormPlan(
                context.head(
                        "BatchNorm",
                        "a = γ·(x − μ)/√(σ² + ε) + β",
                        StyleRule.elementwise(context.askedStyle(), size),
                        List.of(context.gamma(channels), context.beta(channels))),
                size / channels,
                channels,
                layer.momentum(),
                layer.epsilon(),
                context.x(),
                context.a(),
                context.batchBuffer(
                        "STATISTICS",
                        2 * channels,
                        "μ and then σ² of " + layer.name() + "'s channels in the batch for the backward pass"),
                context.gradient(),
                context.dx(),
                List.of(
                        context.state("runningMean", "running μ", "MEAN", shape, 0),
                        context.state("runningVariance", "σ²", "VARIANCE", shape, 1)),
                context.normFold().map(fold -> folded(fold, context)));
    }

    private static Folded folded(NormFold fold, PlanContext context) {
        ResolvedLayer.Conv2d convolution = (ResolvedLayer.Conv2d) context.layer(fold.convolution());
        int weights =
                convolution.window().size() * convolution.input().last() / convolution.groups() * convolution.filters();
        String constant = Names.constant(convolution.name());
        Optional<ResolvedLayer.Activate> activate =
                fold.activate().map(index -> (ResolvedLayer.Activate) context.layer(index));
        context.takeOverPredictionOf(fold.convolution());
        fold.activate().ifPresent(context::takeOverPredictionOf);
        return new Folded(
                convolution.name(),
                Names.constant(constant, "SHAPE"),
                Names.constant(constant, "W"),
                convolution.bias().map(bias -> Names.constant(constant, "B")),
                weights,
                context.xOf(fold.convolution()),
                context.batchBuffer(
                        "FOLDED",
                        weights + convolution.filters(),
                        "weights and biases of " + convolution.name() + " with batch norm folded in, for predicting"),
                activate.map(ResolvedLayer.Activate::name),
                activate.map(layer -> ActivationRule.of(layer.activation())),
                fold.activate().map(context::a).orElseGet(context::a));
    }

    @Override
    public Optional<Difference> difference() {
        return Optional.of(
                new Difference("the statistics of the batch", "Batch norm takes running statistics when predicting."));
    }
}
