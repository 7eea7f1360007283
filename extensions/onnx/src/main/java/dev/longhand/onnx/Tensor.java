package dev.longhand.onnx;

/**
 * The outputs of a layer, or an input.
 *
 * @param name its name in the graph
 * @param layout the order of its axes
 */
record Tensor(String name, Layout layout) {}
