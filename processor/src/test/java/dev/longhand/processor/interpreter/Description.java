package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as a test describes it: what {@link Declaration} prints as source and {@link Interpreter}
 * computes. Shares nothing with the compiler but the words of the api.
 *
 * @param input the shape of one sample
 * @param labelSmoothing NaN where the declaration leaves it out
 * @param delta NaN where the declaration leaves it out
 */
public record Description(
        List<Integer> input, List<LayerDescription> layers, Loss loss, float labelSmoothing, float delta) {

    /** Keeps copies of the lists. */
    public Description {
        input = List.copyOf(input);
        layers = List.copyOf(layers);
    }

    /** A network with a flat input and a loss without settings. */
    public static Description of(int input, Loss loss, LayerDescription... layers) {
        return new Description(List.of(input), List.of(layers), loss, Float.NaN, Float.NaN);
    }

    /** One layer. */
    public sealed interface LayerDescription {
        /** The name of its method. */
        String name();
    }

    /** A function with its slope, NaN where the declaration leaves it out. */
    public record Function(Activation activation, float slope) {
        /** A function with its default slope. */
        public static Function of(Activation activation) {
            return new Function(activation, Float.NaN);
        }

        /** The slope in force. */
        double slopeInForce() {
            if (!Float.isNaN(slope)) {
                return slope;
            }
            return activation == Activation.LEAKY_RELU ? 0.01f : 1;
        }
    }

    /** What parameters start from: values if there are any; a scale of NaN is left out. */
    public record Start(Initializer initializer, float scale, List<Float> values) {
        /** What {@code @Dense} draws weights from by default. */
        public static final Start WEIGHTS = new Start(Initializer.GLOROT_UNIFORM, Float.NaN, List.of());

        /** What {@code @Dense} draws biases from by default. */
        public static final Start BIAS = new Start(Initializer.ZEROS, Float.NaN, List.of());

        /** Set by hand. */
        public static Start values(float... values) {
            List<Float> list = new ArrayList<>();
            for (float value : values) {
                list.add(value);
            }
            return new Start(Initializer.CONSTANT, Float.NaN, list);
        }
    }

    /** {@code @Dense}. */
    public record Dense(String name, int units, Function function, boolean useBias, Start weights, Start bias)
            implements LayerDescription {
        /** With all defaults. */
        public static Dense of(String name, int units, Activation activation) {
            return new Dense(name, units, Function.of(activation), true, Start.WEIGHTS, Start.BIAS);
        }
    }

    /** {@code @Activate}. */
    public record Activate(String name, Function function) implements LayerDescription {}

    /** {@code @Dropout}. */
    public record Dropout(String name, float rate) implements LayerDescription {}

    /** {@code @Flatten}. */
    public record Flatten(String name) implements LayerDescription {}

    /** The numbers of one sample. */
    public int inputSize() {
        return input.stream().reduce(1, (a, b) -> a * b);
    }

    /** The numbers that come out of layer {@code index}; those of the input for −1. */
    public int size(int index) {
        int size = inputSize();
        for (LayerDescription layer : layers.subList(0, index + 1)) {
            size = layer instanceof Dense dense ? dense.units() : size;
        }
        return size;
    }

    /** The numbers that the last layer hands out. */
    public int outputSize() {
        return size(layers.size() - 1);
    }

    /** The sizes of the parameter arrays in storage order: weights then biases, layer by layer. */
    public List<Integer> parameterSizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dense dense) {
                sizes.add(size(i - 1) * dense.units());
                if (dense.useBias()) {
                    sizes.add(dense.units());
                }
            }
        }
        return sizes;
    }
}
