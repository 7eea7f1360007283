package dev.longhand.processor.layer.norm;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;

/** A batch norm layer as nested loops: channel by channel, over the positions of all samples. */
final class LoopsBatchNorm implements BatchNormEmitter.Bodies {

    private final BatchNormPlan layer;
    private final int channels;
    private final String row;
    private final String m;
    private final String variance;
    private final String epsilon;
    private final String gamma;
    private final String beta;
    private final String runningMean;
    private final String runningVariance;

    LoopsBatchNorm(BatchNormPlan layer) {
        this.layer = layer;
        channels = layer.channels();
        row = layer.positions() == 1 ? "s" : "r";
        m = layer.positions() == 1 ? "n" : "m";
        variance = "statistics[" + channels + " + c]";
        epsilon = Literals.of(layer.epsilon());
        gamma = "[" + layer.parameters().gamma().constant() + " + c]";
        beta = "[" + layer.parameters().beta().constant() + " + c]";
        runningMean = "state[" + layer.statistics().runningMean().constant() + " + c]";
        runningVariance = "state[" + layer.statistics().runningVariance().constant() + " + c]";
    }

    // final int m = 36 * n;
    // for (int c = 0; c < 4; c++) {
    //     // 1. μ = Σx/m
    //     double sum = 0;
    //     for (int r = 0; r < m; r++) {
    //         sum += x[4 * r + c];
    //     }
    //     final float mean = (float) (sum / m);
    //     …
    //     statistics[c] = mean;
    @Override
    public void forward(Body body) {
        count(body);
        body.loop("c", String.valueOf(channels));
        body.step("1. μ = Σx/" + m);
        body.line("double sum = 0");
        rows(body).line("sum += " + row("x")).end();
        body.line("final float mean = (float) (sum / " + m + ")");
        body.step("2. σ² = Σ(x − μ)²/" + m);
        body.line("double squares = 0");
        rows(body).line("squares += (" + row("x") + " - mean) * (" + row("x") + " - mean)");
        body.end();
        body.line("final float variance = (float) (squares / " + m + ")");
        body.line("statistics[c] = mean");
        body.line(variance + " = variance");
        normalize(body, "variance");
        body.end();
    }

    // for (int c = 0; c < 16; c++) {
    //     final float mean = state[S_NORM_MEAN + c];
    //     …
    @Override
    public void predict(Body body) {
        count(body);
        body.loop("c", String.valueOf(channels));
        body.line("final float mean = " + runningMean);
        normalize(body, runningVariance);
        body.end();
    }

    //             // 3. x̂ = (x − μ)/√(σ² + ε)
    //             final float xHat = (x[4 * r + c] - mean) / deviation;
    //             // 4. a = γ·x̂ + β
    //             a[4 * r + c] = p[P_NORM_GAMMA + c] * xHat + p[P_NORM_BETA + c];
    //         }
    //     }
    // }
    private void normalize(Body body, String variance) {
        deviation(body, variance);
        rows(body).step(NormFormulas.NORMALIZE);
        xHat(body);
        body.step(NormFormulas.SCALE);
        body.line(row("a") + " = p" + gamma + " * xHat + p" + beta).end();
    }

    @Override
    public void backward(Body body) {
        count(body);
        body.loop("c", String.valueOf(channels));
        body.line("final float mean = statistics[c]");
        deviation(body, variance);
        body.step(NormFormulas.scaleGradients(layer.dx().isPresent()));
        body.line("float dGamma = 0");
        body.line("float dBeta = 0");
        rows(body);
        xHat(body);
        body.line("dGamma += " + row("da") + " * xHat");
        body.line("dBeta += " + row("da")).end();
        body.line("g" + gamma + " = dGamma");
        body.line("g" + beta + " = dBeta");
        if (layer.dx().isPresent()) {
            commentInputGradient(body, m, "");
            rows(body);
            xHat(body);
            body.line(
                    row("dx") + " = p" + gamma + " / deviation",
                    Code.BREAK,
                    "* (" + row("da") + " - dBeta / " + m + " - xHat * dGamma / " + m + ")");
            body.end();
        }
        body.end();
    }

    // final int m = 36 * n;
    // if (m == 1) {
    //     // One number has no variance.
    //     return;
    // }
    // for (int c = 0; c < 4; c++) {
    //     // running = 0.9·running + (1 − 0.9)·batch, σ² unbiased: m/(m − 1)·σ², m = 36·n
    //     state[S_NORM_MEAN + c] = 0.9f * state[S_NORM_MEAN + c] + (1 - 0.9f) * statistics[c];
    //     final float unbiased = statistics[4 + c] * m / (m - 1);
    @Override
    public void update(Body body) {
        count(body);
        body.begin("if (" + m + " == 1)")
                .comment("One number has no variance.")
                .line("return")
                .end();
        body.loop("c", String.valueOf(channels));
        body.comment(NormFormulas.update(layer));
        String kept = Literals.of(layer.momentum());
        body.line(runningMean + " = " + kept + " * " + runningMean, Code.BREAK, "+ (1 - " + kept + ") * statistics[c]");
        body.line("final float unbiased = " + variance + " * " + m + " / (" + m + " - 1)");
        body.line(
                runningVariance + " = " + kept + " * " + runningVariance,
                Code.BREAK,
                "+ (1 - " + kept + ") * unbiased");
        body.end();
    }

    static void commentInputGradient(Body body, String m, String where) {
        NormFormulas.inputGradient(m, where, ", with Σdx̂ = γ·dβ and Σ(dx̂·x̂) = γ·dγ:")
                .forEach(body::step);
        body.step("   dx = γ·s·(da − dβ/" + m + " − x̂·dγ/" + m + ")");
    }

    private void count(Body body) {
        if (layer.positions() > 1) {
            body.comment("m positions in the batch, " + layer.positions() + " in each sample");
            body.line("final int m = " + Index.count(layer.positions()));
        }
    }

    private void deviation(Body body, String variance) {
        body.line("final float deviation = (float) ", RuntimeTypes.MATH, ".sqrt(" + variance + " + " + epsilon + ")");
    }

    private void xHat(Body body) {
        body.line("final float xHat = (" + row("x") + " - mean) / deviation");
    }

    private Body rows(Body body) {
        return body.loop(row, m);
    }

    private String row(String array) {
        return array + "[" + (channels == 1 ? row : channels + " * " + row + " + c") + "]";
    }
}
