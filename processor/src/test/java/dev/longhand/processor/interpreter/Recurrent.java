package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.processor.interpreter.Description.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code @Rnn}, {@code @Gru} or {@code @Lstm}.
 *
 * @param kind the simple name of the annotation
 * @param function for {@code Rnn} only
 */
public record Recurrent(
        String name, String kind, int units, boolean returnSequences, boolean useBias, Function function)
        implements LayerDescription {

    /** With a bias and tanh. */
    public static Recurrent of(String name, String kind, int units, boolean returnSequences) {
        return new Recurrent(name, kind, units, returnSequences, true, Function.of(Activation.TANH));
    }

    @Override
    public String annotation() {
        Attributes attributes = new Attributes();
        attributes.add("units", units);
        if (kind.equals("Rnn") && !function.equals(Function.of(Activation.TANH))) {
            attributes.function("activation = ", function);
        }
        if (returnSequences) {
            attributes.add("returnSequences", true);
        }
        if (!useBias) {
            attributes.add("useBias", false);
        }
        return attributes.of(kind);
    }

    private int gates() {
        return switch (kind) {
            case "Rnn" -> 1;
            case "Gru" -> 3;
            default -> 4;
        };
    }

    @Override
    public List<Integer> output(List<List<Integer>> inputs) {
        return returnSequences ? List.of(inputs.get(0).get(0), units) : List.of(units);
    }

    @Override
    public List<Integer> parameterSizes(List<List<Integer>> inputs) {
        int width = gates() * units;
        List<Integer> sizes = new ArrayList<>(List.of(inputs.get(0).get(1) * width, units * width));
        if (useBias) {
            sizes.add(width);
            if (kind.equals("Gru")) {
                sizes.add(width);
            }
        }
        return sizes;
    }

    @Override
    public int[][] compute(Computation computation, List<int[][]> xs) {
        int time = computation.input().get(0);
        int in = computation.input().get(1);
        return Description.map(xs.get(0), x -> {
            Cell cell = new Cell(computation.tape(), computation.p(), in);
            IntStream.Builder states = IntStream.builder();
            for (int t = 0; t < time; t++) {
                int[] features = new int[in];
                System.arraycopy(x, t * in, features, 0, in);
                cell.step(features);
                if (returnSequences || t == time - 1) {
                    IntStream.of(cell.h).forEach(states::add);
                }
            }
            return states.build().toArray();
        });
    }

    @Override
    public boolean isDifferentiable() {
        return function.isDifferentiable();
    }

    /** The states of one sample from step to step. */
    private final class Cell {

        private final Tape tape;
        private final int[] p;
        private final int in;
        private final int width = gates() * units;
        private int[] h;
        private int[] c;

        Cell(Tape tape, int[] p, int in) {
            this.tape = tape;
            this.p = p;
            this.in = in;
            h = IntStream.range(0, units).map(j -> tape.number(0)).toArray();
            c = h;
        }

        /** Number j of part {@code gate} of x·W + b. */
        private int ofInput(int[] x, int gate, int j) {
            int k = gate * units + j;
            int b = useBias ? p[(in + units) * width + k] : tape.number(0);
            return tape.dot(b, IntStream.range(0, in), i -> x[i], i -> p[i * width + k]);
        }

        /** Number j of part {@code gate} of h·U, with gated units' own bias. */
        private int ofState(int gate, int j) {
            int k = gate * units + j;
            int start = useBias && kind.equals("Gru") ? p[(in + units + 1) * width + k] : tape.number(0);
            return tape.dot(start, IntStream.range(0, units), i -> h[i], i -> p[(in + i) * width + k]);
        }

        private int z(int[] x, int gate, int j) {
            return tape.add(ofInput(x, gate, j), ofState(gate, j));
        }

        void step(int... x) {
            int[] next = new int[units];
            int[] memory = new int[units];
            for (int j = 0; j < units; j++) {
                switch (kind) {
                    case "Rnn" -> next[j] = Functions.apply(tape, function, z(x, 0, j))[0];
                    case "Gru" -> {
                        int z = tape.sigmoid(z(x, 0, j));
                        int r = tape.sigmoid(z(x, 1, j));
                        int m = tape.tanh(tape.add(ofInput(x, 2, j), tape.multiply(r, ofState(2, j))));
                        int stays = tape.multiply(z, h[j]);
                        next[j] = tape.add(tape.multiply(tape.subtract(tape.number(1), z), m), stays);
                    }
                    default -> {
                        int i = tape.sigmoid(z(x, 0, j));
                        int f = tape.sigmoid(z(x, 1, j));
                        int g = tape.tanh(z(x, 2, j));
                        int o = tape.sigmoid(z(x, 3, j));
                        memory[j] = tape.add(tape.multiply(f, c[j]), tape.multiply(i, g));
                        next[j] = tape.multiply(o, tape.tanh(memory[j]));
                    }
                }
            }
            h = next;
            c = memory;
        }
    }
}
