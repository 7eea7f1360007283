/** Training on files that don't fit into memory, compared with training in memory. */
@NullMarked
package dev.longhand.benchmarks.streams;

import org.jspecify.annotations.NullMarked;
