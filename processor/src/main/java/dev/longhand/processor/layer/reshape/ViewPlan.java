package dev.longhand.processor.layer.reshape;

import dev.longhand.Style;
import dev.longhand.processor.plan.Array;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerSite;
import java.util.List;

/**
 * The same array in another shape: nothing to print.
 *
 * @param a the array
 */
public record ViewPlan(Head head, Array a) implements LayerPlan {

    public static ViewPlan of(String kind, String formula, LayerSite site) {
        return new ViewPlan(
                site.head(kind, formula, Style.LOOPS, List.of()), site.x().training());
    }

    @Override
    public boolean isView() {
        return true;
    }
}
