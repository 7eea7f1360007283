/** The products of dense layers: the contract that generated source calls, and its implementation. */
@NullMarked
package dev.longhand.kernel.dense;

import org.jspecify.annotations.NullMarked;
