/** The one generator of random numbers. Knows nothing of what is drawn with it. */
@NullMarked
package dev.longhand.random;

import org.jspecify.annotations.NullMarked;
