package dev.longhand.processor.layer.norm;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;

/** A batch norm layer as calls of kernels, with the formula of each in a comment. */
final class KernelsBatchNorm implements BatchNormEmitter.Bodies {

    private final BatchNormPlan layer;
    private final String shape;

    KernelsBatchNorm(BatchNormPlan layer) {
        this.layer = layer;
        shape = NormConstantEmitter.name(layer.head());
    }

    // // 1. μ = Σx/m          of each channel, m = 676·n
    // // 2. σ² = Σ(x − μ)²/m  fused: in the same call
    // norms.batchStatistics(NORM, x, statistics, n);
    // // 3. x̂ = (x − μ)/√(σ² + ε)
    // // 4. a = γ·x̂ + β  fused: in the same call
    // norms.batchNorm(NORM, x, statistics, p, a, n);
    @Override
    public void forward(Body body) {
        String m = m();
        body.step("1. μ = Σx/" + m + "          of each channel" + where());
        body.step("2. σ² = Σ(x − μ)²/" + m + "  fused: in the same call");
        body.line("norms.batchStatistics(" + shape + ", x, statistics, n)");
        normalize(body, "norms.batchNorm", "statistics");
    }

    @Override
    public void predict(Body body) {
        normalize(body, "norms.runningBatchNorm", "state");
    }

    private void normalize(Body body, String call, String statistics) {
        body.step(NormFormulas.NORMALIZE);
        body.step(NormFormulas.SCALE + "  fused: in the same call");
        body.line(Code.call(call, shape, "x", statistics, "p", "a", "n"));
    }

    // // 4. a = γ·x̂ + β  so dγ = Σ da·x̂, dβ = Σ da and dx̂ = da·γ
    // norms.batchNormGradient(NORM, x, da, statistics, g, n);
    // // 3. x̂ = (x − μ)·s, s = 1/√(σ² + ε)  so dx has a part dx̂·s, dμ = −s·Σdx̂ and
    // …
    // norms.batchNormInputGradient(NORM, statistics, p, g).run(x, da, dx, n);
    @Override
    public void backward(Body body) {
        body.step(NormFormulas.scaleGradients(layer.dx().isPresent()));
        body.line(Code.call("norms.batchNormGradient", shape, "x", "da", "statistics", "g", "n"));
        if (layer.dx().isPresent()) {
            LoopsBatchNorm.commentInputGradient(body, m(), where());
            body.line("norms.batchNormInputGradient(" + shape + ", statistics, p, g).run(x, da, dx, n)");
        }
    }

    private String m() {
        return layer.positions() == 1 ? "n" : "m";
    }

    private String where() {
        return layer.positions() == 1 ? "" : ", m = " + NormFormulas.count(layer);
    }

    @Override
    public void update(Body body) {
        body.comment(NormFormulas.update(layer));
        String kept = Literals.of(layer.momentum());
        body.line(Code.call("norms.updateRunning", shape, "statistics", kept, "state", "n"));
    }
}
