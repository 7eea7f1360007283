/**
 * The annotation processor: its five stages, each in a package, the list of all kinds of layers, and what connects
 * them to the compiler. The stages after check know nothing of the compiler.
 */
@NullMarked
package dev.longhand.processor;

import org.jspecify.annotations.NullMarked;
