package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;

/**
 * The same array in another shape: nothing to print.
 *
 * @param a the array
 */
public record ViewPlan(Head head, WorkspaceArray a) implements LayerPlan {

    public static ViewPlan of(String kind, String formula, PlanContext context) {
        return new ViewPlan(
                context.head(kind, formula, Style.LOOPS, List.of()), context.x().training());
    }

    @Override
    public boolean isView() {
        return true;
    }
}
