package dev.longhand.processor.layer.pointwise;

import dev.longhand.Style;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.Rowwise;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Symbols;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints an activation layer. */
final class ActivateEmitter implements LayerEmitter {

    /** The z of the table of activations is x here. */
    private static final Symbols SYMBOLS = new Symbols("x", "a", "dx", "da");

    private final ActivatePlan layer;
    private final ActivationFormula function;
    private final boolean kernels;
    private final int size;
    private final String count;

    ActivateEmitter(ActivatePlan layer) {
        this.layer = layer;
        function = layer.function();
        kernels = layer.head().style() == Style.KERNELS;
        size = layer.size();
        count = Index.count(size);
    }

    // for (int k = 0; k < 6 * n; k++) {
    //     // 1. a = max(0, x)
    //     a[k] = Math.max(0, x[k]);
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(MethodParameter.functions());
        }
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        layer.z().ifPresent(z -> parameters.add(MethodParameter.array("z", z)));
        parameters.add(MethodParameter.array("a", layer.a()));
        parameters.add(MethodParameter.n());
        Body body = new Body();
        if (layer.z().isPresent()) {
            body.comment("z = x: kept for the loss");
            body.line(RuntimeTypes.SYSTEM, ".arraycopy(x, 0, z, 0, " + count + ")");
        }
        String comment = "1. " + function.forwardComment(SYMBOLS);
        if (kernels) {
            body.step(comment);
            body.line("functions.activate(", Expressions.activation(function), ", x, a, n, " + size + ")");
        } else if (function.isRowwise()) {
            body.loop("s", "n").step(comment);
            Rowwise.forward(body, function, "x", size);
            body.end();
        } else {
            body.loop("k", count).step(comment);
            body.line("a[k] = ", Expressions.forward(function, "x[k]")).end();
        }
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(), "forward", List.of(Doc.forward(layer.head())), parameters, body.build()));
    }

    // for (int k = 0; k < 6 * n; k++) {
    //     // 1. a = max(0, x)  so dx = da where a > 0, else 0
    //     dx[k] = a[k] <= 0 ? 0 : da[k];
    // }
    @Override
    public Optional<GeneratedMethod> backward() {
        if (layer.dx().isEmpty()) {
            return Optional.empty();
        }
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels && !function.passesGradient()) {
            parameters.add(MethodParameter.functions());
        }
        parameters.addAll(KeptValues.of(layer));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        parameters.add(MethodParameter.array("dx", layer.dx().get()));
        parameters.add(MethodParameter.n());
        String comment = "1. " + function.step(SYMBOLS) + "  so " + function.gradientFormula(SYMBOLS);
        Body body = new Body();
        if (kernels && function.passesGradient()) {
            body.step(comment);
            body.line(RuntimeTypes.SYSTEM, ".arraycopy(da, 0, dx, 0, " + count + ")");
        } else if (kernels) {
            String kept = layer.backwardReads(Value.X) ? "x" : "a";
            body.step(comment);
            body.line(
                    "functions.activationGradient(",
                    Expressions.activation(function),
                    ", " + kept + ", da, dx, n, " + size + ")");
        } else if (function.isRowwise()) {
            body.loop("s", "n").step(comment);
            Rowwise.dot(body, size);
            body.loop("j", String.valueOf(size));
            body.line(Index.of("dx", size, "j") + " = " + Rowwise.gradient(size));
            body.end().end();
        } else {
            body.loop("k", count).step(comment);
            body.line("dx[k] = ", Expressions.gradient(function, "x[k]", "a[k]", "da[k]"))
                    .end();
        }
        String doc = Doc.backward(layer.head()) + ": from da to dx.";
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), "backward", List.of(doc), parameters, body.build()));
    }
}
