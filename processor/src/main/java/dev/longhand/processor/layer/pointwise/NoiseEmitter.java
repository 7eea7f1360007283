package dev.longhand.processor.layer.pointwise;

import com.palantir.javapoet.TypeName;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.Parameter;
import dev.longhand.processor.emit.Part;
import dev.longhand.processor.plan.Literals;
import dev.longhand.processor.plan.Mode;
import java.util.List;
import java.util.Optional;

/** Prints a noise layer, which only training runs; the same in every style. */
public final class NoiseEmitter implements LayerEmitter {

    private final NoisePlan layer;
    private final String count;

    public NoiseEmitter(NoisePlan layer) {
        this.layer = layer;
        count = Index.count(layer.size());
    }

    // // 1. r is drawn, normal with standard deviation 0.1
    // ws.drawNoise(NOISE1, 0.1f, a, 100 * n);
    // // 2. a = x + r
    // for (int k = 0; k < 100 * n; k++) {
    //     a[k] += x[k];
    // }
    @Override
    public Optional<Part> forward(Mode mode) {
        if (mode == Mode.PREDICTING) {
            return Optional.empty();
        }
        Body body = new Body();
        body.say("1. r is drawn into a, normal with standard deviation " + Literals.plain(layer.stddev()));
        body.line(
                "ws.drawNoise(" + layer.head().constant() + ", " + Literals.of(layer.stddev()) + ", a, " + count + ")");
        body.say("2. a = x + r");
        body.loop("k", count).line("a[k] += x[k]").end();
        return Optional.of(new Part(
                List.of(Doc.forward(layer.head())),
                TypeName.VOID,
                "forward" + layer.head().suffix(),
                List.of(
                        Parameter.workspace(),
                        Parameter.array("x", layer.x().in(mode).fetch()),
                        Parameter.array("a", layer.a().fetch()),
                        Parameter.n()),
                body.build()));
    }

    // // 2. a = x + r  so dx = da
    // System.arraycopy(da, 0, dx, 0, 100 * n);
    @Override
    public Optional<Part> backward() {
        if (layer.dx().isEmpty()) {
            return Optional.empty();
        }
        Body body = new Body();
        body.say("2. a = x + r  so dx = da");
        body.line("System.arraycopy(da, 0, dx, 0, " + count + ")");
        return Optional.of(new Part(
                List.of(Doc.backward(layer.head()) + ": from da to dx."),
                TypeName.VOID,
                "backward" + layer.head().suffix(),
                List.of(
                        Parameter.array("da", layer.gradient().fetch()),
                        Parameter.array("dx", layer.dx().get().fetch()),
                        Parameter.n()),
                body.build()));
    }
}
