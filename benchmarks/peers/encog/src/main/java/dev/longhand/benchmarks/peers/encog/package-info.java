/** Encog as an engine of the benchmarks. */
@NullMarked
package dev.longhand.benchmarks.peers.encog;

import org.jspecify.annotations.NullMarked;
