package dev.longhand.io;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.StateInfo;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One array of a network, which is one tensor of its file.
 *
 * @param layer the layer that has it
 * @param array its name in the layer
 * @param shape its dimensions in Longhand's layout
 * @param offset the index of its first number in {@link Parameters#copy}
 */
record TensorSlot(LayerInfo layer, String array, Shape shape, int offset) {

    /** The arrays of a network by the names of their tensors. */
    static SortedMap<String, TensorSlot> of(ModelInfo info) {
        SortedMap<String, TensorSlot> slots = new TreeMap<>();
        for (LayerInfo layer : info.layers()) {
            for (ParameterInfo array : layer.parameters()) {
                put(slots, new TensorSlot(layer, array.name(), array.shape(), array.offset()));
            }
            for (StateInfo array : layer.state()) {
                put(slots, new TensorSlot(layer, array.name(), array.shape(), info.parameterCount() + array.offset()));
            }
        }
        return slots;
    }

    private static void put(SortedMap<String, TensorSlot> slots, TensorSlot slot) {
        slots.put(slot.name(), slot);
    }

    /** The name of its tensor. */
    String name() {
        return layer.name() + "." + array;
    }

    int size() {
        return shape.size();
    }

    /** Its dimensions in a file in Longhand's layout. */
    List<Long> dimensions() {
        return shape.dimensions().stream().map(Integer::longValue).toList();
    }

    /** Why a file can't hold a number of this array, as the end of a sentence; empty if it can. */
    String refusal(float value) {
        if (!Float.isFinite(value)) {
            return "a network can't compute with it";
        }
        return value < 0 && array.equals(StateInfo.VARIANCE) ? "a variance is at least 0" : "";
    }

    /** The indices of element {@code i} of a tensor: {@code [2, 5]}. */
    static List<Long> index(long i, List<Long> shape) {
        Long[] index = new Long[shape.size()];
        long rest = i;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return List.of(index);
    }
}
