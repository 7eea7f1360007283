/** Recurrent layers: simple ones, gated recurrent units and long short-term memory. */
@NullMarked
package dev.longhand.processor.layer.recurrent;

import org.jspecify.annotations.NullMarked;
