package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Set;

/**
 * The array of the input in another shape: nothing to compute.
 *
 * @param a the array
 */
public record ViewPlan(LayerHead head, WorkspaceArray a) implements LayerPlan {

    /** The plan of a flatten layer. */
    public static ViewPlan of(ResolvedFlatten layer, PlanContext context) {
        return of("a = x in one row", context);
    }

    /** The plan of a reshape layer. */
    public static ViewPlan of(ResolvedReshape layer, PlanContext context) {
        return of("a = x in another shape", context);
    }

    private static ViewPlan of(String formula, PlanContext context) {
        return new ViewPlan(
                context.head(formula, Style.LOOPS, List.of()), context.x(0).training());
    }

    @Override
    public Set<Value> backwardReads() {
        return Set.of();
    }

    @Override
    public boolean isView() {
        return true;
    }
}
