package dev.longhand.processor.layer.convolution;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.WindowMaximum;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.LayerReader;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.Optional;

/**
 * The max-pooling that a convolution is computed together with.
 *
 * <p>Where only the pooling layer reads the convolution, it's enough to keep the maximum of each pool and its
 * position; and as the gradient of the other pixels is 0, the backward pass visits one pixel of each pool instead of
 * all. That holds for pools that lie side by side without padding, for activations of each number whose derivative
 * isn't written in terms of z, and in the style of kernels, the only one with code for it.
 *
 * @param index the index of the pooling layer
 * @param name its name
 * @param window its pools
 * @param output the shape of one output sample
 * @param argmax which pixel, or step, of each pool is the maximum, for the backward pass
 */
public record FusedPool(int index, String name, Window window, Shape output, WorkspaceArray argmax) {

    /** The pooling that a convolution with activation {@code function} is computed together with, if any. */
    static Optional<FusedPool> of(ActivationFormula function, Style style, PlanContext context) {
        return style != Style.KERNELS || function.isRowwise() || function.reads(Value.Z)
                ? Optional.empty()
                : context.onlyReader().flatMap(reader -> of(reader, context));
    }

    private static Optional<FusedPool> of(LayerReader reader, PlanContext context) {
        return reader.layer() instanceof WindowMaximum pool
                ? pool.maximumOver()
                        .filter(window -> window.isSideBySide() && !window.isPadded())
                        .map(window -> of(reader.index(), pool, window, context))
                : Optional.empty();
    }

    private static FusedPool of(int index, WindowMaximum pool, Window window, PlanContext context) {
        String meaning = "which " + window.position() + " of each pool of " + pool.name()
                + " is the largest, for the backward pass";
        return new FusedPool(
                index,
                pool.name(),
                window,
                pool.output(),
                context.buffer("ARGMAX", pool.output().size(), meaning));
    }
}
