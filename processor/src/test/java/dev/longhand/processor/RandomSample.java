package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A batch for one network with parameters of moderate size, clear of jumps and kinks. */
final class RandomSample {

    /** Nothing is compared closer than this to a jump or a kink. */
    private static final double CLEAR_OF_KINKS = 1e-4;

    /** Fills what a pass must neither read nor write. */
    private static final float UNTOUCHED = Float.intBitsToFloat(0x7fc0abcd);

    final int n;
    final long seed;
    final float[] parameters;
    final double[] p;
    final float[] x;
    final float[] t;
    final Interpreter.Batch batch;
    private final Random random;
    private final Description network;

    RandomSample(Description network, int seed) {
        this.network = network;
        this.seed = seed;
        random = new Random(seed);
        n = 1 + random.nextInt(9);
        int in = network.inputSize();
        int out = network.outputSize();
        x = new float[n * in];
        t = new float[n * out];
        Interpreter interpreter = new Interpreter(network);
        double[][][] draws = interpreter.draws(seed, 3, n);
        float[] drawn;
        Interpreter.Batch tried;
        int tries = 0;
        do {
            drawn = parameters();
            double[][] xs = new double[n][];
            double[][] ts = new double[n][];
            for (int s = 0; s < n; s++) {
                xs[s] = network.vocabulary() > 0 ? words(in, network.vocabulary()) : values(in, false);
                ts[s] = network.outputs().stream()
                        .flatMapToDouble(output -> Arrays.stream(targets(output)))
                        .toArray();
            }
            tried = new Interpreter.Batch(xs, ts, draws);
            assertThat(tries++).as("tries for a batch of " + network).isLessThan(500);
        } while (interpreter.distanceToKink(toDouble(drawn), tried) < CLEAR_OF_KINKS);
        parameters = drawn;
        p = toDouble(parameters);
        batch = tried;
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < in; j++) {
                x[s * in + j] = (float) batch.x()[s][j];
            }
            for (int j = 0; j < out; j++) {
                t[s * out + j] = (float) batch.t()[s][j];
            }
        }
    }

    /**
     * Each layer's first array, its weights, by the inputs of a unit; biases and the like smaller. Then its
     * state: means and variances.
     */
    private float[] parameters() {
        List<Float> values = new ArrayList<>();
        for (int k = 0; k < network.layers().size(); k++) {
            List<Integer> shape = network.shape(k);
            int units = shape.get(shape.size() - 1);
            double scale = Double.NaN;
            for (int size : network.layers().get(k).parameterSizes(network.inputs(k))) {
                scale = Double.isNaN(scale) ? 1 / Math.sqrt(Math.max(1, size / units)) : 0.3;
                for (int i = 0; i < size; i++) {
                    values.add((float) (scale * random.nextGaussian()));
                }
            }
        }
        for (int k = 0; k < network.layers().size(); k++) {
            List<Integer> sizes = network.layers().get(k).stateSizes(network.inputs(k));
            for (int j = 0; j < sizes.size(); j++) {
                for (int i = 0; i < sizes.get(j); i++) {
                    values.add(j == 0 ? (float) random.nextGaussian() : 0.5f + random.nextFloat());
                }
            }
        }
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private double[] words(int size, int vocabulary) {
        return random.ints(size, 0, vocabulary).asDoubleStream().toArray();
    }

    private double[] values(int size, boolean positive) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            float value = (float) random.nextGaussian();
            values[i] = positive ? Math.abs(value) : value;
        }
        return values;
    }

    private double[] targets(Description.Output output) {
        int size = network.size(output.layer());
        switch (output.loss()) {
            case CROSS_ENTROPY, LOG_LIKELIHOOD -> {
                if (random.nextInt(4) == 0) {
                    return values(size, true);
                }
                double[] oneHot = new double[size];
                int width = size / network.outputRows(output);
                for (int from = 0; from < size; from += width) {
                    oneHot[from + random.nextInt(width)] = 1;
                }
                return oneHot;
            }
            case BINARY_CROSS_ENTROPY -> {
                double[] targets = new double[size];
                for (int i = 0; i < size; i++) {
                    targets[i] = random.nextInt(3) == 0 ? random.nextFloat() : random.nextInt(2);
                }
                return targets;
            }
            default -> {
                return values(size, false);
            }
        }
    }

    /** A workspace with this batch in it, and garbage wherever a pass should write before it reads. */
    Workspace workspace(Model model) {
        Workspace ws = model.workspace(n + 2);
        for (float[] array : arrays(ws, model)) {
            Arrays.fill(array, UNTOUCHED);
        }
        Arrays.fill(ws.gradients(), UNTOUCHED);
        System.arraycopy(x, 0, ws.input(), 0, x.length);
        System.arraycopy(t, 0, ws.targets(), 0, t.length);
        return ws;
    }

    void assertUntouchedBeyondTheBatch(String what, Workspace ws) {
        for (float[] array : arrays(ws, null)) {
            int first = array.length / (n + 2) * n;
            float[] expected = new float[array.length - first];
            Arrays.fill(expected, UNTOUCHED);
            assertThat(bits(array, first)).as("%s: beyond the batch", what).isEqualTo(bits(expected, 0));
        }
    }

    private static int[] bits(float[] values, int from) {
        return IntStream.range(from, values.length)
                .map(k -> Float.floatToRawIntBits(values[k]))
                .toArray();
    }

    private List<float[]> arrays(Workspace ws, Model model) {
        List<float[]> arrays = new ArrayList<>(List.of(ws.input(), ws.targets()));
        for (int k = 0; k < network.layers().size(); k++) {
            arrays.add(ws.activation(k));
            arrays.add(ws.gradient(k));
        }
        if (model != null) {
            for (int k = 0; k < model.info().buffers().size(); k++) {
                arrays.add(ws.buffer(k));
            }
        }
        return arrays;
    }

    /** The same numbers. */
    static double[] toDouble(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(k -> values[k]).toArray();
    }
}
