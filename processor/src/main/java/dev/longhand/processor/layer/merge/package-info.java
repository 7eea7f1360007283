/** Layers that join several: their sum, their product, or their values side by side. */
@NullMarked
package dev.longhand.processor.layer.merge;

import org.jspecify.annotations.NullMarked;
