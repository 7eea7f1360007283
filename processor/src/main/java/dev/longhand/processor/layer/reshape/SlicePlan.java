package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import java.util.List;

/**
 * a = the numbers of each sample from {@code offset} on.
 *
 * @param in the numbers of a sample
 * @param offset where the part begins in a sample
 * @param size the numbers of the part
 * @param x the samples
 * @param a where the part goes
 */
public record SlicePlan(Head head, int in, int offset, int size, Array x, Array a) implements LayerPlan {

    public static SlicePlan of(int in, int offset, int size, LayerSite site) {
        String formula = "a = x" + (offset == 0 ? " up to number " + size : " from number " + (offset + 1) + " on");
        return new SlicePlan(
                site.head("Input", formula, Style.LOOPS, List.of()),
                in,
                offset,
                size,
                site.x().training(),
                site.a());
    }
}
