package dev.longhand.processor.emit;

import dev.longhand.processor.plan.Array;
import java.util.Optional;

/** Prints the methods of one layer. */
interface LayerEmitter {

    /**
     * The forward method.
     *
     * @param x where the layer's input comes from: training and predicting may differ in it
     */
    Part forward(Array x);

    /** The backward method, unless there is nothing to do. */
    Optional<Part> backward();
}
