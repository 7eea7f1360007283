/**
 * What functions and their derivatives are, in words and in Java, each written once, with the values that a
 * derivative reads. Flow, plan and emit all ask here; the package knows nothing of them.
 */
@NullMarked
package dev.longhand.processor.formula;

import org.jspecify.annotations.NullMarked;
