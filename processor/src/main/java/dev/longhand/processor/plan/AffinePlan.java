package dev.longhand.processor.plan;

import dev.longhand.processor.formula.ActivationFormula;
import java.util.Optional;

/** The plan of a layer that applies an activation to sums of its inputs times weights: a = f(z), z = x·W + b. */
public interface AffinePlan extends OneInputPlan {

    /** W and b. */
    AffineParameters parameters();

    /** f; dz is written to the array of da. */
    OutputActivation activation();

    /** f. */
    default ActivationFormula function() {
        return activation().function();
    }

    @Override
    default Optional<WorkspaceArray> z() {
        return activation().z();
    }

    /** Whether there is a bias b. */
    default boolean hasBias() {
        return parameters().bias().isPresent();
    }

    /** The constant of W's offset. */
    default String weights() {
        return parameters().weights().constant();
    }

    /** The numbers of W. */
    default int weightCount() {
        return parameters().weights().size();
    }

    /** The units, or filters: the last dimension of W. */
    default int unitCount() {
        return parameters().weights().shape().last();
    }

    /** The constant of b's offset, if there is a b. */
    default Optional<String> bias() {
        return parameters().bias().map(ParameterPlan::constant);
    }

    @Override
    default WorkspaceArray lossInput() {
        return z().orElse(a());
    }

    @Override
    default float slope() {
        return function().slope();
    }
}
