package dev.longhand.processor.interpreter;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.processor.interpreter.Description.LayerDescription;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * Walks a description in double precision, one sample after the other, every formula as a textbook
 * prints it and nothing fused. Slow and obvious: what compiled networks are held against.
 */
public final class Interpreter {

    private static final double H = 1e-6;

    private final Description network;

    /** Interprets one network. */
    public Interpreter(Description network) {
        this.network = network;
    }

    /**
     * One sample's way through the network.
     *
     * @param inputs x of each layer
     * @param sums z of each dense layer, x of each other
     * @param output a of the last layer
     */
    public record Pass(List<double[]> inputs, List<double[]> sums, double[] output) {}

    /** The mean loss of a batch and its gradient in every parameter. */
    public record Gradients(double loss, double[] values) {}

    /**
     * Samples to learn from.
     *
     * @param x a sample a row
     * @param t a target a row
     * @param masks for each row and each layer the factors of dropout, null for other layers
     */
    public record Batch(double[][] x, double[][] t, double[][][] masks) {}

    /** Forward without dropout. */
    public Pass predict(double[] p, double[] x) {
        return forward(p, x, new double[network.layers().size()][]);
    }

    /** Forward with the masks given for dropout layers. */
    public Pass forward(double[] p, double[] x, double[][] masks) {
        List<double[]> inputs = new ArrayList<>();
        List<double[]> sums = new ArrayList<>();
        double[] a = x;
        int offset = 0;
        for (int k = 0; k < network.layers().size(); k++) {
            LayerDescription layer = network.layers().get(k);
            inputs.add(a);
            double[] z = a;
            if (layer instanceof Dense dense) {
                z = new double[dense.units()];
                for (int j = 0; j < z.length; j++) {
                    z[j] = dense.useBias() ? p[offset + a.length * z.length + j] : 0;
                    for (int i = 0; i < a.length; i++) {
                        z[j] += a[i] * p[offset + i * z.length + j];
                    }
                }
                offset += a.length * z.length + (dense.useBias() ? z.length : 0);
            }
            sums.add(z);
            if (layer instanceof Dropout && masks[k] != null) {
                a = new double[z.length];
                for (int i = 0; i < a.length; i++) {
                    a[i] = z[i] * masks[k][i];
                }
            } else if (function(layer) != null) {
                a = apply(function(layer), z);
            }
        }
        return new Pass(inputs, sums, a);
    }

    /** The mean loss of a batch. */
    public double loss(double[] p, Batch batch) {
        double sum = 0;
        for (int s = 0; s < batch.x().length; s++) {
            sum += loss(forward(p, batch.x()[s], batch.masks()[s]).output(), batch.t()[s]);
        }
        return sum / batch.x().length;
    }

    /** The mean loss of a batch and its gradients by backpropagation. */
    public Gradients gradients(double[] p, Batch batch) {
        double[] g = new double[p.length];
        double sum = 0;
        int n = batch.x().length;
        for (int s = 0; s < n; s++) {
            Pass pass = forward(p, batch.x()[s], batch.masks()[s]);
            sum += loss(pass.output(), batch.t()[s]);
            double[] da = lossGradient(pass.output(), batch.t()[s]);
            backward(p, pass, batch.masks()[s], da, g);
        }
        for (int i = 0; i < g.length; i++) {
            g[i] /= n;
        }
        return new Gradients(sum / n, g);
    }

    /** The derivative of the batch's mean loss in parameter {@code i} by central differences. */
    public double centralDifference(double[] p, Batch batch, int i) {
        double[] moved = p.clone();
        moved[i] = p[i] + H;
        double above = loss(moved, batch);
        moved[i] = p[i] - H;
        return (above - loss(moved, batch)) / (2 * H);
    }

