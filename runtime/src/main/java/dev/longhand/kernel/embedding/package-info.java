/** Embeddings: the contract that generated source calls, and the loops. */
@NullMarked
package dev.longhand.kernel.embedding;

import org.jspecify.annotations.NullMarked;
