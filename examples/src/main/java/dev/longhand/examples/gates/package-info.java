/**
 * Logic gates made of perceptrons: set by hand, learnt, and where a single one can't do it. Notes 000,
 * 001 and 003.
 */
@NullMarked
package dev.longhand.examples.gates;

import org.jspecify.annotations.NullMarked;
