package dev.longhand.processor.layer.pointwise;

import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a dropout layer, which the predicting pass skips. */
final class DropoutEmitter implements LayerEmitter {

    private final DropoutPlan layer;
    private final boolean kernels;
    private final String count;

    DropoutEmitter(DropoutPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        count = Index.count(layer.size());
    }

    // // 1. m = 0 with probability 0.25, else 1/(1 − 0.25)
    // ws.drawDropout(LAYER_DROPOUT, 0.25f, m, 16 * n);
    // // 2. a = x·m
    // for (int k = 0; k < 16 * n; k++) {
    //     a[k] = x[k] * m[k];
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        if (mode == Mode.PREDICTING) {
            return Optional.empty();
        }
        String rate = Literals.plain(layer.rate());
        List<MethodParameter> parameters = new ArrayList<>();
        parameters.add(MethodParameter.workspace());
        if (kernels) {
            parameters.add(MethodParameter.functions());
        }
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        parameters.add(MethodParameter.array("m", layer.mask()));
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        body.step("1. m = 0 with probability " + rate + ", else 1/(1 − " + rate + ")");
        body.line(
                "ws.drawDropout(" + layer.head().constant() + ", " + Literals.of(layer.rate()) + ", m, " + count + ")");
        body.step("2. a = x·m");
        multiply(body, "x", "a");
        List<String> doc = List.of(Doc.forward(layer.head()));
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "forward", doc, parameters, body.build()));
    }

    // // 2. a = x·m  so dx = da·m
    // for (int k = 0; k < 16 * n; k++) {
    //     dx[k] = da[k] * m[k];
    // }
    @Override
    public Optional<GeneratedMethod> backward() {
        if (layer.dx().isEmpty()) {
            return Optional.empty();
        }
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(MethodParameter.functions());
        }
        parameters.add(MethodParameter.array("m", layer.mask()));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        parameters.add(MethodParameter.array("dx", layer.dx().get()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        body.step("2. a = x·m  so dx = da·m");
        multiply(body, "da", "dx");
        String doc = Doc.backward(layer.head()) + ": from da to dx.";
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "backward", List.of(doc), parameters, body.build()));
    }

    private void multiply(Body body, String from, String to) {
        if (kernels) {
            body.line("functions.multiply(" + from + ", m, " + to + ", " + count + ")");
        } else {
            body.loop("k", count).line(to + "[k] = " + from + "[k] * m[k]").end();
        }
    }
}
