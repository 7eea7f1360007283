package dev.longhand.processor.layer.reshape;

import com.palantir.javapoet.TypeName;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.Parameter;
import dev.longhand.processor.emit.Part;
import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints one of several inputs: a copy of its part of each sample. */
public final class SliceEmitter implements LayerEmitter {

    private final SlicePlan layer;

    public SliceEmitter(SlicePlan layer) {
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
