package dev.longhand.processor.plan;

import dev.longhand.processor.formula.Value;
import java.util.Optional;
import java.util.Set;

/** The plan of a layer that reads one other. */
public interface OneInputPlan extends LayerPlan {

    /** Its arrays. */
    LayerArrays arrays();

    /** Its input. */
    default InputArray x() {
        return arrays().x();
    }

    @Override
    default WorkspaceArray a() {
        return arrays().a();
    }

    /** The array of z, if it's needed after. */
    default Optional<WorkspaceArray> z() {
        return Optional.empty();
    }

    @Override
    default Set<Value> backwardReads() {
        return arrays().backwardReads();
    }

    /** The gradient that it receives. */
    default WorkspaceArray gradient() {
        return arrays().gradient();
    }

    /** The gradient with respect to its input, if any parameter depends on that. */
    default Optional<WorkspaceArray> dx() {
        return arrays().dx();
    }
}
