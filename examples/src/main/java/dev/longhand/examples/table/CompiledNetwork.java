package dev.longhand.examples.table;

import dev.longhand.model.Model;
import java.util.function.LongFunction;

/**
 * A network that was declared and compiled while the program runs.
 *
 * @param creator creates models of it, from a seed
 * @param generated the source that the annotation processor wrote
 */
record CompiledNetwork(LongFunction<Model> creator, String generated) {

    /** A model whose parameters are drawn from a seed. */
    Model create(long seed) {
        return creator.apply(seed);
    }
}
