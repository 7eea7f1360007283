/**
 * The command line: {@link dev.longhand.examples.Longhand} and what all commands share. Each command
 * has its own package, with the networks it declares.
 */
@NullMarked
package dev.longhand.examples;

import org.jspecify.annotations.NullMarked;
