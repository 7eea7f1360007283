/** How dense layers are computed: loops over products of matrices, and their distribution over threads. Not exported. */
@NullMarked
package dev.longhand.kernel.dense.loops;

import org.jspecify.annotations.NullMarked;
