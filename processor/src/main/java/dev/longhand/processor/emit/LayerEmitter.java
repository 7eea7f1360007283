package dev.longhand.processor.emit;

import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints the methods of one layer. */
interface LayerEmitter {

    /** The forward method of a pass, unless there is nothing to do. */
    Optional<Part> forward(Mode mode);

    /** The backward method, unless there is nothing to do. */
    Optional<Part> backward();

    /** What its methods need beside their parameters: constants that hold shapes. */
    default List<FieldSpec> constants() {
        return List.of();
    }
}
