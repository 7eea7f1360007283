package dev.longhand.onnx;

import dev.longhand.Shape;

/** Moves the axes of arrays of parameters. */
final class Axes {

    private Axes() {}

    /**
     * A copy whose axis i is axis {@code order[i]} of an array.
     *
     * @param shape the array's dimensions, outermost first
     */
    static float[] transpose(float[] values, Shape shape, int... order) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.dimension(axis);
        }
        float[] moved = new float[values.length];
        int[] index = new int[order.length];
        for (int i = 0; i < moved.length; i++) {
            int from = 0;
            for (int axis = 0; axis < order.length; axis++) {
                from += index[axis] * strides[order[axis]];
            }
            moved[i] = values[from];
            for (int axis = order.length - 1; axis >= 0 && ++index[axis] == shape.dimension(order[axis]); axis--) {
                index[axis] = 0;
            }
        }
        return moved;
    }
}
