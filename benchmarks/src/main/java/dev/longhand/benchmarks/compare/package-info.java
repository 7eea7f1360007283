/** Two builds of these benchmarks, measured in turn, and the ratio of their speeds. */
@NullMarked
package dev.longhand.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
