package dev.longhand.processor.layer.norm;

import dev.longhand.Initializer;
import dev.longhand.Shape;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.ParameterPlan.ScaledInitialization;
import dev.longhand.processor.plan.PlanContext;
import java.util.List;

/** The γ and β of a normalization. */
public record NormParameters(ParameterPlan gamma, ParameterPlan beta) {

    static NormParameters of(PlanContext context, int channels) {
        ParameterPlan gamma = parameter("gamma", "γ", channels, Initializer.CONSTANT, context);
        return new NormParameters(gamma, parameter("beta", "β", channels, Initializer.ZEROS, context));
    }

    /** A number for each channel, all 0 or, of a constant initializer, all 1 at first. */
    private static ParameterPlan parameter(
            String name, String symbol, int channels, Initializer initializer, PlanContext context) {
        ScaledInitialization initial =
                new ScaledInitialization(new Initialization(initializer, 1, List.of()), channels, channels);
        return context.unpenalizedByName(name, symbol, Shape.of(channels), initial);
    }

    List<ParameterPlan> list() {
        return List.of(gamma, beta);
    }
}
