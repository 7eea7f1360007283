/** Embeddings: tables whose rows are looked up by number. */
@NullMarked
package dev.longhand.kernel.embedding;

import org.jspecify.annotations.NullMarked;
