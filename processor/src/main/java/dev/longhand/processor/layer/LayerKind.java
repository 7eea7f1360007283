package dev.longhand.processor.layer;

import dev.longhand.processor.check.LayerCheck;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import java.lang.annotation.Annotation;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One kind of layer with its part of each stage; the type parameters ensure that each part gets the results of the one
 * before.
 *
 * @param <L> the layer after check
 * @param <P> its plan
 * @param annotation what declares it
 * @param check its rules
 * @param layer the type of the layer after check
 * @param derivative its derivative, for flow
 * @param planner makes its plan
 * @param plan the type of its plan
 * @param emitter prints its plan
 */
public record LayerKind<L extends ResolvedLayer, P extends LayerPlan>(
        Class<? extends Annotation> annotation,
        LayerCheck<L> check,
        Class<L> layer,
        Function<? super L, LayerDerivative> derivative,
        BiFunction<L, PlanContext, P> planner,
        Class<P> plan,
        Function<P, LayerEmitter> emitter) {

    /** The derivative of a layer. */
    public LayerDerivative derivative(ResolvedLayer resolved) {
        return derivative.apply(layer.cast(resolved));
    }

    /** The plan of a layer. */
    public LayerPlan plan(ResolvedLayer resolved, PlanContext context) {
        return planner.apply(layer.cast(resolved), context);
    }

    /** The emitter of a plan. */
    public LayerEmitter emitter(LayerPlan planned) {
        return emitter.apply(plan.cast(planned));
    }
}
