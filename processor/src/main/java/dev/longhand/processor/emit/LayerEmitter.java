package dev.longhand.processor.emit;

import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints the methods of one layer. */
public interface LayerEmitter {

    /** The forward method of a pass, unless there is nothing to do. */
    Optional<GeneratedMethod> forward(Mode mode);

    /** The backward method, unless there is nothing to do. */
    Optional<GeneratedMethod> backward();

    /** The method that brings what is kept without being trained up to date after a step, if anything is. */
    default Optional<GeneratedMethod> update() {
        return Optional.empty();
    }

    /** The constants that its methods use beside those of arrays. */
    default List<GeneratedConstant> constants() {
        return List.of();
    }
}
