package dev.longhand.testing;

import dev.longhand.Loss;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;

/** A network without parameters whose outputs are its inputs: probabilities of classes at each step, or numbers. */
public final class Echo implements Model {

    private final int steps;
    private final Parameters parameters;
    private final Predictor predictor;

    private Echo(Loss loss, int steps, int outputs) {
        this.steps = steps;
        ModelInfo info = ModelInfo.builder("Echo", loss, steps * outputs)
                .layer("echo", "Echo", "a = x", steps, outputs)
                .build();
        parameters = Parameters.draw(info, 1);
        predictor = new Predictor(this, info);
    }

    /** Inputs [steps][classes], read as probabilities. */
    public static Echo classes(int steps, int classes) {
        return new Echo(Loss.CROSS_ENTROPY, steps, classes);
    }

    /** Inputs read as numbers. */
    public static Echo numbers(int outputs) {
        return new Echo(Loss.MEAN_SQUARED_ERROR, 1, outputs);
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
        System.arraycopy(ws.input(), 0, ws.output(), 0, n * info().output().size());
    }

    @Override
    public float loss(Workspace ws, int n) {
        double sum = 0;
        float[] a = ws.output();
        float[] t = ws.targets();
        for (int i = 0; i < n * info().output().size(); i++) {
            if (info().loss() == Loss.MEAN_SQUARED_ERROR) {
                sum += Math.pow(a[i] - t[i], 2);
            } else if (t[i] != 0) {
                sum -= t[i] * Math.log(a[i]);
            }
        }
        return (float) (sum / n / steps);
    }

    @Override
    public float backward(Workspace ws, int n) {
        return loss(ws, n);
    }
}
