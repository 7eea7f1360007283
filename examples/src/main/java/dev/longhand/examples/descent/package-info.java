/** Derivatives and descent: what learning does, on functions that can be seen. Notes 001, 002 and 003. */
@NullMarked
package dev.longhand.examples.descent;

import org.jspecify.annotations.NullMarked;
