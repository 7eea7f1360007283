/** DL4J as an engine of the benchmarks. */
@NullMarked
package dev.longhand.benchmarks.peers.dl4j;

import org.jspecify.annotations.NullMarked;
