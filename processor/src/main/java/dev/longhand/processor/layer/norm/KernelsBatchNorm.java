package dev.longhand.processor.layer.norm;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.formula.Literals;

/** A batch norm layer as calls of kernels, with the formula of each in a comment. */
final class KernelsBatchNorm implements BatchNormEmitter.Bodies {

    private final BatchNormPlan layer;
    private final String shape;
    private final String mean;
    private final String gammaAndBeta;

    KernelsBatchNorm(BatchNormPlan layer) {
        this.layer = layer;
        shape = NormShape.name(layer.head());
        mean = layer.statistics().runningMean().constant();
        gammaAndBeta = layer.parameters().gamma().constant() + ", "
                + layer.parameters().beta().constant();
    }

    // // 1. μ = Σx/(196·n)          of each channel
    // // 2. σ² = Σ(x − μ)²/(196·n)  fused: in the same call
    // norms.batchStatistics(NORM_SHAPE, x, statistics, n);
    // // 3. x̂ = (x − μ)/√(σ² + ε)
    // // 4. a = γ·x̂ + β  fused: in the same call
    // norms.batchNorm(NORM_SHAPE, x, statistics, 0, p, NORM_GAMMA, NORM_BETA, a, n);
    @Override
    public void forward(Body body) {
        String count = NormFormulas.count(layer);
        String m = layer.positions() == 1 ? count : "(" + count + ")";
        body.say("1. μ = Σx/" + m + "          of each channel");
        body.say("2. σ² = Σ(x − μ)²/" + m + "  fused: in the same call");
        body.line("norms.batchStatistics(" + shape + ", x, statistics, n)");
        normalize(body, "statistics, 0");
    }

    @Override
    public void predict(Body body) {
        normalize(body, "state, " + mean);
    }

    private void normalize(Body body, String statistics) {
        body.say(NormFormulas.NORMALIZE);
        body.say(NormFormulas.SCALE + "  fused: in the same call");
        body.line(Body.call("norms.batchNorm", shape, "x", statistics, "p", gammaAndBeta, "a, n"));
    }

    // // 4. a = γ·x̂ + β  so dγ = Σ da·x̂ and dβ = Σ da
    // norms.batchNormGradient(NORM_SHAPE, x, da, statistics, g, NORM_GAMMA, NORM_BETA, n);
    // // 3. to 1. …
    // norms.batchNormInputGradient(NORM_SHAPE, x, da, statistics, p, g, NORM_GAMMA, NORM_BETA, dx, n);
    @Override
    public void backward(Body body) {
        body.say(NormFormulas.SCALE_GRADIENTS);
        body.line(Body.call("norms.batchNormGradient", shape, "x", "da", "statistics", "g", gammaAndBeta + ", n"));
        if (layer.dx().isPresent()) {
            LoopsBatchNorm.sayInputGradient(body, layer.positions() == 1 ? "n" : "(" + NormFormulas.count(layer) + ")");
            body.line(Body.call(
                    "norms.batchNormInputGradient", shape, "x", "da", "statistics", "p", "g", gammaAndBeta, "dx, n"));
        }
    }

    @Override
    public void update(Body body) {
        body.say(NormFormulas.update(layer));
        String kept = Literals.of(layer.momentum());
        body.line(Body.call("norms.updateRunning", shape, "statistics", kept, "state", mean + ", n"));
    }
}
