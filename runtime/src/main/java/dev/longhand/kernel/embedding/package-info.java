/** Embeddings: what generated source calls, and the description of a table. */
@NullMarked
package dev.longhand.kernel.embedding;

import org.jspecify.annotations.NullMarked;
