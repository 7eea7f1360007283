/**
 * A package for each kind of layer, which holds its check, its plan, its formulas and a body for each code style.
 * The kinds know the shared machinery of the stages, but not each other.
 */
@NullMarked
package dev.longhand.processor.layer;

import org.jspecify.annotations.NullMarked;
