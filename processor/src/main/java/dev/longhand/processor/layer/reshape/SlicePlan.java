package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
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
public record SlicePlan(Head head, int in, int offset, int size, WorkspaceArray x, WorkspaceArray a)
        implements LayerPlan {

    public static SlicePlan of(int in, int offset, int size, PlanContext context) {
        String formula = "a = x" + (offset == 0 ? " up to number " + size : " from number " + (offset + 1) + " on");
        return new SlicePlan(
                context.head("Input", formula, Style.LOOPS, List.of()),
                in,
                offset,
                size,
                context.x().training(),
                context.a());
    }
}