    /**
     * How far this sample is from the nearest point where a function or the loss has a jump or a kink. Sums
     * that are exactly 0, as behind units that are all off, don't count: they stay 0.
     */
    public double distanceToKink(Pass pass, double[] t) {
        double distance = Double.POSITIVE_INFINITY;
        for (int k = 0; k < network.layers().size(); k++) {
            Function function = function(network.layers().get(k));
            if (function == null) {
                continue;
            }
            for (double z : pass.sums().get(k)) {
                switch (function.activation()) {
                    case STEP, SIGN, RELU, LEAKY_RELU, ELU ->
                        distance = z == 0 ? distance : Math.min(distance, Math.abs(z));
                    case HARD_SIGMOID -> distance = Math.min(distance, Math.abs(Math.abs(z) - 3));
                    default -> {}
                }
            }
        }
        if (network.loss() == Loss.MEAN_ABSOLUTE_ERROR) {
            for (int j = 0; j < t.length; j++) {
                distance = Math.min(distance, Math.abs(pass.output()[j] - t[j]));
            }
        }
        return distance;
    }

    /** Whether all derivatives are true ones: training takes those of steps as 1. */
    public boolean isDifferentiable() {
        return network.layers().stream()
                .map(Interpreter::function)
                .noneMatch(f -> f != null && (f.activation() == Activation.STEP || f.activation() == Activation.SIGN));
    }

    private static Function function(LayerDescription layer) {
        if (layer instanceof Dense dense) {
            return dense.function();
        }
        return layer instanceof Activate activate ? activate.function() : null;
    }

    private void backward(double[] p, Pass pass, double[][] masks, double[] dOutput, double[] g) {
        double[] da = dOutput;
        int end = p.length;
        for (int k = network.layers().size() - 1; k >= 0; k--) {
            LayerDescription layer = network.layers().get(k);
            double[] x = pass.inputs().get(k);
            double[] z = pass.sums().get(k);
            double[] dz = function(layer) == null ? da : gradient(function(layer), z, da);
            if (layer instanceof Dropout && masks[k] != null) {
                dz = new double[da.length];
                for (int i = 0; i < da.length; i++) {
                    dz[i] = da[i] * masks[k][i];
                }
            }
            da = dz;
            if (layer instanceof Dense dense) {
                int bias = end - (dense.useBias() ? z.length : 0);
                int weights = bias - x.length * z.length;
                end = weights;
                da = new double[x.length];
                for (int j = 0; j < z.length; j++) {
                    if (dense.useBias()) {
                        g[bias + j] += dz[j];
                    }
                    for (int i = 0; i < x.length; i++) {
                        g[weights + i * z.length + j] += x[i] * dz[j];
                        da[i] += p[weights + i * z.length + j] * dz[j];
                    }
                }
            }
        }
    }

    private static double[] apply(Function function, double[] z) {
        double[] a = new double[z.length];
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        for (double zj : z) {
            max = Math.max(max, zj);
        }
        for (double zj : z) {
            sum += Math.exp(zj - max);
        }
        for (int j = 0; j < z.length; j++) {
            a[j] = switch (function.activation()) {
                case SOFTMAX -> Math.exp(z[j] - max) / sum;
                case LOG_SOFTMAX -> z[j] - max - Math.log(sum);
                default -> value(function, z[j]);
            };
        }
        return a;
    }

    private static double value(Function function, double z) {
        double s = function.slopeInForce();
        return switch (function.activation()) {
            case STEP -> z > 0 ? 1 : 0;
            case SIGN -> z > 0 ? 1 : -1;
            case IDENTITY -> z;
            case SIGMOID -> sigmoid(s * z);
            case HARD_SIGMOID -> Math.min(1, Math.max(0, z / 6 + 0.5));
            case TANH -> Math.tanh(s * z);
            case RELU -> Math.max(0, z);
            case LEAKY_RELU -> z > 0 ? z : s * z;
            case ELU -> z > 0 ? z : s * Math.expm1(z);
            case GELU -> z * normalCdf(z);
            case SILU -> z * sigmoid(z);
            case SOFTPLUS -> Math.log1p(Math.exp(z));
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException("a function of the row");
        };
    }

