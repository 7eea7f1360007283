/** ONNX Runtime as an engine of the benchmarks. */
@NullMarked
package dev.longhand.benchmarks.peers.onnxruntime;

import org.jspecify.annotations.NullMarked;
