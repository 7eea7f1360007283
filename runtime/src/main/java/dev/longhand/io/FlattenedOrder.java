package dev.longhand.io;

import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of flattened images and sequences in PyTorch, which has their channels first: for each of a network's layers
 * the index in PyTorch of each value that the layer reads, if that isn't its own index.
 */
final class FlattenedOrder {

    private final ModelInfo info;

    /** By layer: the indices in PyTorch of a flat output; null if they are the same. */
    private final List<int @Nullable []> outputs = new ArrayList<>();

    /** By layer: whether the output is an image or a sequence whose channels are first in PyTorch. */
    private final List<Boolean> channelsFirst = new ArrayList<>();

    private String refusal = "";

    private FlattenedOrder(ModelInfo info) {
        this.info = info;
    }

    /** The order in a network. */
    static FlattenedOrder of(ModelInfo info) {
        FlattenedOrder order = new FlattenedOrder(info);
        for (LayerInfo layer : info.layers()) {
            order.add(layer);
        }
        return order;
    }

    /** Why PyTorch's order isn't known, as the beginning of a sentence; empty if it is. */
    String refusal() {
        return refusal;
    }

    /** The indices in PyTorch of the values that a layer reads; null if they are the same. */
    int @Nullable [] input(LayerInfo layer) {
        int source = layer.sources().get(0);
        return source < 0 ? null : outputs.get(source);
    }

    private void add(LayerInfo layer) {
        int[] input = input(layer);
        boolean isFirst = isChannelsFirst(layer);
        int[] output = null;
        switch (layer.kind()) {
            case "Flatten", "Reshape" -> output = reshaped(layer, input, isFirst);
            case "Activate", "Dropout", "GaussianNoise", "BatchNorm", "LayerNorm" -> output = input;
            case "Add", "Multiply" -> output = joined(layer, input);
            case "Concat" -> output = concatenated(layer);
            case "Dense" -> {}
            default -> {
                if (input != null) {
                    refuse(layer, "reads flattened channels in an order that no array tells");
                }
            }
        }
        outputs.add(output);
        channelsFirst.add(!layer.output().isFlat() && isChannelsFirstAfter(layer, isFirst));
    }

    /** Whether a layer's input has its channels first. Sequences of data have if anything convolves sequences. */
    private boolean isChannelsFirst(LayerInfo layer) {
        int source = layer.sources().get(0);
        return source >= 0 ? channelsFirst.get(source) : isDataChannelsFirst(layer.input());
    }

    private boolean isDataChannelsFirst(Shape shape) {
        return shape.isImage() || (shape.isSequence() && hasSequencesOfChannels());
    }

    private boolean hasSequencesOfChannels() {
        return info.layers().stream().anyMatch(layer -> layer.kind().equals("Conv1d"));
    }

    private boolean isChannelsFirstAfter(LayerInfo layer, boolean before) {
        return switch (layer.kind()) {
            case "Conv1d", "MaxPool1d", "AvgPool1d" -> true;
            case "Dense", "Rnn", "Gru", "Lstm", "Embedding" -> false;
            case "Input" -> isDataChannelsFirst(layer.output());
            default -> layer.output().isImage() || before;
        };
    }

    private int @Nullable [] reshaped(LayerInfo layer, int @Nullable [] input, boolean isFirst) {
        Shape from = layer.input();
        Shape to = layer.output();
        if (to.isFlat()) {
            return from.isFlat() ? input : isFirst ? channelsLast(from) : null;
        }
        boolean isFirstAfter = to.isImage() || hasSequencesOfChannels();
        boolean isSplit = (isFirst && hasChannels(from)) || (isFirstAfter && hasChannels(to));
        boolean isKept = from.last() == to.last() || withoutOnes(from).equals(withoutOnes(to));
        if (input != null || (isSplit && !isKept)) {
            refuse(layer, "gives " + from + " the shape " + to);
        }
        return null;
    }

    /** The dimensions without those of 1 at the end. */
    private static List<Integer> withoutOnes(Shape shape) {
        List<Integer> dimensions = shape.dimensions();
        int rank = dimensions.size();
        while (rank > 0 && dimensions.get(rank - 1) == 1) {
            rank--;
        }
        return dimensions.subList(0, rank);
    }

    private static boolean hasChannels(Shape shape) {
        return !shape.isFlat() && shape.last() > 1 && shape.size() > shape.last();
    }

    /** Of [positions][channels] the indices in [channels][positions]. */
    private static int @Nullable [] channelsLast(Shape shape) {
        if (!hasChannels(shape)) {
            return null;
        }
        int channels = shape.last();
        int positions = shape.size() / channels;
        int[] indices = new int[shape.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i % channels * positions + i / channels;
        }
        return indices;
    }

    private int @Nullable [] joined(LayerInfo layer, int @Nullable [] first) {
        for (int source : layer.sources()) {
            if (!Arrays.equals(first, source < 0 ? null : outputs.get(source))) {
                refuse(layer, "joins flattened channels and values of another order");
            }
        }
        return first;
    }

    private int @Nullable [] concatenated(LayerInfo layer) {
        if (!layer.output().isFlat()) {
            return null;
        }
        int[] all = new int[layer.output().size()];
        boolean isMoved = false;
        int start = 0;
        for (int source : layer.sources()) {
            int[] part = source < 0 ? null : outputs.get(source);
            isMoved |= part != null;
            int size = source < 0
                    ? info.input().size()
                    : info.layers().get(source).output().size();
            for (int i = 0; i < size; i++) {
                all[start + i] = start + (part == null ? i : part[i]);
            }
            start += size;
        }
        return isMoved ? all : null;
    }

    private void refuse(LayerInfo layer, String reason) {
        if (refusal.isEmpty()) {
            refusal = "layer \"" + layer.name() + "\" " + reason;
        }
    }
}
