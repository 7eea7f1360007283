package dev.longhand.processor.layer.dense;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * a = f(x·W + b).
 *
 * @param rows the steps of a sample that is a sequence, to each of which the same is done, otherwise 1
 * @param x where x comes from
 * @param a where a goes
 * @param z where z goes, if anybody needs it after
 * @param gradient holds da, or dz where the loss has already differentiated f; dz takes its place
 * @param dx where the gradient in x goes, if anybody needs it
 * @param fusedWithLoss whether the loss has already differentiated f
 * @param namesWeights whether each weight has a local of its own when it's unrolled
 */
public record DensePlan(
        Head head,
        int in,
        int units,
        int rows,
        ActivationRule function,
        InputArray x,
        WorkspaceArray a,
        Optional<WorkspaceArray> z,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx,
        boolean fusedWithLoss,
        boolean namesWeights)
        implements LayerPlan {

    public static DensePlan of(ResolvedLayer.Dense layer, PlanContext context) {
        int in = layer.input().last();
        int rows = layer.input().size() / in;
        int units = layer.units();
        ActivationRule function = ActivationRule.of(layer.activation());
        Style style = StyleRule.dense(context.askedStyle(), in, units, context.constants(), context.parameterCount());
        if (style == Style.UNROLLED) {
            context.takeConstants(StyleRule.constants(in, units, context.parameterCount()));
        }
        List<ParameterPlan> parameters = new ArrayList<>();
        parameters.add(context.parameter("weight", "W", Shape.of(in, units), layer.weights(), in, units));
        layer.bias()
                .ifPresent(start -> parameters.add(context.parameter("bias", "b", Shape.of(units), start, in, units)));
        String formula = "a = " + function.formula("x·W" + (layer.bias().isPresent() ? " + b" : ""));
        return new DensePlan(
                context.head("Dense", formula, style, parameters),
                in,
                units,
                rows,
                function,
                context.x(),
                context.a(),
                context.keptZ(rows * units),
                context.gradient(),
                context.dx(),
                context.fusedWithLoss(),
                StyleRule.namesWeights(in, units));
    }

    /** Whether there is a bias b. */
    public boolean hasBias() {
        return head.parameters().size() == 2;
    }

    /** Whether it reads the data by kernels, which may skip zeros. */
    public boolean skipsZeros() {
        return head.style() == Style.KERNELS && x.isData() && rows == 1;
    }

    @Override
    public WorkspaceArray lossInput() {
        return z.orElse(a);
    }

    @Override
    public float slope() {
        return function.slope();
    }
}
