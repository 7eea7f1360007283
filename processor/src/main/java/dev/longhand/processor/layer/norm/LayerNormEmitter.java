package dev.longhand.processor.layer.norm;

import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a layer norm layer. */
final class LayerNormEmitter implements LayerEmitter {

    private final LayerNormPlan layer;
    private final boolean kernels;
    private final int channels;
    private final String rows;
    private final String shape;
    private final String gamma;
    private final String beta;

    LayerNormEmitter(LayerNormPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        channels = layer.channels();
        rows = Index.count(layer.positions());
        shape = NormConstantEmitter.name(layer.head());
        gamma = layer.parameters().gamma().constant();
        beta = layer.parameters().beta().constant();
    }

    @Override
    public List<GeneratedConstant> constants() {
        return kernels
                ? List.of(
                        NormConstantEmitter.constant(layer.head(), layer.size(), layer.parameters(), Optional.empty()))
                : List.of();
    }

    // for (int r = 0; r < 36 * n; r++) {
    //     // 1. μ = Σx/4
    //     double sum = 0;
    //     for (int c = 0; c < 4; c++) {
    //         sum += x[4 * r + c];
    //     }
    //     final float mean = (float) (sum / 4);
    //         …
    //         // 3. x̂ = (x − μ)/√(σ² + ε)
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = parameters();
        parameters.add(MethodParameter.p());
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        parameters.add(MethodParameter.array("statistics", layer.statistics()));
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        if (kernels) {
            body.step("1. μ = Σx/" + channels);
            body.step("2. σ² = Σ(x − μ)²/" + channels);
            body.step(NormFormulas.NORMALIZE);
            body.step(NormFormulas.SCALE + "  fused: all in one call");
            body.line(Code.call("norms.layerNorm", shape, "x", "p", "statistics", "a", "n"));
        } else {
            forwardLoops(body);
        }
        return part(
                "forward", Doc.forward(layer.head()) + " μ and σ² are those of each " + unit() + ".", parameters, body);
    }

    private void forwardLoops(Body body) {
        body.loop("r", rows);
        body.step("1. μ = Σx/" + channels);
        body.line("double sum = 0");
        channels(body).line("sum += " + row("x")).end();
        body.line("final float mean = (float) (sum / " + channels + ")");
        body.step("2. σ² = Σ(x − μ)²/" + channels);
        body.line("double squares = 0");
        channels(body)
                .line("squares += (" + row("x") + " - mean) * (" + row("x") + " - mean)")
                .end();
        body.line("final float variance = (float) (squares / " + channels + ")");
        body.line(
                "final float inverse = 1 / (float) ",
                RuntimeTypes.MATH,
                ".sqrt(variance + " + Literals.of(layer.epsilon()) + ")");
        body.line("statistics[2 * r] = mean");
        body.line("statistics[2 * r + 1] = inverse");
        channels(body).step(NormFormulas.NORMALIZE);
        xHat(body);
        body.step(NormFormulas.SCALE);
        body.line(row("a") + " = p[" + gamma + " + c] * xHat + p[" + beta + " + c]");
        body.end().end();
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        boolean givesInput = layer.dx().isPresent();
        List<MethodParameter> parameters = parameters();
        if (givesInput) {
            parameters.add(MethodParameter.p());
        }
        parameters.add(MethodParameter.g());
        parameters.addAll(KeptValues.of(layer));
        parameters.add(MethodParameter.array("statistics", layer.statistics()));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        layer.dx().ifPresent(dx -> parameters.add(MethodParameter.array("dx", dx)));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        if (kernels) {
            body.step(NormFormulas.scaleGradients(givesInput));
            body.line(Code.call("norms.layerNormGradient", shape, "x", "da", "statistics", "g", "n"));
            if (givesInput) {
                commentInputGradient(body);
                body.line(Code.call("norms.layerNormInputGradient", shape, "x", "da", "statistics", "p", "dx", "n"));
            }
        } else {
            backwardLoops(body, givesInput);
        }
        String doc = Doc.backward(layer.head()) + ": from da to dγ" + (givesInput ? ", dβ and dx." : " and dβ.")
                + (givesInput ? "" : " " + Doc.skipped(layer.x().training()));
        return part("backward", doc, parameters, body);
    }

    private void backwardLoops(Body body, boolean givesInput) {
        body.comment("dγ and dβ, " + layer.head().parameterCount() + " numbers, are sums over all " + unit()
                + "s: they start from 0");
        body.line(
                RuntimeTypes.ARRAYS,
                ".fill(g, " + gamma + ", " + gamma + " + " + layer.head().parameterCount() + ", 0)");
        body.loop("r", rows);
        body.line("final float mean = statistics[2 * r]");
        body.line("final float inverse = statistics[2 * r + 1]");
        if (givesInput) {
            body.line("float sum = 0");
            body.line("float products = 0");
        }
        channels(body).step(NormFormulas.scaleGradients(givesInput));
        xHat(body);
        body.line("g[" + gamma + " + c] += " + row("da") + " * xHat");
        body.line("g[" + beta + " + c] += " + row("da"));
        if (givesInput) {
            body.line("final float dxHat = " + row("da") + " * p[" + gamma + " + c]");
            body.line("sum += dxHat");
            body.line("products += dxHat * xHat");
        }
        body.end();
        if (givesInput) {
            commentInputGradient(body);
            channels(body);
            xHat(body);
            body.line("final float dxHat = " + row("da") + " * p[" + gamma + " + c]");
            body.line(row("dx") + " = inverse * (dxHat - sum / " + channels + " - xHat * products / " + channels + ")");
            body.end();
        }
        body.end();
    }

    private void commentInputGradient(Body body) {
        NormFormulas.inputGradient(String.valueOf(channels), "", ":").forEach(body::step);
        body.step("   dx = s·(dx̂ − Σdx̂/" + channels + " − x̂·Σ(dx̂·x̂)/" + channels + ")");
    }

    private String unit() {
        return layer.positions() == 1 ? "sample" : "position";
    }

    private List<MethodParameter> parameters() {
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(MethodParameter.norms());
        }
        return parameters;
    }

    private Optional<GeneratedMethod> part(String name, String doc, List<MethodParameter> parameters, Body body) {
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), name, List.of(doc), parameters, body.build()));
    }

    private Body channels(Body body) {
        return body.loop("c", String.valueOf(channels));
    }

    private void xHat(Body body) {
        body.line("final float xHat = (" + row("x") + " - mean) * inverse");
    }

    private String row(String array) {
        return array + "[" + channels + " * r + c]";
    }
}
