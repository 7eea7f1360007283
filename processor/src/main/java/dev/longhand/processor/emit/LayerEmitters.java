package dev.longhand.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.ExecutionPlan.GradientSum;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The methods that a forward pass calls for some layers. */
    List<GeneratedMethod> forwardCalls(List<LayerPlan> of, Mode mode) {
        return of.stream()
                .filter(layer -> mode == Mode.TRAINING || !plan.isPredictedByAnother(layer))
                .flatMap(this::emitter)
                .flatMap(emitter -> emitter.forward(mode).stream())
                .toList();
    }

    /** Those that the backward pass calls: in reverse, each layer's and then what is added to a gradient. */
    List<GeneratedMethod> backwardCalls(List<LayerPlan> of) {
        List<GeneratedMethod> calls = new ArrayList<>();
        for (LayerPlan layer : of) {
            List<GeneratedMethod> ofLayer = new ArrayList<>();
            emitter(layer).flatMap(emitter -> emitter.backward().stream()).forEach(ofLayer::add);
            plan.sumsAfter(layer).stream().map(LayerEmitters::addGradient).forEach(ofLayer::add);
            calls.addAll(0, ofLayer);
        }
        return calls;
    }

    /** Those that are called after a step. */
    List<GeneratedMethod> updateCalls(List<LayerPlan> of) {
        return of.stream()
                .flatMap(this::emitter)
                .flatMap(emitter -> emitter.update().stream())
                .toList();
    }

    /** The method that adds a part to a gradient, if any layer is read by several. */
    Optional<MethodSpec> addGradient() {
        return plan.sums().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(sum -> addGradient(sum).method());
    }

    // /** Where several layers read one, its da is the sum of theirs. */
    // private static void addGradient(float[] part, float[] da, int count) {
    //     for (int k = 0; k < count; k++) {
    //         da[k] += part[k];
    //     }
    // }
    private static GeneratedMethod addGradient(GradientSum sum) {
        return new GeneratedMethod(
                List.of("Where several layers read one, its da is the sum of theirs."),
                TypeName.VOID,
                "addGradient",
                List.of(
                        MethodParameter.array("part", sum.part()),
                        MethodParameter.array("da", sum.gradient()),
                        new MethodParameter(TypeName.INT, "count", Index.count(sum.size()))),
                new Body().loop("k", "count").line("da[k] += part[k]").end().build());
    }

    /** The emitter of a layer, none if it computes nothing. */
    private Stream<LayerEmitter> emitter(LayerPlan layer) {
        return Stream.ofNullable(emitters.get(layer));
    }

    /** The layers' methods. */
    List<GeneratedMethod> methods() {
        return all().flatMap(LayerEmitters::methods).toList();
    }

    /** The names of the methods that compute a layer: its own, or those of the layer that computes it as well. */
    List<String> methodNames(LayerPlan layer) {
        LayerEmitter emitter = emitters.get(layer);
        if (emitter != null) {
            return methods(emitter).map(GeneratedMethod::name).toList();
        }
        return layer.computedBy().stream()
                .flatMap(name ->
                        plan.layers().stream().filter(any -> any.head().name().equals(name)))
                .flatMap(other -> methodNames(other).stream())
                .toList();
    }

    /** Those of the predicting pass alone. */
    List<GeneratedMethod> predictingMethods() {
        return forwardCalls(plan.layers(), Mode.PREDICTING);
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
