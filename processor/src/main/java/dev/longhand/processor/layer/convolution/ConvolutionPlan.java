package dev.longhand.processor.layer.convolution;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.plan.AffineParameters;
import dev.longhand.processor.plan.FoldablePlan;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OutputActivation;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import java.util.Optional;

/**
 * a = f(x ∗ W + b), or the maximum of it over each pool if the convolution is fused with the pooling after it.
 *
 * @param geometry images, windows and filters
 * @param parameters W and b
 * @param activation f
 * @param pool the pooling that it is fused with
 */
public record ConvolutionPlan(
        LayerHead head,
        Geometry geometry,
        AffineParameters parameters,
        OutputActivation activation,
        LayerArrays arrays,
        Optional<FusedPool> pool)
        implements FoldablePlan {

    /**
     * Images, windows and filters.
     *
     * @param constant the constant that holds them at run time
     */
    public record Geometry(String constant, Shape image, Window window, int filters, int groups) {}

    /** The plan of a layer. */
    public static ConvolutionPlan of(ResolvedFilters layer, PlanContext context) {
        ActivationFormula function = ActivationFormula.of(layer.activation());
        Window window = layer.window();
        int fanIn = window.size() * layer.input().last() / layer.groups();
        int fanOut = window.size() * layer.filters();
        AffineParameters parameters =
                context.affineParameters(layer.weightShape(), layer.initialization(), fanIn, fanOut);
        String formula = ConvolutionFormulas.layer(function, parameters.hasBias(), window);
        Style style = StyleRule.windowed(context.declaredStyle());
        Optional<FusedPool> pool = FusedPool.of(function, style, context);
        OutputActivation activation =
                new OutputActivation(function, context.keptZ(layer.output().size()), context.isFusedWithLoss());
        return new ConvolutionPlan(
                context.head(formula, style, parameters.list()),
                new Geometry(
                        ConstantNames.of(layer.name()),
                        window.image(layer.input()),
                        window,
                        layer.filters(),
                        layer.groups()),
                parameters,
                activation,
                pool.map(FusedPool::index).map(context::arraysUpTo).orElseGet(context::arrays),
                pool);
    }

    @Override
    public String shape() {
        return geometry.constant();
    }

    /** The shape of x, where a sequence is an image of one column. */
    public Shape image() {
        return geometry.image();
    }

    /** Its windows. */
    public Window window() {
        return geometry.window();
    }

    /** The channels of its output. */
    public int filters() {
        return geometry.filters();
    }

    /** The parts of channels and filters that are connected to one another only. */
    public int groups() {
        return geometry.groups();
    }

    /** Whether the sums x ∗ W + b are its output, with no function and no pooling after them. */
    public boolean isAffine() {
        return function().isIdentity() && pool.isEmpty();
    }

    /** The size of one output sample. */
    public int outputSize() {
        return pool.map(FusedPool::output).orElse(head.output()).size();
    }

    @Override
    public boolean isFoldable() {
        return head.style() == Style.KERNELS && isAffine();
    }

    @Override
    public boolean isFusedWithReader() {
        return pool.isPresent();
    }
}
