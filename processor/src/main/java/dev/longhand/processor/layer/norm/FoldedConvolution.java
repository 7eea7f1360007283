package dev.longhand.processor.layer.norm;

import dev.longhand.Style;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.plan.FoldablePlan;
import dev.longhand.processor.plan.LayerReader;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.Optional;

/**
 * The convolution that a batch norm is folded into when predicting.
 *
 * <p>Then μ and σ² are constants, so a = γ·(z − μ)/√(σ² + ε) + β with z = x ∗ W + b is itself a convolution, with
 * weights W·γ/√(σ² + ε) and biases (b − μ)·γ/√(σ² + ε) + β. That holds where the convolution has no activation and
 * only the batch norm reads it. An activation layer that is the batch norm's only reader is applied in the same
 * call, unless the loss needs the activation's input.
 *
 * @param convolution the convolution
 * @param buffer the folded weights, then the folded biases
 * @param activation the activation that is applied in the same call, if any
 * @param a the outputs
 */
public record FoldedConvolution(
        FoldablePlan convolution, WorkspaceArray buffer, Optional<FoldedActivation> activation, WorkspaceArray a) {

    /**
     * The activation that is applied in the same call.
     *
     * @param index the index of its layer
     * @param name the name of its layer
     */
    public record FoldedActivation(int index, String name, ActivationFormula function) {}

    /** What a batch norm in this style is folded into. */
    static Optional<FoldedConvolution> of(Style style, PlanContext context) {
        return context.source()
                .filter(source -> style == Style.KERNELS && context.isOnlyReader())
                .filter(FoldablePlan.class::isInstance)
                .map(FoldablePlan.class::cast)
                .filter(FoldablePlan::isFoldable)
                .map(convolution -> of(convolution, context));
    }

    private static FoldedConvolution of(FoldablePlan convolution, PlanContext context) {
        Optional<FoldedActivation> activation = context.onlyReader().flatMap(FoldedConvolution::activation);
        context.takeOverPredictionOf(convolution.head().index());
        activation.map(FoldedActivation::index).ifPresent(context::takeOverPredictionOf);
        return new FoldedConvolution(
                convolution,
                context.batchBuffer(
                        "FOLDED",
                        convolution.weightCount() + convolution.unitCount(),
                        "weights and biases of " + convolution.head().name()
                                + " with batch norm folded in, for predicting"),
                activation,
                activation.map(FoldedActivation::index).map(context::a).orElseGet(context::a));
    }

    /** The reader of a batch norm, if it's an activation of each number that the loss isn't fused with. */
    private static Optional<FoldedActivation> activation(LayerReader reader) {
        return reader.derivative()
                .activation()
                .filter(function -> !reader.derivative().learns() && !reader.isFusedWithLoss())
                .map(ActivationFormula::of)
                .filter(function -> !function.isRowwise())
                .map(function ->
                        new FoldedActivation(reader.index(), reader.layer().name(), function));
    }
}
