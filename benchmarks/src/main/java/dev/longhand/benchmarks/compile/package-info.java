/** What the annotation processor adds to the time of a compilation. */
@NullMarked
package dev.longhand.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
