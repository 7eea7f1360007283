package dev.longhand.processor.layer.dense;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.plan.AffineParameters;
import dev.longhand.processor.plan.AffinePlan;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OutputActivation;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.Optional;

/**
 * a = f(x·W + b).
 *
 * @param size its inputs, units and rows
 * @param parameters W and b
 * @param activation f
 * @param unrolling how it's written if it's unrolled
 */
public record DensePlan(
        LayerHead head,
        Size size,
        AffineParameters parameters,
        OutputActivation activation,
        LayerArrays arrays,
        Unrolling unrolling)
        implements AffinePlan {

    /**
     * The size of a dense layer.
     *
     * @param rows the steps of a sample that is a sequence, each of which is a row of x, otherwise 1
     */
    public record Size(int in, int units, int rows) {}

    /**
     * How a layer is unrolled.
     *
     * @param namesWeights whether each weight has a local variable
     * @param nestsMaximum whether the maximum that softmax subtracts is one expression
     */
    public record Unrolling(boolean namesWeights, boolean nestsMaximum) {}

    /** The plan of a layer. */
    public static DensePlan of(ResolvedDense layer, PlanContext context) {
        int in = layer.input().last();
        int units = layer.units();
        Size size = new Size(in, units, layer.input().size() / in);
        ActivationFormula function = ActivationFormula.of(layer.activation());
        Style style = context.denseStyle(in, units);
        AffineParameters parameters = context.affineParameters(Shape.of(in, units), layer.initialization(), in, units);
        Optional<WorkspaceArray> z = context.keptZ(size.rows() * units);
        return new DensePlan(
                context.head(DenseFormulas.layer(function, parameters.hasBias()), style, parameters.list()),
                size,
                parameters,
                new OutputActivation(function, z, context.isFusedWithLoss()),
                context.arrays(),
                new Unrolling(StyleRule.namesWeights(in, units), StyleRule.nestsMaximum(units)));
    }

    /** The numbers of a row of x. */
    public int in() {
        return size.in();
    }

    /** The units. */
    public int units() {
        return size.units();
    }

    @Override
    public int rows() {
        return size.rows();
    }

    @Override
    public boolean skipsZeros() {
        return head.style() == Style.KERNELS && x().isData() && rows() == 1;
    }
}
