package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Merge;
import dev.longhand.processor.interpreter.Normalizations.BatchNorm;
import dev.longhand.processor.interpreter.Normalizations.LayerNorm;
import dev.longhand.processor.interpreter.SequenceLayers.Conv1d;
import dev.longhand.processor.interpreter.SequenceLayers.Pool1d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Valid networks that convolve and pool sequences, from numbered seeds. */
public final class RandomSequences {

    private static final List<Activation> ACTIVATIONS = Arrays.stream(Activation.values())
            .filter(f -> f != Activation.SOFTMAX && f != Activation.LOG_SOFTMAX)
            .toList();

    /** A few samples may differ by little, and what rounding leaves of that would be blown up. */
    private static final float LARGE_EPSILON = 0.1f;

    private final Random random;
    private final List<LayerDescription> layers = new ArrayList<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private final List<Integer> input;

    private RandomSequences(int index) {
        random = new Random(31_000 + index);
        input = List.of(index % 8 == 0 ? 1 : 3 + random.nextInt(15), 1 + random.nextInt(6));
    }

    /** Description {@code index}. */
    public static Description of(int index) {
        return new RandomSequences(index).describe(index);
    }

    private Description describe(int index) {
        int steps = 1 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            Activation f = random.nextBoolean() ? Activation.RELU : ACTIVATIONS.get((index + i) % ACTIVATIONS.size());
            boolean isNormalized = random.nextInt(4) == 0;
            convolution(isNormalized ? Activation.IDENTITY : f);
            if (isNormalized) {
                add(new BatchNorm(name(), Float.NaN, LARGE_EPSILON));
                add(new Activate(name(), Function.of(f)));
            }
            switch ((index + i) % 8) {
                case 0, 1 -> pool("MaxPool1d", true);
                case 2 -> pool("MaxPool1d", false);
                case 3 -> pool("AvgPool1d", random.nextBoolean());
                case 4 -> residual(f);
                case 5 -> add(new Dropout(name(), 0.25f));
                case 6 -> layerNorm();
                default -> add(Dense.of(name(), 1 + random.nextInt(9), f));
            }
        }
        switch (index % 4) {
            case 0 ->
                add(new Recurrent(name(), "Gru", 1 + random.nextInt(5), false, true, Function.of(Activation.TANH)));
            case 1 -> {
                convolution(Activation.IDENTITY);
                return new Description(input, layers, sources, Loss.MEAN_SQUARED_ERROR, Float.NaN, Float.NaN);
            }
            default -> add(new Flatten(name()));
        }
        add(Dense.of(name(), 3, Activation.SOFTMAX));
        return new Description(input, layers, sources, Loss.CROSS_ENTROPY, Float.NaN, Float.NaN);
    }

    private List<Integer> sequence() {
        return new Description(input, layers, sources, Loss.HUBER, Float.NaN, Float.NaN).shape(layers.size() - 1);
    }

    /** A shortcut around a convolution that keeps the shape of the sequence. */
    private void residual(Activation f) {
        int before = layers.size() - 1;
        SequenceWindow kernel = new SequenceWindow(3, 1, 1, List.of());
        add(new Conv1d(name(), sequence().get(1), kernel, 1, Function.of(f), true));
        add(new Merge(name(), "Add"), before, layers.size() - 1);
    }

    private void layerNorm() {
        if (sequence().get(1) > 1) {
            add(new LayerNorm(name(), LARGE_EPSILON));
        }
    }

    private void convolution(Activation f) {
        int time = sequence().get(0);
        int channels = sequence().get(1);
        List<Integer> padding = padding(3);
        int room = padding.isEmpty() ? 9 : time + padding.get(0) + padding.get(1);
        int size = 1 + random.nextInt(Math.min(5, room));
        int dilation = random.nextInt(3) == 0 && 2 * (size - 1) < room ? 2 : 1;
        int groups = random.nextInt(3) == 0 && channels % 2 == 0 ? 2 : random.nextInt(4) == 0 ? channels : 1;
        int filters = groups * (1 + random.nextInt(groups > 2 ? 2 : 9));
        SequenceWindow kernel = new SequenceWindow(size, 1 + random.nextInt(3) / 2, dilation, padding);
        add(new Conv1d(name(), filters, kernel, groups, Function.of(f), random.nextInt(4) > 0));
    }

    private void pool(String kind, boolean isSideBySide) {
        int size = Math.min(sequence().get(0), 1 + random.nextInt(3));
        List<Integer> padding = isSideBySide ? List.of(0, 0) : padding(size);
        add(new Pool1d(name(), kind, new SequenceWindow(size, isSideBySide ? size : 1, 1, padding)));
    }

    /** None, SAME, or some at each end, less than {@code limit}. */
    private List<Integer> padding(int limit) {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(0, 0);
            case 1 -> List.of();
            default -> List.of(random.nextInt(limit), random.nextInt(limit));
        };
    }

    private void add(LayerDescription layer) {
        add(layer, layers.size() - 1);
    }

    private void add(LayerDescription layer, Integer... read) {
        layers.add(layer);
        sources.add(List.of(read));
    }

    private String name() {
        return "layer" + layers.size();
    }
}
