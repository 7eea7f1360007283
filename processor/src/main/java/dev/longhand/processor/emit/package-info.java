/**
 * Stage 6, emit: prints the plan as Java and decides nothing. Above each method that prints, a comment
 * shows what it will print.
 */
@NullMarked
package dev.longhand.processor.emit;

import org.jspecify.annotations.NullMarked;
