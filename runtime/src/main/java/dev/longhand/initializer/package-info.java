/** How a model's first parameters are drawn. Receives a seed, fills a part of the flat array. */
@NullMarked
package dev.longhand.initializer;

import org.jspecify.annotations.NullMarked;
