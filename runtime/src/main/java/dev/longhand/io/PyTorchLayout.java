package dev.longhand.io;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /** Whether the array, such as a square matrix, has the same dimensions in both layouts but another order. */
    static boolean isHidden(TensorSlot slot) {
        int[] axes = axes(slot);
        boolean isMoved = false;
        for (int i = 0; i < axes.length; i++) {
            isMoved |= axes[i] != i;
        }
        return isMoved && slot.size() > 1 && dimensions(slot).equals(slot.dimensions());
    }

    /** Brings an array from PyTorch's order into Longhand's. */
    static float[] toOwn(float[] stored, TensorSlot slot) {
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
        return own;
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

    /** The first layer that flattens values whose channels are last here and first in PyTorch. */
    static Optional<LayerInfo> flattened(ModelInfo info) {
        boolean hasSequencesOfChannels =
                info.layers().stream().anyMatch(layer -> layer.kind().equals("Conv1d"));
        return info.layers().stream()
                .filter(layer -> layer.output().isFlat()
                        && (layer.kind().equals("Flatten") || layer.kind().equals("Reshape")))
                .filter(layer -> layer.input().isImage() || (layer.input().isSequence() && hasSequencesOfChannels))
                .filter(layer -> layer.input().last() > 1
                        && layer.input().size() > layer.input().last())
                .findFirst();
    }
}
