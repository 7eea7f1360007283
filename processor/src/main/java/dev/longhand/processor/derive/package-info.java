/**
 * Stage 4, derive: the backward operations, one rule a forward operation, in reverse. Receives the
 * graph, hands on what each gradient needs and which gradients nobody needs.
 */
@NullMarked
package dev.longhand.processor.derive;

import org.jspecify.annotations.NullMarked;
