package dev.longhand.processor.interpreter;

import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.SequenceWindow.Step;
import java.util.List;
import java.util.stream.IntStream;

/** Convolution and pooling of sequences as a test describes them. */
public final class SequenceLayers {

    private SequenceLayers() {}

    /** {@code @Conv1d}. */
    public record Conv1d(
            String name, int filters, SequenceWindow kernel, int groups, Function function, boolean useBias)
            implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            attributes.add("filters", filters);
            kernel.attributes(attributes, "kernel", 1);
            if (groups > 1) {
                attributes.add("groups", groups);
            }
            attributes.function("activation = ", function);
            if (!useBias) {
                attributes.add("useBias", false);
            }
            return attributes.of("Conv1d");
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return List.of(kernel.output(inputs.get(0).get(0)), filters);
        }

        @Override
        public List<Integer> parameterSizes(List<List<Integer>> inputs) {
            int weights = kernel.size() * inputs.get(0).get(1) / groups * filters;
            return useBias ? List.of(weights, filters) : List.of(weights);
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            int time = computation.input().get(0);
            int in = computation.input().get(1);
            int channels = in / groups;
            int[] p = computation.p();
            Tape tape = computation.tape();
            return Description.map(xs.get(0), x -> {
                int[] z = new int[kernel.output(time) * filters];
                for (int out = 0; out < z.length; out++) {
                    int f = out % filters;
                    int first = f / (filters / groups) * channels;
                    z[out] = useBias ? p[kernel.size() * channels * filters + f] : tape.number(0);
                    for (Step step : kernel.steps(time, out / filters)) {
                        z[out] = tape.dot(
                                z[out],
                                IntStream.range(0, channels),
                                c -> x[step.index() * in + first + c],
                                c -> p[(step.position() * channels + c) * filters + f]);
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

    /** {@code @MaxPool1d} or {@code @AvgPool1d}. */
    public record Pool1d(String name, String kind, SequenceWindow pool) implements LayerDescription {
        @Override
        public String annotation() {
            Attributes attributes = new Attributes();
            pool.attributes(attributes, "size", pool.size());
            return attributes.of(kind);
        }

        @Override
        public List<Integer> output(List<List<Integer>> inputs) {
            return List.of(pool.output(inputs.get(0).get(0)), inputs.get(0).get(1));
        }

        @Override
        public int[][] compute(Computation computation, List<int[][]> xs) {
            int time = computation.input().get(0);
            int channels = computation.input().get(1);
            Tape tape = computation.tape();
            return Description.map(
                    xs.get(0),
                    x -> IntStream.range(0, pool.output(time) * channels)
                            .map(out -> {
                                int[] steps = pool.steps(time, out / channels).stream()
                                        .mapToInt(step -> x[step.index() * channels + out % channels])
                                        .toArray();
                                return kind.equals("MaxPool1d")
                                        ? ImageLayers.Pool2d.largest(tape, steps)
                                        : tape.scale(1.0 / pool.size(), tape.sum(steps));
                            })
                            .toArray());
        }
    }
}
