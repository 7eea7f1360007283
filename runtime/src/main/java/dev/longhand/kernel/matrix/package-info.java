/** Products of matrices, plain and by the Vector API, which the loops of dense and recurrent layers are made of. */
@NullMarked
package dev.longhand.kernel.matrix;

import org.jspecify.annotations.NullMarked;
