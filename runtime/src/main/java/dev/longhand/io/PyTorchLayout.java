package dev.longhand.io;

import dev.longhand.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where {@link Layout#PYTORCH} has the numbers of an array. */
final class PyTorchLayout {

    /** For arrays of each number of dimensions, which of Longhand's each of PyTorch's is. */
    private static final int[][] AXES = {{}, {0}, {1, 0}, {2, 1, 0}, {3, 2, 0, 1}};

    private PyTorchLayout() {}

    private static int[] axes(TensorSlot slot) {
        int rank = slot.shape().rank();
        boolean isSame = slot.layer().kind().equals("Embedding") || rank >= AXES.length;
        int[] same = new int[rank];
        Arrays.setAll(same, axis -> axis);
        return isSame ? same : AXES[rank];
    }

    /** The dimensions of an array in PyTorch. */
    static List<Long> dimensions(TensorSlot slot) {
        List<Long> dimensions = new ArrayList<>();
        for (int axis : axes(slot)) {
            dimensions.add((long) slot.shape().dimension(axis));
        }
        return dimensions;
    }

    /**
     * Brings an array from PyTorch's order into Longhand's.
     *
     * @param input the order of what the layer reads, as {@link FlattenedOrder} says it
     */
    static float[] toOwn(float[] stored, TensorSlot slot, int @Nullable [] input) {
        int[] axes = axes(slot);
        List<Long> dimensions = dimensions(slot);
        int[] strides = new int[axes.length];
        int[] ownStrides = ownStrides(slot.shape());
        for (int axis = 0; axis < axes.length; axis++) {
            strides[axis] = ownStrides[axes[axis]];
        }
        float[] own = new float[stored.length];
        for (int i = 0; i < stored.length; i++) {
            int rest = i;
            int at = 0;
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                int size = dimensions.get(axis).intValue();
                at += rest % size * strides[axis];
                rest /= size;
            }
            own[at] = stored[i];
        }
        if (slot.layer().kind().equals("Gru")) {
            swapGates(own, slot.shape().last() / 3);
        }
        return input == null || slot.array().equals("bias") ? own : reordered(own, input);
    }

    private static int[] ownStrides(Shape shape) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.dimension(axis);
        }
        return strides;
    }

    /** Rows reset, update, new become rows update, reset, memory. */
    private static void swapGates(float[] rows, int units) {
        for (int row = 0; row < rows.length; row += 3 * units) {
            for (int i = row; i < row + units; i++) {
                float reset = rows[i];
                rows[i] = rows[i + units];
                rows[i + units] = reset;
            }
        }
    }

    /** Brings the rows of an array behind flattened channels into Longhand's order. */
    private static float[] reordered(float[] stored, int[] order) {
        float[] own = new float[stored.length];
        int row = stored.length / order.length;
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(stored, order[i] * row, own, i * row, row);
        }
        return own;
    }
}
