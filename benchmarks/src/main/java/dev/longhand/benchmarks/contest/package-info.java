/** Sets engines side by side on one workload after the other, round by round in turn, and writes the tables. */
@NullMarked
package dev.longhand.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
