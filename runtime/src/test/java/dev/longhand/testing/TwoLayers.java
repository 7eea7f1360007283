package dev.longhand.testing;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.loss.Losses;
import dev.longhand.loss.WeightedLoss;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/**
 * A network written by hand as the compiler would write it: hidden, a dense layer of tanh, with
 * dropout on request, then output, a dense layer whose activation suits the loss.
 */
public final class TwoLayers implements Model {

    private final int in;
    private final int hidden;
    private final int out;
    private final float dropout;
    private final Activation outputActivation;
    private final DenseLayer hiddenLayer;
    private final DenseLayer outputLayer;
    private final Parameters parameters;
    private final Predictor predictor;

    private TwoLayers(int in, int hidden, int out, Loss loss, float dropout, long seed) {
        this.in = in;
        this.hidden = hidden;
        this.out = out;
        this.dropout = dropout;
        outputActivation = switch (loss) {
            case CROSS_ENTROPY -> Activation.SOFTMAX;
            case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
            case MEAN_SQUARED_ERROR -> Activation.IDENTITY;
            default -> throw new IllegalArgumentException(loss.name());
        };
        int w = in * hidden + hidden;
        hiddenLayer = DenseLayer.of(in, hidden).bias(in * hidden).activation(Activation.TANH);
        outputLayer = DenseLayer.of(hidden, out).weights(w).bias(w + hidden * out);
        ModelInfo info = ModelInfo.builder("Example", loss, in)
                .layer("hidden", "Dense", "a = tanh(x·W + b)", hidden)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, in, hidden), in, hidden)
                .unpenalized("bias", Initialization.of(Initializer.ZEROS, 0, in, hidden), hidden)
                .layer("output", "Dense", "a = f(x·W + b)", out)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, hidden, out), hidden, out)
                .unpenalized("bias", Initialization.of(Initializer.ZEROS, 0, hidden, out), out)
                .buffer(out)
                .buffer(hidden)
                .buffer(hidden)
                .build();
        parameters = Parameters.draw(info, seed);
        predictor = new Predictor(this, info);
    }

    /** Softmax and cross-entropy. */
    public static TwoLayers classes(int in, int hidden, int out, long seed) {
        return new TwoLayers(in, hidden, out, Loss.CROSS_ENTROPY, 0, seed);
    }

    /** Softmax and cross-entropy, with dropout after the hidden layer. */
    public static TwoLayers classesWithDropout(int in, int hidden, int out, float rate, long seed) {
        return new TwoLayers(in, hidden, out, Loss.CROSS_ENTROPY, rate, seed);
    }

    /** A single sigmoid output and binary cross-entropy. */
    public static TwoLayers binary(int in, int hidden, long seed) {
        return new TwoLayers(in, hidden, 1, Loss.BINARY_CROSS_ENTROPY, 0, seed);
    }

    /** Identity and mean squared error. */
    public static TwoLayers numbers(int in, int hidden, int out, long seed) {
        return new TwoLayers(in, hidden, out, Loss.MEAN_SQUARED_ERROR, 0, seed);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Predictor predictor() {
        return predictor;
    }

    @Override
    public void forward(Workspace ws, int n) {
        forward(ws, n, false);
    }

    @Override
    public void forwardTraining(Workspace ws, int n) {
        forward(ws, n, dropout > 0);
    }

    private void forward(Workspace ws, int n, boolean drop) {
        float[] p = parameters.forReading();
        float[] z = ws.buffer(0);
        float[] a = ws.activation(0);
        ws.dense().forward(hiddenLayer, ws.input(), p, a, n);
        if (drop) {
            ws.drawDropout(0, dropout, ws.buffer(1), n * hidden);
            ws.functions().multiply(a, ws.buffer(1), ws.buffer(2), n * hidden);
            a = ws.buffer(2);
        }
        ws.dense().forward(outputLayer, a, p, z, n);
        ws.functions().activate(outputActivation, 1, z, ws.activation(1), n, out);
    }

    @Override
    public float loss(Workspace ws, int n) {
        float[] z = ws.buffer(0);
        float[] a = ws.activation(1);
        float[] dz = ws.gradient(1);
        if (ws.isWeighted()) {
            WeightedLoss weighted = ws.weightedLoss(1, n);
            return switch (outputActivation) {
                case SOFTMAX -> weighted.crossEntropy(z, a, ws.targets(), dz, n, out, 0);
                case SIGMOID -> weighted.binaryCrossEntropy(z, a, ws.targets(), dz, n, out, 1);
                default -> weighted.meanSquaredError(a, ws.targets(), dz, n, out);
            };
        }
        return switch (outputActivation) {
            case SOFTMAX -> Losses.crossEntropy(z, a, ws.targets(), dz, n, out, 0);
            case SIGMOID -> Losses.binaryCrossEntropy(z, a, ws.targets(), dz, n, out, 1);
            default -> Losses.meanSquaredError(a, ws.targets(), dz, n, out);
        };
    }

    @Override
    public float backward(Workspace ws, int n) {
        final float loss = loss(ws, n);
        float[] p = parameters.forReading();
        float[] g = ws.gradients();
        float[] dz = ws.gradient(1);
        float[] da = ws.gradient(0);
        float[] a = dropout > 0 ? ws.buffer(2) : ws.activation(0);
        ws.dense().gradient(outputLayer, a, dz, g, n);
        ws.dense().inputGradient(outputLayer, dz, p, da, n);
        if (dropout > 0) {
            ws.functions().multiply(da, ws.buffer(1), da, n * hidden);
        }
        ws.functions().activationGradient(Activation.TANH, 1, ws.activation(0), da, da, n, hidden);
        ws.dense().gradient(hiddenLayer, ws.input(), da, g, n);
        return loss;
    }
}
