package dev.longhand.testing;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
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
    private final int output;
    private final Parameters parameters;
    private final Predictor predictor;

    public Normalized(int in, int hidden, int out, float dropout, long seed) {
        this.in = in;
        this.hidden = hidden;
        this.out = out;
        this.dropout = dropout;
        int gamma = in * hidden;
        norm = Normalization.of(1, hidden, 1e-5f).parameters(gamma, gamma + hidden);
        output = gamma + 2 * hidden;
        ModelInfo info = ModelInfo.builder("Normalized", Loss.CROSS_ENTROPY, in)
                .layer("hidden", "Dense", "a = x·W", hidden)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, in, hidden), in, hidden)
                .layer("norm", "BatchNorm", "a = γ·x̂ + β", hidden)
                .parameter("gamma", Initialization.of(Initializer.CONSTANT, 1, 1, 1), hidden)
                .parameter("beta", Initialization.of(Initializer.ZEROS, 0, 1, 1), hidden)
                .state("runningMean", 0, hidden)
                .state("runningVariance", 1, hidden)
                .layer("tanh", "Activate", "a = tanh(x)", hidden)
                .layer("drop", "Dropout", "a = x·m", hidden)
                .layer("output", "Dense", "a = softmax(x·W + b)", out)
                .parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, hidden, out), hidden, out)
                .parameter("bias", Initialization.of(Initializer.ZEROS, 0, hidden, out), out)
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
        float[] p = parameters.values();
        float[] x = ws.activation(0);
        ws.kernels().dense(ws.input(), p, 0, -1, Activation.IDENTITY, 1, x, n, in, hidden);
        if (ofBatch) {
            ws.norms().batchStatistics(norm, x, ws.buffer(1), n);
            ws.norms().batchNorm(norm, x, ws.buffer(1), p, ws.activation(1), n);
        } else {
            ws.norms().runningBatchNorm(norm, x, parameters.state(), p, ws.activation(1), n);
        }
        ws.kernels().activate(Activation.TANH, 1, ws.activation(1), ws.activation(2), n, hidden);
        if (random) {
            ws.drawDropout(3, dropout, ws.buffer(2), n * hidden);
            ws.kernels().multiply(ws.activation(2), ws.buffer(2), ws.activation(3), n * hidden);
        } else {
            System.arraycopy(ws.activation(2), 0, ws.activation(3), 0, n * hidden);
        }
        int bias = output + hidden * out;
        ws.kernels().dense(ws.activation(3), p, output, bias, Activation.IDENTITY, 1, ws.buffer(0), n, hidden, out);
        ws.kernels().activate(Activation.SOFTMAX, 1, ws.buffer(0), ws.activation(4), n, out);
    }

    @Override
    public float loss(Workspace ws, int n) {
        return Losses.crossEntropy(ws.buffer(0), ws.output(), ws.targets(), ws.gradient(4), n, out, 0);
    }

    @Override
    public float backward(Workspace ws, int n) {
        final float loss = loss(ws, n);
        float[] p = parameters.values();
        float[] g = ws.gradients();
        float[] da = ws.gradient(3);
        float[] dz = ws.gradient(4);
        ws.kernels().denseGradient(ws.activation(3), dz, g, output, output + hidden * out, n, hidden, out);
        ws.kernels().denseInputGradient(dz, p, output, da, n, hidden, out);
        ws.kernels().multiply(da, ws.buffer(2), da, n * hidden);
        ws.kernels().activationGradient(Activation.TANH, 1, ws.activation(2), da, da, n, hidden);
        float[] statistics = ws.buffer(1);
        ws.norms().batchNormGradient(norm, ws.activation(0), da, statistics, g, n);
        ws.norms().batchNormInputGradient(norm, statistics, p, g).run(ws.activation(0), da, ws.gradient(0), n);
        ws.kernels().denseGradient(ws.input(), ws.gradient(0), g, 0, -1, n, in, hidden);
        return loss;
    }

    @Override
    public void updateState(Workspace ws, int n) {
        ws.norms().updateRunning(norm, ws.buffer(1), MOMENTUM, parameters.state(), n);
    }
}
