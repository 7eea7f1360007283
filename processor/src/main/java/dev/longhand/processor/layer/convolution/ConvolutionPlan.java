package dev.longhand.processor.layer.convolution;

import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedLayer.Pool2d;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.check.Window;
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
 * a = f(x ∗ W + b), or the maximum of it over each pool if the convolution is fused with the pooling after it.
 *
 * @param shape the constant that holds its shape at run time
 * @param x where x comes from
 * @param a where a goes
 * @param z where z goes, if it is needed later
 * @param gradient holds da; dz takes its place
 * @param dx where the gradient in x goes, if it is needed
 * @param pool the pooling that it is fused with
 */
public record ConvolutionPlan(
        Head head,
        String shape,
        Shape image,
        int filters,
        Window window,
        int groups,
        ActivationRule function,
        InputArray x,
        WorkspaceArray a,
        Optional<WorkspaceArray> z,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx,
        boolean fusedWithLoss,
        Optional<Pooled> pool)
        implements LayerPlan {

    /**
     * The pooling that a convolution is fused with.
     *
     * @param name its name
     * @param window its pools
     * @param output the shape of one output sample
     * @param argmax which pixel of each pool is the maximum, for the backward pass
     */
    public record Pooled(String name, Window window, Shape output, WorkspaceArray argmax) {}

    public static ConvolutionPlan of(ResolvedLayer.Conv2d layer, PlanContext context) {
        ActivationRule function = ActivationRule.of(layer.activation());
        Window window = layer.window();
        int channels = layer.input().last() / layer.groups();
        int fanIn = window.size() * channels;
        int fanOut = window.size() * layer.filters();
        List<ParameterPlan> parameters = new ArrayList<>();
        Shape weights = Shape.of(window.height(), window.width(), channels, layer.filters());
        parameters.add(context.parameter("weight", "W", weights, layer.weights(), fanIn, fanOut));
        layer.bias()
                .ifPresent(start -> parameters.add(
                        context.parameter("bias", "b", Shape.of(layer.filters()), start, fanIn, fanOut)));
        String formula =
                "a = " + function.formula("x ∗ W" + (layer.bias().isPresent() ? " + b" : "")) + ", " + window.pixels();
        Head head = context.head("Conv2d", formula, StyleRule.windowed(context.askedStyle()), parameters);
        Optional<Pooled> pool = context.poolFusion().map(fusion -> {
            Pool2d fused = (Pool2d) context.layer(fusion.pool());
            int size = fused.output().size();
            String meaning = "which pixel of each pool of " + fused.name() + " is the largest, for the backward pass";
            return new Pooled(fused.name(), fused.window(), fused.output(), context.buffer("I", size, meaning));
        });
        return new ConvolutionPlan(
                head,
                Names.constant(head.constant(), "SHAPE"),
                layer.input(),
                layer.filters(),
                window,
                layer.groups(),
                function,
                context.x(),
                pool.isPresent() ? context.a(context.poolFusion().get().pool()) : context.a(),
                context.keptZ(layer.output().size()),
                pool.isPresent() ? context.gradient(context.poolFusion().get().pool()) : context.gradient(),
                context.dx(),
                context.fusedWithLoss(),
                pool);
    }

    /** Whether there is a bias b. */
    public boolean hasBias() {
        return head.parameters().size() == 2;
    }

    /** The size of one output sample. */
    public int outputSize() {
        return pool.map(Pooled::output).orElse(head.output()).size();
    }

    @Override
    public WorkspaceArray lossInput() {
        return z.orElse(a);
    }

    @Override
    public float slope() {
        return function.slope();
    }

    @Override
    public boolean isFusedWithReader() {
        return pool.isPresent();
    }
}
