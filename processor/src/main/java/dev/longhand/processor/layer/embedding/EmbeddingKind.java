package dev.longhand.processor.layer.embedding;

import dev.longhand.layer.Embedding;
import dev.longhand.processor.layer.LayerKind;

/** The kind of embeddings. */
public final class EmbeddingKind {

    /** {@code @Embedding}. */
    public static final LayerKind<ResolvedEmbedding, EmbeddingPlan> EMBEDDING = new LayerKind<>(
            Embedding.class,
            new EmbeddingCheck(),
            ResolvedEmbedding.class,
            EmbeddingFormulas::derivative,
            EmbeddingPlan::of,
            EmbeddingPlan.class,
            EmbeddingEmitter::new);

    private EmbeddingKind() {}
}
