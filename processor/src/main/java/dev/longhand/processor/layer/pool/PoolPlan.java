package dev.longhand.processor.layer.pool;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.pool.ResolvedPooling.Kind;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;

/**
 * Each window of an image becomes one number, channel by channel.
 *
 * @param geometry images and windows
 * @param drawn the array of which pixel of each pool was drawn, if one is
 * @param computedBy the layer that computes it as well
 */
public record PoolPlan(
        LayerHead head,
        Kind kind,
        Geometry geometry,
        LayerArrays arrays,
        Optional<WorkspaceArray> drawn,
        Optional<String> computedBy)
        implements OneInputPlan {

    /**
     * Images and windows.
     *
     * @param constant the constant that holds them at run time
     */
    public record Geometry(String constant, Shape image, Window window) {}

    /** The plan of a layer. */
    public static PoolPlan of(ResolvedPooling layer, PlanContext context) {
        Optional<String> computedBy = context.source()
                .filter(LayerPlan::isFusedWithReader)
                .map(source -> source.head().name());
        Style style = StyleRule.windowed(context.declaredStyle());
        Optional<WorkspaceArray> drawn = layer.kind() == Kind.STOCHASTIC
                ? Optional.of(context.buffer(
                        "DRAWN",
                        layer.output().size(),
                        "which pixel of each pool " + layer.name() + " drew, for the backward pass"))
                : Optional.empty();
        return new PoolPlan(
                context.head(PoolFormulas.layer(layer), style, List.of()),
                layer.kind(),
                new Geometry(ConstantNames.of(layer.name()), layer.window().image(layer.input()), layer.window()),
                arrays(style, computedBy.isPresent(), context),
                drawn,
                computedBy);
    }

    /** Loops find the argmax in x again, without a. */
    private static LayerArrays arrays(Style style, boolean isComputedByAnother, PlanContext context) {
        if (isComputedByAnother) {
            return context.arraysWithoutDx();
        }
        return style == Style.LOOPS ? context.arrays().without(Value.A) : context.arrays();
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

    @Override
    public Optional<Difference> difference() {
        return kind == Kind.STOCHASTIC
                ? Optional.of(new Difference(
                        "stochastic pooling", "Stochastic pooling takes the weighted mean when predicting.", true))
                : Optional.empty();
    }
}
