/** Embeddings: rows of a table that the data selects. */
@NullMarked
package dev.longhand.processor.layer.embedding;

import org.jspecify.annotations.NullMarked;
