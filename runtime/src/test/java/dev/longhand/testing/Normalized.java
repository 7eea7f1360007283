package dev.longhand.testing;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.norm.Normalization;
import dev.longhand.loss.Losses;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/**
 * A network with state, written by hand as the compiler would write it: hidden, a dense layer, norm, a batch
 * norm with tanh, drop, dropout, and output, a dense layer with softmax.
 */
public final class Normalized implements Model {

    private static final float MOMENTUM = 0.9f;

    private final int in;
    private final int hidden;
    private final int out;
    private final float dropout;
    private final Normalization norm;
    private final DenseLayer hiddenLayer;
    private final DenseLayer outputLayer;
    private final Parameters parameters;
    private final Predictor predictor;

    public Normalized(int in, int hidden, int out, float dropout, long seed) {
        this.in = in;
        this.hidden = hidden;
        this.out = out;
        this.dropout = dropout;
        int gamma = in * hidden;
        norm = Normalization.of(1, hidden, 1e-5f).parameters(gamma, gamma + hidden);
        int w = gamma + 2 * hidden;
        hiddenLayer = DenseLayer.of(in, hidden);
        outputLayer = DenseLayer.of(hidden, out).weights(w).bias(w + hidden * out);
        ModelInfo info = ModelInfo.builder("Normalized", Loss.CROSS_ENTROPY, in)
                .layer("hidden", "Dense", "a = x·W", hidden)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, in, hidden), in, hidden)
                .layer("norm", "BatchNorm", "a = γ·x̂ + β", hidden)
                .unpenalized("gamma", Initialization.of(Initializer.CONSTANT, 1, 1, 1), hidden)
                .unpenalized("beta", Initialization.of(Initializer.ZEROS, 0, 1, 1), hidden)
                .state("runningMean", 0, hidden)
                .state("runningVariance", 1, hidden)
                .layer("tanh", "Activate", "a = tanh(x)", hidden)
                .layer("drop", "Dropout", "a = x·m", hidden)
                .layer("output", "Dense", "a = softmax(x·W + b)", out)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, hidden, out), hidden, out)
                .unpenalized("bias", Initialization.of(Initializer.ZEROS, 0, hidden, out), out)
                .buffer(out)
                .batchBuffer(2 * hidden)
                .buffer(hidden)
                .build();
        parameters = Parameters.draw(info, seed);
        predictor = new Predictor(this, info);
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
        pass(ws, n, false, false);
    }

    @Override
    public void forwardTraining(Workspace ws, int n) {
        pass(ws, n, true, true);
    }

    @Override
    public void forwardSampling(Workspace ws, int n) {
        pass(ws, n, false, true);
    }

    private void pass(Workspace ws, int n, boolean ofBatch, boolean random) {
        float[] p = parameters.forReading();
        float[] x = ws.activation(0);
        ws.dense().forward(hiddenLayer, ws.input(), p, x, n);
        if (ofBatch) {
            ws.norms().batchStatistics(norm, x, ws.buffer(1), n);
            ws.norms().batchNorm(norm, x, ws.buffer(1), p, ws.activation(1), n);
        } else {
            ws.norms().runningBatchNorm(norm, x, parameters.state(), p, ws.activation(1), n);
        }
        ws.functions().activate(Activation.TANH, 1, ws.activation(1), ws.activation(2), n, hidden);
        if (random) {
            ws.drawDropout(3, dropout, ws.buffer(2), n * hidden);
            ws.functions().multiply(ws.activation(2), ws.buffer(2), ws.activation(3), n * hidden);
        } else {
            System.arraycopy(ws.activation(2), 0, ws.activation(3), 0, n * hidden);
        }
        ws.dense().forward(outputLayer, ws.activation(3), p, ws.buffer(0), n);
        ws.functions().activate(Activation.SOFTMAX, 1, ws.buffer(0), ws.activation(4), n, out);
    }

    @Override
    public float loss(Workspace ws, int n) {
        return Losses.crossEntropy(ws.buffer(0), ws.output(), ws.targets(), ws.gradient(4), n, out, 0);
    }

    @Override
    public float backward(Workspace ws, int n) {
        final float loss = loss(ws, n);
        float[] p = parameters.forReading();
        float[] g = ws.gradients();
        float[] da = ws.gradient(3);
        float[] dz = ws.gradient(4);
        ws.dense().gradient(outputLayer, ws.activation(3), dz, g, n);
        ws.dense().inputGradient(outputLayer, dz, p, da, n);
        ws.functions().multiply(da, ws.buffer(2), da, n * hidden);
        ws.functions().activationGradient(Activation.TANH, 1, ws.activation(2), da, da, n, hidden);
        float[] statistics = ws.buffer(1);
        ws.norms().batchNormGradient(norm, ws.activation(0), da, statistics, g, n);
        ws.norms().batchNormInputGradient(norm, statistics, p, g).run(ws.activation(0), da, ws.gradient(0), n);
        ws.dense().gradient(hiddenLayer, ws.input(), ws.gradient(0), g, n);
        return loss;
    }

    @Override
    public void updateState(Workspace ws, int n) {
        ws.norms().updateRunning(norm, ws.buffer(1), MOMENTUM, parameters.state(), n);
    }
}
