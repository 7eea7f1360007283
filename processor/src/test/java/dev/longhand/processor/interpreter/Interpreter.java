package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Output;
import dev.longhand.processor.interpreter.LayerDescription.Computation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks a description in double precision, every formula as a textbook prints it and nothing fused; its
 * gradients come from a {@link Tape}, so no rule of a backward pass is written down here. Slow and obvious:
 * what compiled networks are held against. Its p are a network's parameters, then its state.
 */
public final class Interpreter {

    private static final double H = 1e-6;

    private final Description network;

    /** Interprets one network. */
    public Interpreter(Description network) {
        this.network = network;
    }

    /** The mean loss of a batch and its gradient in every parameter. */
    public record Gradients(double loss, double[] values) {}

    /**
     * Samples to learn from.
     *
     * @param x a sample a row
     * @param t a target a row
     * @param draws for each layer what it draws for each sample, null for layers that draw nothing
     */
    public record Batch(double[][] x, double[][] t, double[][][] draws) {}

    /** What layers draw for n samples in a step. */
    public double[][][] draws(long seed, long step, int n) {
        double[][][] draws = new double[network.layers().size()][n][];
        for (int k = 0; k < draws.length; k++) {
            int size = network.size(k);
            for (int s = 0; s < n; s++) {
                draws[k][s] = network.layers().get(k).draws(seed, step, k, s, size);
            }
        }
        return draws;
    }

    /** The outputs when predicting, a sample a row. */
    public double[][] predict(double[] p, double[][] x) {
        Tape tape = new Tape();
        return values(tape, forward(tape, tape.numbers(p), x, null));
    }

    /** The outputs while training, a sample a row. */
    public double[][] outputs(double[] p, Batch batch) {
        Tape tape = new Tape();
        return values(tape, forward(tape, tape.numbers(p), batch.x(), batch.draws()));
    }

    /** The mean loss of a batch. */
    public double loss(double[] p, Batch batch) {
        Tape tape = new Tape();
        return tape.value(loss(tape, tape.numbers(p), batch));
    }

    /** The mean loss of a batch and its gradients. */
    public Gradients gradients(double[] p, Batch batch) {
        Tape tape = new Tape();
        int[] numbers = tape.numbers(p);
        int loss = loss(tape, numbers, batch);
        double[] all = tape.gradients(loss);
        return new Gradients(
                tape.value(loss),
                Arrays.stream(numbers).mapToDouble(number -> all[number]).toArray());
    }

    /** The derivative of the batch's mean loss in parameter {@code i} by central differences. */
    public double centralDifference(double[] p, Batch batch, int i) {
        double[] moved = p.clone();
        moved[i] = p[i] + H;
        double above = loss(moved, batch);
        moved[i] = p[i] - H;
        return (above - loss(moved, batch)) / (2 * H);
    }

    /** How far a batch is, predicting and training, from the nearest jump or kink of a function or the loss. */
    public double distanceToKink(double[] p, Batch batch) {
        Tape tape = new Tape();
        int[] numbers = tape.numbers(p);
        forward(tape, numbers, batch.x(), null);
        loss(tape, numbers, batch);
        return tape.distanceToKink();
    }

    /** Whether all derivatives are true ones: training takes those of steps as 1. */
    public boolean isDifferentiable() {
        return network.layers().stream().allMatch(LayerDescription::isDifferentiable);
    }

    private int[][] forward(Tape tape, int[] p, double[][] x, double[][][] draws) {
        int[][] data = Arrays.stream(x).map(tape::numbers).toArray(int[][]::new);
        List<int[][]> outputs = new ArrayList<>();
        int offset = 0;
        int stateOffset =
                network.parameterSizes().stream().mapToInt(Integer::intValue).sum();
        for (int k = 0; k < network.layers().size(); k++) {
            LayerDescription layer = network.layers().get(k);
            List<List<Integer>> inputs = network.inputs(k);
            int end = offset
                    + layer.parameterSizes(inputs).stream()
                            .mapToInt(Integer::intValue)
                            .sum();
            int[] own = Arrays.copyOfRange(p, offset, end);
            offset = end;
            int stateEnd = stateOffset
                    + layer.stateSizes(inputs).stream()
                            .mapToInt(Integer::intValue)
                            .sum();
            int[] state = Arrays.copyOfRange(p, stateOffset, stateEnd);
            stateOffset = stateEnd;
            List<int[][]> xs = network.sources().get(k).stream()
                    .map(source -> source < 0 ? data : outputs.get(source))
                    .toList();
            outputs.add(layer.compute(new Computation(tape, inputs, own, state, draws == null ? null : draws[k]), xs));
        }
        int[][] joined = new int[x.length][];
        for (int s = 0; s < joined.length; s++) {
            int sample = s;
            joined[s] = network.outputs().stream()
                    .flatMapToInt(output -> Arrays.stream(outputs.get(output.layer())[sample]))
                    .toArray();
        }
        return joined;
    }

