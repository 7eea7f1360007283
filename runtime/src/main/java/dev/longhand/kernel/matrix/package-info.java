/** Products of matrices, plain and with the Vector API. Dense and recurrent layers are computed with them. */
@NullMarked
package dev.longhand.kernel.matrix;

import org.jspecify.annotations.NullMarked;
