package dev.longhand.processor.interpreter;

import dev.longhand.random.CountedRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Normalizations, noise and other shapes as a test describes them. */
public final class Normalizations {

    private Normalizations() {}

    /** {@code @BatchNorm}. */
    public record BatchNorm(String name, float momentum, float epsilon) implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.number("momentum", momentum);
            attributes.number("epsilon", epsilon);
            return attributes.of("BatchNorm");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return inputs.get(0);
        }

        @Override
        public List<Integer> parameterSizes(List<List<Integer>> inputs) {
            return gammaAndBeta(inputs.get(0));
        }

        @Override
        public List<Integer> stateSizes(List<List<Integer>> inputs) {
            return gammaAndBeta(inputs.get(0));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            Tape tape = computation.tape();
            int[][] x = xs.get(0);
            int channels = last(computation.input());
            int[][] a = Arrays.stream(x).map(int[]::clone).toArray(int[][]::new);
            for (int c = 0; c < channels; c++) {
                List<Integer> all = new ArrayList<>();
                for (int[] row : x) {
                    for (int i = c; i < row.length; i += channels) {
                        all.add(row[i]);
                    }
                }
                int[] values = all.stream().mapToInt(Integer::intValue).toArray();
                int mean = computation.isTraining()
                        ? mean(tape, values)
                        : computation.state()[c];
                int variance = computation.isTraining()
                        ? variance(tape, values, mean)
                        : computation.state()[channels + c];
                for (int s = 0; s < x.length; s++) {
                    for (int i = c; i < x[s].length; i += channels) {
                        int xHat = xHat(tape, x[s][i], mean, variance, or(epsilon, 1e-5f));
                        a[s][i] = tape.add(
                                tape.multiply(computation.p()[c], xHat),
                                computation.p()[channels + c]);
                    }
                }
            }
            return a;
        }
    }

    /** {@code @LayerNorm}. */
    public record LayerNorm(String name, float epsilon) implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.number("epsilon", epsilon);
            return attributes.of("LayerNorm");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return inputs.get(0);
        }

        @Override
        public List<Integer> parameterSizes(List<List<Integer>> inputs) {
            return gammaAndBeta(inputs.get(0));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            Tape tape = computation.tape();
            int channels = last(computation.input());
            return Description.map(xs.get(0), x -> {
                int[] a = new int[x.length];
                for (int from = 0; from < x.length; from += channels) {
                    int[] place = Arrays.copyOfRange(x, from, from + channels);
                    int mean = mean(tape, place);
                    int variance = variance(tape, place, mean);
                    for (int c = 0; c < channels; c++) {
                        int xHat = xHat(tape, place[c], mean, variance, or(epsilon, 1e-5f));
                        a[from + c] = tape.add(
                                tape.multiply(computation.p()[c], xHat),
                                computation.p()[channels + c]);
                    }
                }
                return a;
            });
        }
    }

    /** {@code @GaussianNoise}. */
    public record Noise(String name, float stddev) implements LayerDescription {
        @Override
        public String annotation() {
            return "@GaussianNoise(stddev = " + stddev + "f)";
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
            Tape tape = computation.tape();
            int[][] a = new int[xs.get(0).length][];
            for (int s = 0; s < a.length; s++) {
                int[] x = xs.get(0)[s];
                double[] noise = computation.draws()[s];
                a[s] = IntStream.range(0, x.length)
                        .map(i -> tape.add(x[i], tape.number(noise[i])))
                        .toArray();
            }
            return a;
        }

        @Override
        public double[] draws(long seed, long step, int layer, int s, int size) {
            long key = CountedRandom.key(seed, step, layer);
            return IntStream.range(s * size, (s + 1) * size)
                    .mapToDouble(i -> stddev * normal(CountedRandom.bits(key, i / 2), i % 2))
                    .toArray();
        }

        /** One of the two normal numbers that Box and Muller's method makes of 24 bits and the 26 bits after them. */
        private static double normal(long bits, int which) {
            double radius = Math.sqrt(-2 * Math.log(1 - (bits >>> 40) * 0x1p-24));
            double angle = 2 * Math.PI * ((bits >>> 14) & 0x3ffffff) * 0x1p-26;
            return radius * (which == 0 ? Math.cos(angle) : Math.sin(angle));
        }
    }

    /** {@code @Reshape}. */
    public record Reshape(String name, List<Integer> shape) implements LayerDescription {
        @Override
        public String annotation() {
            return "@Reshape({" + shape.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "})";
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return shape;
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            return xs.get(0);
        }
    }

    private static List<Integer> gammaAndBeta(List<Integer> shape) {
        return List.of(last(shape), last(shape));
    }

    private static int last(List<Integer> shape) {
        return shape.get(shape.size() - 1);
    }

    private static double or(float given, float byDefault) {
        return Float.isNaN(given) ? byDefault : given;
    }

    private static int mean(Tape tape, int[] values) {
        return tape.scale(1.0 / values.length, tape.sum(values));
    }

    private static int variance(Tape tape, int[] values, int mean) {
        return mean(
                tape,
                Arrays.stream(values)
                        .map(value -> tape.subtract(value, mean))
                        .map(d -> tape.multiply(d, d))
                        .toArray());
    }

    private static int xHat(Tape tape, int x, int mean, int variance, double epsilon) {
        return tape.divide(tape.subtract(x, mean), tape.sqrt(tape.add(variance, tape.number(epsilon))));
    }
}
