/** Dense layers: the contract that generated source calls, the loops, and the loops split among threads. */
@NullMarked
package dev.longhand.kernel.dense;

import org.jspecify.annotations.NullMarked;
