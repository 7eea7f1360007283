package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network as a test describes it: what {@link Declaration} prints as source and {@link Interpreter}
 * computes. Shares nothing with the compiler but the words of the api.
 *
 * @param input the shape of one sample; empty where layers with {@code @Input} declare it
 * @param sources for each layer the indices of those that it reads; −1 is the data
 * @param labelSmoothing NaN where the declaration leaves it out
 * @param delta NaN where the declaration leaves it out
 * @param declared the outputs that are declared, in the order of their layers; none if the last layer is the output
 */
public record Description(
        List<Integer> input,
        List<LayerDescription> layers,
        List<List<Integer>> sources,
        Loss loss,
        float labelSmoothing,
        float delta,
        List<Output> declared) {

    /** Keeps copies of the lists. */
    public Description {
        input = List.copyOf(input);
        layers = List.copyOf(layers);
        sources = List.copyOf(sources);
        declared = List.copyOf(declared);
    }

    /** A network with one output. */
    public Description(
            List<Integer> input,
            List<LayerDescription> layers,
            List<List<Integer>> sources,
            Loss loss,
            float labelSmoothing,
            float delta) {
        this(input, layers, sources, loss, labelSmoothing, delta, List.of());
    }

    /** A network with several outputs. */
    public static Description of(
            List<Integer> input, List<LayerDescription> layers, List<List<Integer>> sources, Output... outputs) {
        return new Description(input, layers, sources, outputs[0].loss(), Float.NaN, Float.NaN, List.of(outputs));
    }

    /**
     * An output.
     *
     * @param layer the index of its layer
     * @param weight NaN where the declaration leaves it out
     * @param labelSmoothing NaN where the declaration leaves it out
     * @param delta NaN where the declaration leaves it out
     */
    public record Output(int layer, Loss loss, float weight, float labelSmoothing, float delta) {
        /** An output whose loss has no settings. */
        public static Output of(int layer, Loss loss, float weight) {
            return new Output(layer, loss, weight, Float.NaN, Float.NaN);
        }
    }

    /** The outputs, declared or not. */
    public List<Output> outputs() {
        return declared.isEmpty()
                ? List.of(new Output(layers.size() - 1, loss, Float.NaN, labelSmoothing, delta))
                : declared;
    }

    /** A network whose layers each read the one before. */
    public Description(
            List<Integer> input, List<LayerDescription> layers, Loss loss, float labelSmoothing, float delta) {
        this(
                input,
                layers,
                IntStream.range(0, layers.size()).mapToObj(k -> List.of(k - 1)).toList(),
                loss,
                labelSmoothing,
                delta);
    }

    /** A network with a flat input and a loss without settings. */
    public static Description of(int input, Loss loss, LayerDescription... layers) {
        return new Description(List.of(input), List.of(layers), loss, Float.NaN, Float.NaN);
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

        /** Whether its derivative is a true one. */
        boolean isDifferentiable() {
            return activation != Activation.STEP && activation != Activation.SIGN;
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

        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.add("units", units);
            attributes.function("activation = ", function);
            if (!useBias) {
                attributes.add("useBias", false);
            }
            attributes.start(weights, Start.WEIGHTS, "weights", "initializer");
            attributes.start(bias, Start.BIAS, "bias", "biasInitializer");
            return attributes.of("Dense");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            List<Integer> output = new ArrayList<>(inputs.get(0));
            output.set(output.size() - 1, units);
            return output;
        }

        @Override
        public List<Integer> parameterSizes(List<List<Integer>> inputs) {
            int weightCount = inputs.get(0).get(inputs.get(0).size() - 1) * units;
            return useBias ? List.of(weightCount, units) : List.of(weightCount);
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            Tape tape = computation.tape();
            int[] p = computation.p();
            List<Integer> shape = computation.input();
            int in = shape.get(shape.size() - 1);
            return map(
                    xs.get(0),
                    x -> IntStream.range(0, x.length / in)
                            .mapToObj(step -> row(tape, p, Arrays.copyOfRange(x, step * in, (step + 1) * in)))
                            .flatMapToInt(Arrays::stream)
                            .toArray());
        }

        private int[] row(Tape tape, int[] p, int... x) {
            int[] z = new int[units];
            for (int j = 0; j < units; j++) {
                int unit = j;
                int b = useBias ? p[x.length * units + j] : tape.number(0);
                z[j] = tape.dot(b, IntStream.range(0, x.length), i -> x[i], i -> p[i * units + unit]);
            }
            return Functions.apply(tape, function, z);
        }

        @Override
        public boolean isDifferentiable() {
            return function.isDifferentiable();
        }
    }

    /** {@code @Activate}. */
    public record Activate(String name, Function function) implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.function(Float.isNaN(function.slope()) ? "" : "value = ", function);
            return attributes.of("Activate");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return inputs.get(0);
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            return map(xs.get(0), x -> Functions.apply(computation.tape(), function, x));
        }

        @Override
        public boolean isDifferentiable() {
            return function.isDifferentiable();
        }
    }

    /** {@code @Dropout}. */
    public record Dropout(String name, float rate) implements LayerDescription {
        @Override
        public String annotation() {
            return "@Dropout(rate = " + rate + "f)";
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return inputs.get(0);
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            if (!computation.isTraining()) {
                return xs.get(0);
            }
            int[][] a = new int[xs.get(0).length][];
            for (int s = 0; s < a.length; s++) {
                int[] x = xs.get(0)[s];
                double[] mask = computation.draws()[s];
                a[s] = IntStream.range(0, x.length)
                        .map(i -> computation.tape().scale(mask[i], x[i]))
                        .toArray();
            }
            return a;
        }

        @Override
        public double[] draws(long seed, long step, int layer, int s, int size) {
            long key = CountedRandom.key(seed, step, layer);
            return IntStream.range(0, size)
                    .mapToDouble(i -> CountedRandom.uniform(key, (long) s * size + i) < rate ? 0 : 1 / (1 - rate))
                    .toArray();
        }
    }

    /** {@code @Flatten}. */
    public record Flatten(String name) implements LayerDescription {
        @Override
        public String annotation() {
            return "@Flatten";
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return List.of(product(inputs.get(0)));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            return xs.get(0);
        }
    }

    /** {@code @Input}: a part of each sample. */
    public record Input(String name, List<Integer> shape, int offset) implements LayerDescription {
        @Override
        public String annotation() {
            return "@Input({" + shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "})";
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return shape;
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            return map(xs.get(0), x -> java.util.Arrays.copyOfRange(x, offset, offset + product(shape)));
        }
    }

    /** {@code @Add}, {@code @Concat} or {@code @Multiply}. */
    public record Merge(String name, String kind) implements LayerDescription {
        @Override
        public String annotation() {
            return "@" + kind;
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            List<Integer> shape = new ArrayList<>(inputs.get(0));
            if (kind.equals("Concat")) {
                shape.set(
                        shape.size() - 1, inputs.stream().mapToInt(Merge::last).sum());
            }
            return shape;
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            int[][] a = new int[xs.get(0).length][];
            for (int s = 0; s < a.length; s++) {
                int sample = s;
                List<int[]> rows = xs.stream().map(x -> x[sample]).toList();
                a[s] = kind.equals("Concat") ? concat(computation, rows) : join(computation.tape(), rows);
            }
            return a;
        }

        private int[] join(Tape tape, List<int[]> rows) {
            return IntStream.range(0, rows.get(0).length)
                    .map(i -> rows.stream()
                            .mapToInt(row -> row[i])
                            .reduce(kind.equals("Add") ? tape::add : tape::multiply)
                            .orElseThrow())
                    .toArray();
        }

        private static int[] concat(Computation computation, List<int[]> rows) {
            List<Integer> all = new ArrayList<>();
            int count = rows.get(0).length / last(computation.input());
            for (int r = 0; r < count; r++) {
                for (int k = 0; k < rows.size(); k++) {
                    int width = last(computation.inputs().get(k));
                    for (int i = 0; i < width; i++) {
                        all.add(rows.get(k)[r * width + i]);
                    }
                }
            }
            return all.stream().mapToInt(Integer::intValue).toArray();
        }

        private static int last(List<Integer> shape) {
            return shape.get(shape.size() - 1);
        }
    }

    /** The same for each sample. */
    static int[][] map(int[][] xs, java.util.function.UnaryOperator<int[]> of) {
        int[][] a = new int[xs.length][];
        for (int s = 0; s < a.length; s++) {
            a[s] = of.apply(xs[s]);
        }
        return a;
    }

    /** The numbers of a shape. */
    static int product(List<Integer> shape) {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** The numbers of one sample. */
    public int inputSize() {
        return product(inputShape());
    }

    private List<Integer> inputShape() {
        if (!input.isEmpty()) {
            return input;
        }
        return List.of(layers.stream()
                .filter(Input.class::isInstance)
                .mapToInt(layer -> product(((Input) layer).shape()))
                .sum());
    }

    /** The shape that comes out of layer {@code index}; that of the input for −1. */
    public List<Integer> shape(int index) {
        return index < 0 ? inputShape() : layers.get(index).output(inputs(index));
    }

    /** The shapes that come into layer {@code index}. */
    public List<List<Integer>> inputs(int index) {
        return sources.get(index).stream().map(this::shape).toList();
    }

    /** The numbers that come out of layer {@code index}; those of the input for −1. */
    public int size(int index) {
        return product(shape(index));
    }

    /** The steps whose outputs are a row of their own each. */
    public int outputRows(Output output) {
        int last = output.layer();
        while (last >= 0 && layers.get(last) instanceof Flatten) {
            last = sources.get(last).get(0);
        }
        List<Integer> shape = shape(last);
        return last >= 0 && layers.get(last) instanceof Dense && shape.size() == 2 ? shape.get(0) : 1;
    }

    /** The numbers below which all numbers of the data must be whole ones, 0 if they need not. */
    public int vocabulary() {
        return layers.stream()
                .filter(Embedding.class::isInstance)
                .mapToInt(layer -> ((Embedding) layer).vocabulary())
                .min()
                .orElse(0);
    }

    /** The numbers of all outputs. */
    public int outputSize() {
        return outputs().stream().mapToInt(output -> size(output.layer())).sum();
    }

    /** The sizes of the arrays of state in storage order. */
    public List<Integer> stateSizes() {
        return IntStream.range(0, layers.size())
                .boxed()
                .flatMap(k -> layers.get(k).stateSizes(inputs(k)).stream())
                .toList();
    }

    /** The sizes of the parameter arrays in storage order: weights then biases, layer by layer. */
    public List<Integer> parameterSizes() {
        return IntStream.range(0, layers.size())
                .boxed()
                .flatMap(k -> layers.get(k).parameterSizes(inputs(k)).stream())
                .toList();
    }
}
