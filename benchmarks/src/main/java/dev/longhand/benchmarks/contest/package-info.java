/** Compares engines on the workloads, round by round in turn, and writes the tables. */
@NullMarked
package dev.longhand.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
