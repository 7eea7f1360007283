/** Dense layers: a = f(x·W + b), as calls of kernels, as loops, or with every sum written out. */
@NullMarked
package dev.longhand.processor.layer.dense;

import org.jspecify.annotations.NullMarked;
