package dev.longhand.processor.layer.convolution;

import dev.longhand.Shape;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.plan.AffineParameters;
import dev.longhand.processor.plan.AffinePlan;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OutputActivation;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.PoolFusion;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
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
        Optional<Pooled> pool)
        implements AffinePlan {

    /**
     * Images, windows and filters.
     *
     * @param constant the constant that holds them at run time
     */
    public record Geometry(String constant, Shape image, Window window, int filters, int groups) {}

    /**
     * The pooling that a convolution is fused with.
     *
     * @param name its name
     * @param window its pools
     * @param output the shape of one output sample
     * @param argmax which pixel, or step, of each pool is the maximum, for the backward pass
     */
    public record Pooled(String name, Window window, Shape output, WorkspaceArray argmax) {}

    /** The plan of a layer. */
    public static ConvolutionPlan of(ResolvedFilters layer, PlanContext context) {
        ActivationFormula function = ActivationFormula.of(layer.activation());
        Window window = layer.window();
        int fanIn = window.size() * layer.input().last() / layer.groups();
        int fanOut = window.size() * layer.filters();
        AffineParameters parameters = context.affineParameters(layer.weightShape(), layer.start(), fanIn, fanOut);
        String formula = ConvolutionFormulas.layer(function, parameters.hasBias(), window);
        Optional<PoolFusion> fusion = context.poolFusion();
        Optional<Pooled> pool = fusion.map(fused -> pooled(fused, context));
        OutputActivation activation =
                new OutputActivation(function, context.keptZ(layer.output().size()), context.isFusedWithLoss());
        return new ConvolutionPlan(
                context.head(formula, StyleRule.windowed(context.askedStyle()), parameters.list()),
                new Geometry(
                        ConstantNames.of(layer.name()),
                        window.image(layer.input()),
                        window,
                        layer.filters(),
                        layer.groups()),
                parameters,
                activation,
                fusion.isPresent() ? context.arraysUpTo(fusion.get().index()) : context.arrays(),
                pool);
    }

    private static Pooled pooled(PoolFusion fusion, PlanContext context) {
        String name = fusion.pool().name();
        Shape output = fusion.pool().output();
        String meaning = "which " + fusion.pool().window().position() + " of each pool of " + name
                + " is the largest, for the backward pass";
        return new Pooled(name, fusion.pool().window(), output, context.buffer("ARGMAX", output.size(), meaning));
    }

    /** The constant that holds its geometry at run time. */
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
        return pool.map(Pooled::output).orElse(head.output()).size();
    }

    @Override
    public boolean isFusedWithReader() {
        return pool.isPresent();
    }
}
