/** Dense layers: what generated source calls, and the description of a layer. */
@NullMarked
package dev.longhand.kernel.dense;

import org.jspecify.annotations.NullMarked;
