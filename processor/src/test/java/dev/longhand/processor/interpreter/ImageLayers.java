package dev.longhand.processor.interpreter;

import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.Start;
import dev.longhand.processor.interpreter.ImageWindow.Pixel;
import dev.longhand.random.CountedRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Convolution and pooling as a test describes them. */
public final class ImageLayers {

    private ImageLayers() {}

    /** {@code @Conv2d}. */
    public record Conv2d(
            String name,
            int filters,
            ImageWindow kernel,
            int groups,
            Function function,
            boolean useBias,
            Start weights,
            Start bias)
            implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.add("filters", filters);
            kernel.attributes(attributes, "kernel", false);
            if (groups > 1) {
                attributes.add("groups", groups);
            }
            attributes.function("activation = ", function);
            if (!useBias) {
                attributes.add("useBias", false);
            }
            attributes.start(weights, Start.WEIGHTS, "weights", "initializer");
            attributes.start(bias, Start.BIAS, "bias", "biasInitializer");
            return attributes.of("Conv2d");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            List<Integer> size = kernel.output(inputs.get(0));
            return List.of(size.get(0), size.get(1), filters);
        }

        @Override
        public List<Integer> parameterSizes(List<List<Integer>> inputs) {
            int count = kernel.positions() * inputs.get(0).get(2) / groups * filters;
            return useBias ? List.of(count, filters) : List.of(count);
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            List<Integer> image = computation.input();
            int channels = image.get(2) / groups;
            int[] p = computation.p();
            Tape tape = computation.tape();
            return Description.map(xs.get(0), x -> {
                int[] z = new int[Description.product(output(computation.inputs()))];
                for (int out = 0; out < z.length; out++) {
                    int f = out % filters;
                    int first = f / (filters / groups) * channels;
                    z[out] = useBias ? p[kernel.positions() * channels * filters + f] : tape.number(0);
                    for (Pixel pixel : kernel.pixels(image, out / filters)) {
                        z[out] = tape.dot(
                                z[out],
                                IntStream.range(0, channels),
                                c -> x[pixel.index() * image.get(2) + first + c],
                                c -> p[(pixel.position() * channels + c) * filters + f]);
                    }
                }
                return Functions.apply(tape, function, z);
            });
        }

        @Override
        public boolean isDifferentiable() {
            return function.isDifferentiable();
        }
    }

    /** {@code @MaxPool2d}, {@code @AvgPool2d} or {@code @StochasticPool2d}. */
    public record Pool2d(String name, String kind, ImageWindow pool) implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            pool.attributes(attributes, "size", true);
            return attributes.of(kind);
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            List<Integer> size = pool.output(inputs.get(0));
            return List.of(size.get(0), size.get(1), inputs.get(0).get(2));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            List<Integer> image = computation.input();
            int channels = image.get(2);
            int size = Description.product(output(computation.inputs()));
            int[][] a = new int[xs.get(0).length][size];
            for (int s = 0; s < a.length; s++) {
                int[] x = xs.get(0)[s];
                for (int out = 0; out < size; out++) {
                    int channel = out % channels;
                    int[] pixels = pool.pixels(image, out / channels).stream()
                            .mapToInt(pixel -> x[pixel.index() * channels + channel])
                            .toArray();
                    double u = computation.isTraining() && computation.draws()[s] != null
                            ? computation.draws()[s][out]
                            : Double.NaN;
                    a[s][out] = of(computation.tape(), pixels, u);
                }
            }
            return a;
        }

        private int of(Tape tape, int[] pixels, double u) {
            return switch (kind) {
                case "MaxPool2d" -> largest(tape, pixels);
                case "AvgPool2d" -> tape.scale(1.0 / pool.positions(), tape.sum(pixels));
                default -> Double.isNaN(u) ? mean(tape, pixels) : drawn(tape, pixels, u);
            };
        }

        static int largest(Tape tape, int... pixels) {
            int max = pixels[0];
            for (int pixel : pixels) {
                max = tape.value(pixel) > tape.value(max) ? pixel : max;
            }
            for (int pixel : pixels) {
                if (tape.value(pixel) != tape.value(max)) {
                    tape.kink(tape.value(max) - tape.value(pixel));
                }
            }
            return max;
        }

        private static double part(Tape tape, int pixel) {
            return Math.max(0, tape.value(pixel));
        }

        private static int drawn(Tape tape, int[] pixels, double u) {
            double whole =
                    IntStream.of(pixels).mapToDouble(pixel -> part(tape, pixel)).sum();
            double reached = 0;
            int drawn = tape.number(0);
            for (int pixel : pixels) {
                if (part(tape, pixel) > 0 && reached <= u * whole) {
                    drawn = pixel;
                }
                reached += part(tape, pixel);
                if (whole > 0 && reached < whole) {
                    tape.kink(reached / whole - u);
                }
            }
            return drawn;
        }

        private static int mean(Tape tape, int... pixels) {
            double whole =
                    IntStream.of(pixels).mapToDouble(pixel -> part(tape, pixel)).sum();
            double squares = IntStream.of(pixels)
                    .mapToDouble(pixel -> part(tape, pixel) * part(tape, pixel))
                    .sum();
            return tape.number(whole == 0 ? 0 : squares / whole);
        }

        @Override
        public double[] draws(long seed, long step, int layer, int s, int size) {
            if (!kind.equals("StochasticPool2d")) {
                return null;
            }
            long key = CountedRandom.key(seed, step, layer);
            return IntStream.range(0, size)
                    .mapToDouble(i -> CountedRandom.uniform(key, (long) s * size + i))
                    .toArray();
        }
    }

    /** {@code @GlobalAvgPool2d}. */
    public record GlobalAvgPool2d(String name) implements LayerDescription {
        @Override
        public String annotation() {
            return "@GlobalAvgPool2d";
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return List.of(inputs.get(0).get(2));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            int channels = computation.input().get(2);
            int pixels = computation.input().get(0) * computation.input().get(1);
            Tape tape = computation.tape();
            return Description.map(
                    xs.get(0),
                    x -> IntStream.range(0, channels)
                            .map(c -> tape.scale(
                                    1.0 / pixels,
                                    tape.sum(IntStream.range(0, pixels)
                                            .map(i -> x[i * channels + c])
                                            .toArray())))
                            .toArray());
        }
    }
}
