package dev.longhand.processor.layer.pointwise;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints a noise layer, which the predicting pass skips; the same in every style. */
final class GaussianNoiseEmitter implements LayerEmitter {

    private final GaussianNoisePlan layer;
    private final String count;

    GaussianNoiseEmitter(GaussianNoisePlan layer) {
        this.layer = layer;
        count = Index.count(layer.size());
    }

    // // 1. r is drawn into a, normal with standard deviation 0.1
    // ws.drawNoise(LAYER_NOISE, 0.1f, a, 144 * n);
    // // 2. a = x + r
    // for (int k = 0; k < 144 * n; k++) {
    //     a[k] += x[k];
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        if (mode == Mode.PREDICTING) {
            return Optional.empty();
        }
        Body body = new Body();
        body.step("1. r is drawn into a, normal with standard deviation " + Literals.plain(layer.stddev()));
        body.line(
                "ws.drawNoise(" + layer.head().constant() + ", " + Literals.of(layer.stddev()) + ", a, " + count + ")");
        body.step("2. a = x + r");
        body.loop("k", count).line("a[k] += x[k]").end();
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(),
                "forward",
                List.of(Doc.forward(layer.head())),
                List.of(
                        MethodParameter.workspace(),
                        MethodParameter.array("x", layer.x().in(mode)),
                        MethodParameter.array("a", layer.a()),
                        MethodParameter.n()),
                body.build()));
    }

    // // 2. a = x + r  so dx = da
    // System.arraycopy(da, 0, dx, 0, 144 * n);
    @Override
    public Optional<GeneratedMethod> backward() {
        if (layer.dx().isEmpty()) {
            return Optional.empty();
        }
        Body body = new Body();
        body.step("2. a = x + r  so dx = da");
        body.line(RuntimeTypes.SYSTEM, ".arraycopy(da, 0, dx, 0, " + count + ")");
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(),
                "backward",
                List.of(Doc.backward(layer.head()) + ": from da to dx."),
                List.of(
                        MethodParameter.array("da", layer.gradient()),
                        MethodParameter.array("dx", layer.dx().get()),
                        MethodParameter.n()),
                body.build()));
    }
}
