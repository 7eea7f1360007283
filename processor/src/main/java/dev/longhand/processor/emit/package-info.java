/**
 * Stage 5, emit: prints the plan as Java and decides nothing. Above each method that prints, a comment shows what it
 * will print. The emitter of each kind of layer is in its package.
 */
@NullMarked
package dev.longhand.processor.emit;

import org.jspecify.annotations.NullMarked;
