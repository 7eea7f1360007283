/** Recurrent layers: what generated source calls, and the description of a layer. */
@NullMarked
package dev.longhand.kernel.recurrent;

import org.jspecify.annotations.NullMarked;
