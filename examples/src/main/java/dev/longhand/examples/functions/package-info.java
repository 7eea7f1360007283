/** Activations and losses, the figures that the notes give for them, and why the choice matters. */
@NullMarked
package dev.longhand.examples.functions;

import org.jspecify.annotations.NullMarked;
