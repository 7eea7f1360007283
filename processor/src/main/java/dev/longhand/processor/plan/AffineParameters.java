package dev.longhand.processor.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of z = x·W + b, or of z = x·W. */
public record AffineParameters(ParameterPlan weights, Optional<ParameterPlan> bias) {

    /** In storage order. */
    public List<ParameterPlan> list() {
        return Stream.concat(Stream.of(weights), bias.stream()).toList();
    }

    /** Whether there is a bias b. */
    public boolean hasBias() {
        return bias.isPresent();
    }
}
