/** PyTorch as an engine of the benchmarks. */
@NullMarked
package dev.longhand.benchmarks.peers.pytorch;

import org.jspecify.annotations.NullMarked;
