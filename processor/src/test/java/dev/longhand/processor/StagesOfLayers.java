package dev.longhand.processor;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;

/** What {@link LayerKinds} does, for tests in other packages. */
public final class StagesOfLayers {

    private StagesOfLayers() {}

    /** What flow asks of a layer. */
    public static LayerDerivative derivative(ResolvedLayer layer) {
        return LayerKinds.derivative(layer);
    }

    /** The plan of a layer. */
    public static LayerPlan plan(ResolvedLayer layer, PlanContext context) {
        return LayerKinds.plan(layer, context);
    }
}
