package dev.longhand.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.Mode;
import dev.longhand.processor.plan.SlicePlan;
import java.util.List;
import java.util.Optional;

/** Prints one of several inputs: a copy of its part of each sample. */
final class SliceEmitter implements LayerEmitter {

    private final SlicePlan layer;

    SliceEmitter(SlicePlan layer) {
        this.layer = layer;
    }

    // for (int s = 0; s < n; s++) {
    //     System.arraycopy(x, 197 * s + 192, a, 5 * s, 5);
    // }
    @Override
    public Optional<Part> forward(Mode mode) {
        List<Parameter> parameters = List.of(
                Parameter.array("x", layer.x().fetch()),
                Parameter.array("a", layer.a().fetch()),
                Parameter.n());
        String from = layer.in() + " * s" + (layer.offset() == 0 ? "" : " + " + layer.offset());
        String to = layer.size() == 1 ? "s" : layer.size() + " * s";
        Body body = new Body()
                .loop("s", "n")
                .line("System.arraycopy(x, " + from + ", a, " + to + ", " + layer.size() + ")")
                .end();
        return Optional.of(new Part(
                List.of(Doc.forward(layer.head())),
                TypeName.VOID,
                "forward" + layer.head().suffix(),
                parameters,
                body.build()));
    }

    /** Nobody needs a gradient in the data. */
    @Override
    public Optional<Part> backward() {
        return Optional.empty();
    }
}
