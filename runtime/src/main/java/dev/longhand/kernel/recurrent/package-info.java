/** Recurrent layers: the contract that generated source calls, and the loops over time. */
@NullMarked
package dev.longhand.kernel.recurrent;

import org.jspecify.annotations.NullMarked;
