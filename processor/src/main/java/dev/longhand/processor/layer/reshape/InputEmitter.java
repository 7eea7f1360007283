package dev.longhand.processor.layer.reshape;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints one of several inputs: a copy of a part of each sample. */
final class InputEmitter implements LayerEmitter {

    private final InputPlan layer;

    InputEmitter(InputPlan layer) {
        this.layer = layer;
    }

    // for (int s = 0; s < n; s++) {
    //     System.arraycopy(x, 14 * s + 12, a, 2 * s, 2);
    // }
    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        List<MethodParameter> parameters = List.of(
                MethodParameter.array("x", layer.x()), MethodParameter.array("a", layer.a()), MethodParameter.n());
        String from = layer.in() + " * s" + (layer.offset() == 0 ? "" : " + " + layer.offset());
        String to = layer.size() == 1 ? "s" : layer.size() + " * s";
        Body body = new Body()
                .loop("s", "n")
                .line(RuntimeTypes.SYSTEM, ".arraycopy(x, " + from + ", a, " + to + ", " + layer.size() + ")")
                .end();
        return Optional.of(GeneratedMethod.ofLayer(
                layer.head(), "forward", List.of(Doc.forward(layer.head())), parameters, body.build()));
    }

    /** The data has no gradient. */
    @Override
    public Optional<GeneratedMethod> backward() {
        return Optional.empty();
    }
}
