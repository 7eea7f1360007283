/**
 * The command line: {@link dev.longhand.examples.Longhand} and what all commands share. Each command
 * has its own package, with the networks it declares.
 *
 * <p>The notes, 000 to 004, are the lecture notes whose examples and figures the commands reproduce; they aren't part
 * of this repository.
 */
@NullMarked
package dev.longhand.examples;

import org.jspecify.annotations.NullMarked;
