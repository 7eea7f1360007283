/** Where the time of a training step goes. */
@NullMarked
package dev.longhand.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
