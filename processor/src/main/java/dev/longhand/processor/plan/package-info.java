/**
 * Stage 5, plan: fuses what belongs together, lays out parameters and buffers, names everything, and
 * chooses a code style for each layer. Nothing is left to decide after it.
 */
@NullMarked
package dev.longhand.processor.plan;

import org.jspecify.annotations.NullMarked;
