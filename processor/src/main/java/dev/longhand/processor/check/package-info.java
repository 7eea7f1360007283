/**
 * Stage 2, check: from the declaration to a network that is right, with shapes inferred, or to every
 * problem found. The last stage that may blame the user or see the compiler's types.
 */
@NullMarked
package dev.longhand.processor.check;

import org.jspecify.annotations.NullMarked;
