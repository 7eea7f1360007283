package dev.longhand.processor.layer.reshape;

import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.plan.Mode;
import java.util.Optional;

/** Prints nothing: a view's readers read the array that it is a view of. */
record ViewEmitter(ViewPlan layer) implements LayerEmitter {

    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        return Optional.empty();
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        return Optional.empty();
    }
}
