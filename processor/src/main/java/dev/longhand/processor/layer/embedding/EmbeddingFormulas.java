package dev.longhand.processor.layer.embedding;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.Value;

/** What an embedding and its gradient are, in words. */
final class EmbeddingFormulas {

    /** The layer. */
    static final String LAYER = "a = T[x]";

    /** The only step. */
    static final String STEP = "1. a = row x of T";

    private EmbeddingFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedEmbedding layer) {
        return LayerDerivative.learning(Value.X);
    }
}
