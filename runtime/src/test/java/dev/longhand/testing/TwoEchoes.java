package dev.longhand.testing;

import dev.longhand.Loss;
import dev.longhand.loss.Losses;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/**
 * A network without parameters that has two outputs: the first three of five inputs, read as probabilities of classes, and the
 * others, read as numbers, whose loss counts half.
 */
public final class TwoEchoes implements Model {

    private final Parameters parameters;
    private final Predictor predictor;

    /** The network. */
    public TwoEchoes() {
        ModelInfo info = ModelInfo.builder("Echoes", 5)
                .layer("kind", "Echo", "a = x", 3)
                .layer("size", "Echo", "a = x", 2)
                .from(-1)
                .output("kind", Loss.CROSS_ENTROPY, 1)
                .output("size", Loss.MEAN_SQUARED_ERROR, 0.5f)
                .build();
        parameters = Parameters.draw(info, 1);
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
        for (int s = 0; s < n; s++) {
            System.arraycopy(ws.input(), 5 * s, ws.activation(0), 3 * s, 3);
            System.arraycopy(ws.input(), 5 * s + 3, ws.activation(1), 2 * s, 2);
        }
        ws.joinOutputs(n);
    }

    @Override
    public float loss(Workspace ws, int n) {
        ws.splitTargets(n);
        float[] a = ws.activation(0);
        float[] b = ws.activation(1);
        if (ws.isWeighted()) {
            ws.setLoss(0, ws.weightedLoss(1, n).crossEntropy(a, a, ws.targets(0), ws.gradient(0), n, 3, 0));
            ws.setLoss(1, ws.weightedLoss(1, n).meanSquaredError(b, ws.targets(1), ws.gradient(1), n, 2));
        } else {
            ws.setLoss(0, Losses.crossEntropy(a, a, ws.targets(0), ws.gradient(0), n, 3, 0));
            ws.setLoss(1, Losses.meanSquaredError(b, ws.targets(1), ws.gradient(1), n, 2));
        }
        return ws.loss(0) + 0.5f * ws.loss(1);
    }

    @Override
    public float backward(Workspace ws, int n) {
        return loss(ws, n);
    }
}
