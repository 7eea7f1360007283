package dev.longhand.onnx;

import java.util.ArrayList;
import java.util.List;

/** The order of the axes of a batch. */
enum Layout {
    /** Longhand's: [batch][rows][columns][channels], [batch][time][features]. */
    CHANNELS_LAST("channelsLast"),
    /** That of ONNX's convolutions, pools and batch normalization: [batch][channels][rows][columns]. */
    CHANNELS_FIRST("channelsFirst"),
    /** That of ONNX's recurrent operators: [time][batch][features]. */
    TIME_FIRST("timeFirst");

    private static final int BATCH = -1;

    /** What ends the names of tensors that are transposed to it. */
    final String ending;

    Layout(String ending) {
        this.ending = ending;
    }

    /** The index of the axis of channels or features for samples of this rank. */
    int channelAxis(int rank) {
        return axes(rank).indexOf(rank - 1);
    }

    /**
     * The axes to transpose a batch by, so that it has another layout: axis i of the result is axis {@code get(i)}.
     *
     * @param rank the rank of a sample
     */
    List<Long> transposition(Layout to, int rank) {
        List<Integer> axes = axes(rank);
        return to.axes(rank).stream().map(axis -> (long) axes.indexOf(axis)).toList();
    }

    /** The sizes of the axes of a batch, the size of the batch itself being −1. */
    List<Integer> dimensions(List<Integer> sample) {
        return axes(sample.size()).stream()
                .map(axis -> axis == BATCH ? -1 : sample.get(axis))
                .toList();
    }

    /** The axes of a sample in Longhand's order and that of the batch, as they are here. */
    private List<Integer> axes(int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            axes.add(axis);
        }
        if (this == CHANNELS_FIRST) {
            axes.add(0, axes.remove(rank - 1));
        }
        axes.add(this == TIME_FIRST ? 1 : 0, BATCH);
        return axes;
    }
}
