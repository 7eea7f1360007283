package dev.longhand.processor.layer.norm;

import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.ResolvedConvolution;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.NormFold;
import dev.longhand.processor.plan.NormFold.Following;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * The convolution that a batch norm is folded into when predicting.
 *
 * @param names what the convolution and its constants are called
 * @param weightCount the numbers of W
 * @param x the input of the convolution
 * @param buffer the folded weights, then the folded biases
 * @param activation the activation that is applied in the same call, if any
 * @param a the outputs
 */
public record FoldedConvolution(
        ConvolutionNames names,
        int weightCount,
        InputArray x,
        WorkspaceArray buffer,
        Optional<FoldedActivation> activation,
        WorkspaceArray a) {

    /**
     * What the convolution and its constants are called.
     *
     * @param shape the constant of its geometry
     * @param weights the constant of W's offset
     * @param bias the constant of b's offset, if there is a b
     */
    public record ConvolutionNames(String name, String shape, String weights, Optional<String> bias) {

        static ConvolutionNames of(ResolvedConvolution convolution, List<ParameterPlan> parameters) {
            return new ConvolutionNames(
                    convolution.name(),
                    ConstantNames.of(convolution.name()),
                    parameters.get(0).constant(),
                    parameters.stream().skip(1).findFirst().map(ParameterPlan::constant));
        }
    }

    /** The activation that is applied in the same call, and the name of its layer. */
    public record FoldedActivation(String name, ActivationFormula function) {}

    static FoldedConvolution of(NormFold fold, PlanContext context) {
        ResolvedConvolution convolution = fold.convolution();
        int weights = convolution.weightShape().size();
        context.takeOverPredictionOf(fold.index());
        fold.activation().map(Following::index).ifPresent(context::takeOverPredictionOf);
        return new FoldedConvolution(
                ConvolutionNames.of(convolution, context.parametersOf(fold.index())),
                weights,
                context.xOf(fold.index()),
                context.batchBuffer(
                        "FOLDED",
                        weights + convolution.weightShape().last(),
                        "weights and biases of " + convolution.name() + " with batch norm folded in, for predicting"),
                fold.activation()
                        .map(Following::layer)
                        .map(layer -> new FoldedActivation(layer.name(), ActivationFormula.of(layer.activation()))),
                fold.activation().map(Following::index).map(context::a).orElseGet(context::a));
    }
}
