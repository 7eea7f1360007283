/** Layers that change shapes and compute nothing: inputs, flatten and reshape. */
@NullMarked
package dev.longhand.processor.layer.reshape;

import org.jspecify.annotations.NullMarked;
