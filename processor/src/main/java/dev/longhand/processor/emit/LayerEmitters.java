package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The emitters of a model's layers, without those of layers that compute nothing. */
final class LayerEmitters {

    private final ExecutionPlan plan;
    private final Map<LayerPlan, LayerEmitter> emitters = new LinkedHashMap<>();

    LayerEmitters(ExecutionPlan plan, Function<LayerPlan, LayerEmitter> kinds) {
        this.plan = plan;
        for (LayerPlan layer : plan.layers()) {
            if (!layer.isView() && layer.computedBy().isEmpty()) {
                emitters.put(layer, kinds.apply(layer));
            }
        }
    }

    /** In the order of the layers. */
    Stream<LayerEmitter> all() {
        return emitters.values().stream();
    }

    /** The calls of some layers in a forward pass. */
    List<CodeBlock> forwardCalls(List<LayerPlan> of, Mode mode) {
        return of.stream()
                .filter(layer -> mode == Mode.TRAINING || !plan.isPredictedByAnother(layer))
                .flatMap(this::emitter)
                .flatMap(emitter -> emitter.forward(mode).stream())
                .map(GeneratedMethod::call)
                .toList();
    }

    /** The calls of some layers in the backward pass: in reverse, each layer's and then what is added to a gradient. */
    List<CodeBlock> backwardCalls(List<LayerPlan> of) {
        List<CodeBlock> calls = new ArrayList<>();
        for (LayerPlan layer : of) {
            List<CodeBlock> ofLayer = new ArrayList<>();
            emitter(layer)
                    .flatMap(emitter -> emitter.backward().stream())
                    .map(GeneratedMethod::call)
                    .forEach(ofLayer::add);
            plan.sumsAfter(layer)
                    .forEach(sum -> ofLayer.add(Code.of(
                            "addGradient(",
                            MethodParameter.fetch(sum.part()),
                            ", ",
                            MethodParameter.fetch(sum.gradient()),
                            ", ",
                            Index.count(sum.size()),
                            ")")));
            calls.addAll(0, ofLayer);
        }
        return calls;
    }

    /** The calls of some layers after a step. */
    List<CodeBlock> updateCalls(List<LayerPlan> of) {
        return of.stream()
                .flatMap(this::emitter)
                .flatMap(emitter -> emitter.update().stream())
                .map(GeneratedMethod::call)
                .toList();
    }

    /** The emitter of a layer, none if it computes nothing. */
    private Stream<LayerEmitter> emitter(LayerPlan layer) {
        return Stream.ofNullable(emitters.get(layer));
    }

    /** The layers' methods. */
    List<GeneratedMethod> methods() {
        return all().flatMap(LayerEmitters::methods).toList();
    }

    /** The methods of a layer: those of its forward passes, each once, then backward and update. */
    private static Stream<GeneratedMethod> methods(LayerEmitter emitter) {
        Map<String, GeneratedMethod> forward = new LinkedHashMap<>();
        for (Mode mode : List.of(Mode.TRAINING, Mode.PREDICTING, Mode.SAMPLING)) {
            emitter.forward(mode).ifPresent(method -> forward.putIfAbsent(method.name(), method));
        }
        return Stream.of(forward.values().stream(), emitter.backward().stream(), emitter.update().stream())
                .flatMap(methods -> methods);
    }
}
