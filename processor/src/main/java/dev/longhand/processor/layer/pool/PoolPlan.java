package dev.longhand.processor.layer.pool;

import dev.longhand.processor.check.Names;
import dev.longhand.processor.check.ResolvedLayer.Pool2d;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * Each window of an image becomes one number, channel by channel.
 *
 * @param shape the constant that holds its shape at run time
 * @param x where x comes from
 * @param a where a goes
 * @param drawn which pixel of each pool was drawn, for the backward pass, if pixels are drawn
 * @param gradient holds da
 * @param dx where the gradient in x goes, if it is needed
 * @param doneBy the convolution that it is fused with
 */
public record PoolPlan(
        Head head,
        Pool2d.Kind kind,
        String shape,
        Shape image,
        Window window,
        InputArray x,
        WorkspaceArray a,
        Optional<WorkspaceArray> drawn,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx,
        Optional<String> doneBy)
        implements LayerPlan {

    public static PoolPlan of(Pool2d layer, PlanContext context) {
        String pixels = layer.window().pixels();
        String formula = switch (layer.kind()) {
            case MAX -> "a = max x, " + pixels;
            case AVERAGE, GLOBAL_AVERAGE -> "a = mean x, " + pixels;
            case STOCHASTIC -> "a = x drawn with p = x/Σx, " + pixels;
        };
        Head head =
                context.head(layer.kind().annotation(), formula, StyleRule.windowed(context.askedStyle()), List.of());
        Optional<String> doneBy = context.fusedConvolution();
        int size = layer.output().size();
        return new PoolPlan(
                head,
                layer.kind(),
                Names.constant(head.constant(), "SHAPE"),
                layer.input(),
                layer.window(),
                context.x(),
                context.a(),
                layer.kind() == Pool2d.Kind.STOCHASTIC
                        ? Optional.of(context.buffer(
                                "I", size, "which pixel of each pool " + layer.name() + " drew, for the backward pass"))
                        : Optional.empty(),
                context.gradient(),
                doneBy.isPresent() ? Optional.empty() : context.dx(),
                doneBy);
    }

    @Override
    public Optional<Difference> difference() {
        return kind == Pool2d.Kind.STOCHASTIC
                ? Optional.of(new Difference(
                        "stochastic pooling", "Stochastic pooling takes the weighted mean when predicting."))
                : Optional.empty();
    }
}