    private static double[][] values(Tape tape, int[][] rows) {
        return Arrays.stream(rows).map(tape::values).toArray(double[][]::new);
    }

    private int loss(Tape tape, int[] p, Batch batch) {
        int[][] a = forward(tape, p, batch.x(), batch.draws());
        int sum = tape.number(0);
        int offset = 0;
        for (Output output : network.outputs()) {
            double weight = Float.isNaN(output.weight()) ? 1 : output.weight();
            sum = tape.add(sum, tape.scale(weight, loss(tape, a, batch.t(), output, offset)));
            offset += network.size(output.layer());
        }
        return sum;
    }

    /** The mean loss of one output, whose numbers begin at {@code offset}. */
    private int loss(Tape tape, int[][] a, double[][] t, Output output, int offset) {
        int sum = tape.number(0);
        boolean ofRows = output.loss() == Loss.CROSS_ENTROPY || output.loss() == Loss.LOG_LIKELIHOOD;
        int rows = ofRows ? network.outputRows(output) : 1;
        int m = network.size(output.layer()) / rows;
        for (int s = 0; s < a.length; s++) {
            for (int row = 0; row < rows; row++) {
                int from = offset + row * m;
                sum = tape.add(
                        sum,
                        loss(
                                tape,
                                Arrays.copyOfRange(a[s], from, from + m),
                                Arrays.copyOfRange(t[s], from, from + m),
                                output));
            }
        }
        return tape.scale(1.0 / a.length / rows, sum);
    }

    /** The loss of one sample, or of one step of a sample. */
    private int loss(Tape tape, int[] a, double[] t, Output output) {
        double delta = Float.isNaN(output.delta()) ? 1 : output.delta();
        int m = a.length;
        int sum = tape.number(0);
        for (int j = 0; j < m; j++) {
            int d = tape.subtract(a[j], tape.number(t[j]));
            double error = tape.value(d);
            int term = switch (output.loss()) {
                case HALF_SQUARED_ERROR -> tape.scale(0.5, tape.multiply(d, d));
                case MEAN_SQUARED_ERROR -> tape.scale(1.0 / m, tape.multiply(d, d));
                case MEAN_ABSOLUTE_ERROR -> tape.apply(Math.abs(error) / m, d, Math.signum(error) / m);
                case HUBER ->
                    Math.abs(error) <= delta
                            ? tape.scale(0.5 / m, tape.multiply(d, d))
                            : tape.apply(
                                    delta * (Math.abs(error) - 0.5 * delta) / m, d, delta * Math.signum(error) / m);
                case BINARY_CROSS_ENTROPY ->
                    tape.scale(
                            -1.0 / m,
                            tape.add(
                                    tape.scale(t[j], tape.log(a[j])),
                                    tape.scale(1 - t[j], tape.log(tape.subtract(tape.number(1), a[j])))));
                case CROSS_ENTROPY ->
                    tape.scale(-smoothed(t[j], m, output), isLogarithm(output) ? a[j] : tape.log(a[j]));
                case LOG_LIKELIHOOD -> tape.scale(-t[j] / Math.log(2), tape.log(a[j]));
            };
            if (output.loss() == Loss.MEAN_ABSOLUTE_ERROR) {
                tape.kink(error);
            }
            sum = tape.add(sum, term);
        }
        return sum;
    }

    private boolean isLogarithm(Output output) {
        for (int k = output.layer(); k >= 0; k = network.sources().get(k).get(0)) {
            LayerDescription layer = network.layers().get(k);
            if (layer instanceof Dense dense) {
                return dense.function().activation() == Activation.LOG_SOFTMAX;
            } else if (layer instanceof Activate activate) {
                return activate.function().activation() == Activation.LOG_SOFTMAX;
            }
        }
        return false;
    }

    private static double smoothed(double t, int m, Output output) {
        double epsilon = Float.isNaN(output.labelSmoothing()) ? 0 : output.labelSmoothing();
        return (1 - epsilon) * t + epsilon / m;
    }
}
