package dev.longhand.processor.emit;

import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints the methods of one layer. */
public interface LayerEmitter {

    /** The method of a forward pass, unless there is nothing to compute. */
    Optional<GeneratedMethod> forward(Mode mode);

    /** The method of the backward pass, unless there is nothing to compute. */
    Optional<GeneratedMethod> backward();

    /** The method that updates state after a step, if the layer has any. */
    default Optional<GeneratedMethod> update() {
        return Optional.empty();
    }

    /** The constants that its methods use beside those of parameters and buffers. */
    default List<GeneratedConstant> constants() {
        return List.of();
    }
}
