/**
 * The annotation processor: the recipe of its six stages, each in a package of its own, and what
 * ties them to the compiler. The stages after check know nothing of the compiler.
 */
@NullMarked
package dev.longhand.processor;

import org.jspecify.annotations.NullMarked;
