/**
 * Reads ONNX files: {@link dev.longhand.importer.onnx.OnnxFile}.
 *
 * <p>The nodes of the graph are visited in order. What a node computes is a {@code Value}: a {@code Constant}, or {@code Data}
 * that a layer computes, with the layout of its axes in the layer's storage; a node that only changes the layout, such as a
 * {@code Transpose}, changes the axes and declares nothing. A node that computes becomes a {@code Draft} of a layer, which reads
 * data in the order that Longhand's layer needs; where the order of the rows is another, the weights are reordered. Functions of
 * one number are collected until another node reads them, and compared as a whole with the activations.
 */
@NullMarked
package dev.longhand.importer.onnx;

import org.jspecify.annotations.NullMarked;
