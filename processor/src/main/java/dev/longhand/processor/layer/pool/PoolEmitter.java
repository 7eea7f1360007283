package dev.longhand.processor.layer.pool;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Style;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.GeneratedMethod;
import dev.longhand.processor.emit.KeptValues;
import dev.longhand.processor.emit.LayerEmitter;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.emit.WindowLoops;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints a pooling layer: its signature here, its body in the style it's planned in. */
final class PoolEmitter implements LayerEmitter {

    /** How the bodies of a pooling layer are written. */
    public interface Bodies {
        CodeBlock forward(boolean draws);

        CodeBlock backward();
    }

    private final PoolPlan layer;
    private final boolean kernels;
    private final boolean isStochastic;
    private final Bodies bodies;

    PoolEmitter(PoolPlan layer) {
        this.layer = layer;
        kernels = layer.head().style() == Style.KERNELS;
        isStochastic = layer.kind() == ResolvedPooling.Kind.STOCHASTIC;
        bodies = kernels ? new KernelsPool(layer) : new LoopsPool(layer);
    }

    // private static final Pooling LARGEST = new Pooling(4, 4, 4, Window.of(2, 2));
    @Override
    public List<GeneratedConstant> constants() {
        if (!kernels) {
            return List.of();
        }
        List<Integer> image = layer.image().dimensions();
        CodeBlock shape = CodeBlock.builder()
                .add("new $T($L, $L, $L,$W", RuntimeTypes.POOLING, image.get(0), image.get(1), image.get(2))
                .add(WindowLoops.atRunTime(layer.window()))
                .add(")")
                .build();
        String doc = "The shape of " + layer.head().name() + ": "
                + layer.window().dimensions() + " and channels of x, and its pools.";
        return List.of(new GeneratedConstant(RuntimeTypes.POOLING, layer.shape(), doc, shape));
    }

    @Override
    public Optional<GeneratedMethod> forward(Mode mode) {
        boolean draws = isStochastic && mode != Mode.PREDICTING;
        List<MethodParameter> parameters = new ArrayList<>();
        if (draws) {
            parameters.add(MethodParameter.workspace());
        }
        if (kernels) {
            parameters.add(MethodParameter.pools());
        }
        parameters.add(MethodParameter.array("x", layer.x().in(mode)));
        parameters.add(MethodParameter.array("a", layer.a()));
        if (draws) {
            parameters.add(MethodParameter.array("drawn", layer.drawn().orElseThrow()));
        }
        parameters.add(MethodParameter.n());
        List<String> doc = new ArrayList<>(List.of(Doc.forward(layer.head())));
        String name = "forward";
        if (isStochastic && !draws) {
            doc.clear();
            doc.add("Layer " + (layer.head().index() + 1) + ", " + layer.head().name()
                    + ", predicting: the mean of what training draws, a = Σ p·x with p = x/Σx, "
                    + Doc.batch(layer.head().inputs().get(0)) + " → "
                    + Doc.batch(layer.head().output()) + ".");
            name = "predict";
        }
        CodeBlock body = bodies.forward(draws);
        return Optional.of(GeneratedMethod.ofLayer(layer.head(), name, doc, parameters, body));
    }

    @Override
    public Optional<GeneratedMethod> backward() {
        if (layer.dx().isEmpty()) {
            return Optional.empty();
        }
        List<MethodParameter> parameters = new ArrayList<>();
        if (kernels) {
            parameters.add(MethodParameter.pools());
        }
        parameters.addAll(KeptValues.of(layer));
        layer.drawn().ifPresent(drawn -> parameters.add(MethodParameter.array("drawn", drawn)));
        parameters.add(MethodParameter.array("da", layer.gradient()));
        parameters.add(MethodParameter.array("dx", layer.dx().get()));
        parameters.add(MethodParameter.n());
        String doc = Doc.backward(layer.head()) + ": from da to dx.";
        return Optional.of(
                GeneratedMethod.ofLayer(layer.head(), "backward", List.of(doc), parameters, bodies.backward()));
    }
}