    private static double[] gradient(Function function, double[] z, double[] da) {
        double[] a = apply(function, z);
        double[] dz = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            switch (function.activation()) {
                case SOFTMAX -> {
                    for (int k = 0; k < z.length; k++) {
                        dz[j] += da[k] * a[k] * ((j == k ? 1 : 0) - a[j]);
                    }
                }
                case LOG_SOFTMAX -> {
                    for (int k = 0; k < z.length; k++) {
                        dz[j] += da[k] * ((j == k ? 1 : 0) - Math.exp(a[j]));
                    }
                }
                default -> dz[j] = da[j] * derivative(function, z[j]);
            }
        }
        return dz;
    }

    /** f′ in terms of z. */
    private static double derivative(Function function, double z) {
        double s = function.slopeInForce();
        return switch (function.activation()) {
            case STEP, SIGN, IDENTITY -> 1;
            case SIGMOID -> s * sigmoid(s * z) * sigmoid(-s * z);
            case HARD_SIGMOID -> Math.abs(z) < 3 ? 1 / 6.0 : 0;
            case TANH -> s / (Math.cosh(s * z) * Math.cosh(s * z));
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : s;
            case ELU -> z > 0 ? 1 : s * Math.exp(z);
            case GELU -> normalCdf(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case SILU -> sigmoid(z) + z * sigmoid(z) * sigmoid(-z);
            case SOFTPLUS -> sigmoid(z);
            case SOFTMAX, LOG_SOFTMAX -> throw new IllegalArgumentException("a function of the row");
        };
    }

    /** The loss of one sample. */
    private double loss(double[] a, double[] t) {
        int m = a.length;
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double d = a[j] - t[j];
            sum += switch (network.loss()) {
                case HALF_SQUARED_ERROR -> 0.5 * d * d;
                case MEAN_SQUARED_ERROR -> d * d / m;
                case MEAN_ABSOLUTE_ERROR -> Math.abs(d) / m;
                case HUBER -> (Math.abs(d) <= delta() ? 0.5 * d * d : delta() * (Math.abs(d) - 0.5 * delta())) / m;
                case BINARY_CROSS_ENTROPY -> -(t[j] * Math.log(a[j]) + (1 - t[j]) * Math.log(1 - a[j])) / m;
                case CROSS_ENTROPY -> -smoothed(t[j], m) * (outputIsLogarithm() ? a[j] : Math.log(a[j]));
                case LOG_LIKELIHOOD -> -t[j] * Math.log(a[j]) / Math.log(2);
            };
        }
        return sum;
    }

    /** ∂E/∂a of one sample. */
    private double[] lossGradient(double[] a, double[] t) {
        int m = a.length;
        double[] da = new double[m];
        for (int j = 0; j < m; j++) {
            double d = a[j] - t[j];
            da[j] = switch (network.loss()) {
                case HALF_SQUARED_ERROR -> d;
                case MEAN_SQUARED_ERROR -> 2 * d / m;
                case MEAN_ABSOLUTE_ERROR -> Math.signum(d) / m;
                case HUBER -> (Math.abs(d) <= delta() ? d : delta() * Math.signum(d)) / m;
                case BINARY_CROSS_ENTROPY -> -(t[j] / a[j] - (1 - t[j]) / (1 - a[j])) / m;
                case CROSS_ENTROPY -> outputIsLogarithm() ? -smoothed(t[j], m) : -smoothed(t[j], m) / a[j];
                case LOG_LIKELIHOOD -> -t[j] / (a[j] * Math.log(2));
            };
        }
        return da;
    }

    private boolean outputIsLogarithm() {
        for (int k = network.layers().size() - 1; k >= 0; k--) {
            Function function = function(network.layers().get(k));
            if (function != null) {
                return function.activation() == Activation.LOG_SOFTMAX;
            }
        }
        return false;
    }

    private double smoothed(double t, int m) {
        double epsilon = Float.isNaN(network.labelSmoothing()) ? 0 : network.labelSmoothing();
        return (1 - epsilon) * t + epsilon / m;
    }

    private double delta() {
        return Float.isNaN(network.delta()) ? 1 : network.delta();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double normalCdf(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }
}
