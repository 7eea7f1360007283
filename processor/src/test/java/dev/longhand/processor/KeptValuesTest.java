package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.flow.GradientFlow;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.merge.ResolvedMerge;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.Planner;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Generated backward methods take the values of the forward pass that flow says they read, and no others. */
class KeptValuesTest {

    private static final Set<Activation> SOFTMAX = EnumSet.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX);

    @ParameterizedTest
    @EnumSource
    void layersThatEndInAnActivation(Activation activation) {
        for (Style style : Style.values()) {
            for (Loss loss : List.of(Loss.MEAN_SQUARED_ERROR, lossOf(activation))) {
                assertArgumentsFollowFlow(Resolved.input(6)
                        .dense("hidden", 5, activation)
                        .dropout("dropout")
                        .activate("between", activation)
                        .dense("scores", 40, Activation.IDENTITY)
                        .activate("last", activation)
                        .dense("output", 3, activation)
                        .loss(loss, style));
                assertArgumentsFollowFlow(Resolved.input(6)
                        .dense("scores", 3, Activation.IDENTITY)
                        .activate("output", activation)
                        .loss(loss, style));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SOFTMAX", "LOG_SOFTMAX"},
            mode = Mode.EXCLUDE)
    void layersOfImagesAndSequences(Activation activation) {
        for (Style style : Style.values()) {
            assertArgumentsFollowFlow(Resolved.input(8, 8, 1)
                    .convolution("first", 2, activation)
                    .batchNorm("norm")
                    .activate("between", activation)
                    .maxPool("smaller")
                    .flatten("flat")
                    .dense("output", 1, Activation.IDENTITY)
                    .loss(Loss.MEAN_SQUARED_ERROR, style));
        }
        assertArgumentsFollowFlow(Resolved.input(5, 2)
                .rnn("reader", 3, activation)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR, Style.LOOPS));
    }

    @Test
    void joinedLayers() {
        for (ResolvedMerge.Kind kind : ResolvedMerge.Kind.values()) {
            assertArgumentsFollowFlow(Resolved.input(4)
                    .dense("one", 4, Activation.RELU)
                    .dense("two", 4, Activation.RELU)
                    .merge("both", kind, 0, 1)
                    .dense("output", 1, Activation.IDENTITY)
                    .loss(Loss.MEAN_SQUARED_ERROR));
        }
    }

    private static Loss lossOf(Activation activation) {
        return SOFTMAX.contains(activation)
                ? Loss.CROSS_ENTROPY
                : activation == Activation.SIGMOID ? Loss.BINARY_CROSS_ENTROPY : Loss.HALF_SQUARED_ERROR;
    }

    private static void assertArgumentsFollowFlow(ResolvedNetwork network) {
        GradientFlow flow = GradientFlow.of(network, LayerKinds::derivative);
        ExecutionPlan plan = Planner.plan(flow, LayerKinds::plan);
        for (LayerPlan layer : plan.layers()) {
            if (layer.isView() || layer.computedBy().isPresent()) {
                continue;
            }
            Set<Value> expected = EnumSet.noneOf(Value.class);
            expected.addAll(flow.layer(layer.head().index()).backwardReads());
            boolean isPool = layer.head().kind().equals("MaxPool2d");
            if (isPool && layer.head().style() == Style.LOOPS) {
                expected.remove(Value.A);
            }
            Set<Value> taken = LayerKinds.emitter(layer).backward().stream()
                    .flatMap(method -> method.parameters().stream())
                    .map(MethodParameter::name)
                    .flatMap(KeptValuesTest::value)
                    .collect(Collectors.toSet());
            assertThat(taken)
                    .as("%s, %s, %s", layer.head().name(), layer.head().formula(), network.style())
                    .isEqualTo(expected);
        }
    }

    /** The value that a parameter holds, if it's one of the forward pass; h is the a of a recurrent layer. */
    private static Stream<Value> value(String parameter) {
        return switch (parameter) {
            case "x", "z", "a" -> Stream.of(Value.valueOf(parameter.toUpperCase(Locale.ROOT)));
            case "h" -> Stream.of(Value.A);
            case "x1", "x2" -> Stream.of(Value.X);
            default -> Stream.empty();
        };
    }
}
