package dev.longhand.processor.layer.norm;

import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.PlanContext;
import java.util.List;

/** The γ and β of a normalization. */
public record NormParameters(ParameterPlan gamma, ParameterPlan beta) {

    static NormParameters of(PlanContext context, int channels) {
        ParameterPlan gamma = context.gamma(channels);
        return new NormParameters(gamma, context.beta(channels));
    }

    List<ParameterPlan> list() {
        return List.of(gamma, beta);
    }
}
