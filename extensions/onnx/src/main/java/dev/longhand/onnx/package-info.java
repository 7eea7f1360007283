/**
 * Writes networks as <a href="https://onnx.ai">ONNX</a> files, which other engines run.
 *
 * <p>{@link dev.longhand.onnx.Onnx} is what programs call. {@code ModelGraph} makes the graph, layer by layer; a {@code
 * LayerExport} knows the operators of each kind of layer, and gets everything about its layer from {@code LayerNodes}.
 */
@NullMarked
package dev.longhand.onnx;

import org.jspecify.annotations.NullMarked;
