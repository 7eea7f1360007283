/** How embeddings are computed: loops, and their distribution over threads. Not exported. */
@NullMarked
package dev.longhand.kernel.embedding.loops;

import org.jspecify.annotations.NullMarked;
