package dev.longhand.processor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.Resolved;
import dev.longhand.processor.StagesOfLayers;
import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.flow.LayerFlow.InputGradient;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.merge.ResolvedMerge;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FlowTest {

    private static final Set<Activation> IN_TERMS_OF_Z =
            EnumSet.of(Activation.GELU, Activation.SILU, Activation.SOFTPLUS);

    private static GradientFlow flow(ResolvedNetwork network) {
        return GradientFlow.of(network, StagesOfLayers::derivative);
    }

    private static Stream<Boolean> learning(GradientFlow flow) {
        return flow.layers().stream().map(layer -> layer.derivative().learns());
    }

    /** For each layer whether any gradient with respect to an input of it is needed. */
    private static Stream<Boolean> inputGradients(GradientFlow flow) {
        return flow.layers().stream()
                .map(layer -> layer.inputGradients().stream().anyMatch(Optional::isPresent));
    }

    @Test
    void layersWithParametersLearn() {
        GradientFlow flow = flow(Resolved.input(8, 8, 1)
                .convolution("edges", 4, Activation.RELU)
                .batchNorm("norm")
                .maxPool("smaller")
                .flatten("flat")
                .dropout("dropout")
                .dense("hidden", 5, Activation.TANH)
                .activate("output", Activation.SIGMOID)
                .loss(Loss.BINARY_CROSS_ENTROPY));
        assertThat(learning(flow)).containsExactly(true, true, false, false, false, true, false);
        assertThat(learning(flow(
                        Resolved.input(3, 2).rnn("reader", 4, Activation.TANH).loss(Loss.MEAN_SQUARED_ERROR))))
                .containsExactly(true);
    }

    @Test
    void gradientThatReachesNoParameterIsNotNeeded() {
        GradientFlow flow = flow(Resolved.input(2)
                .dropout("noise")
                .activate("squash", Activation.TANH)
                .dense("hidden", 3, Activation.TANH)
                .activate("again", Activation.TANH)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(inputGradients(flow))
                .as("noise, squash, hidden, again, output")
                .containsExactly(false, false, false, true, true);
    }

    @Test
    void gradientIsNeededWithRespectToThoseInputsAloneThatDependOnParameters() {
        GradientFlow flow = flow(Resolved.input(4)
                .activate("squashed", Activation.TANH)
                .dense("learnt", 4, Activation.RELU)
                .from(-1)
                .merge("product", ResolvedMerge.Kind.MULTIPLY, 0, 1)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(flow.layer(2).inputGradients())
                .containsExactly(Optional.empty(), Optional.of(new InputGradient(1, false)));
    }

    @Test
    void dataHasNoGradientInWhateverShapeOrPart() {
        GradientFlow flow = flow(Resolved.input(6)
                .input("first", 4)
                .input("second", 2)
                .merge("both", ResolvedMerge.Kind.CONCAT, 0, 1)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(inputGradients(flow)).containsExactly(false, false, false, false);
        GradientFlow views = flow(Resolved.input(2, 2)
                .flatten("flat")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(inputGradients(views)).containsExactly(false, false);
    }

    @Test
    void layerThatCarriesNoGradientKeepsNothing() {
        GradientFlow flow = flow(Resolved.input(2)
                .activate("squash", Activation.GELU)
                .dense("hidden", 3, Activation.GELU)
                .activate("again", Activation.GELU)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(flow.layers())
                .extracting(LayerFlow::backwardReads)
                .containsExactly(Set.of(), Set.of(Value.X, Value.Z), Set.of(Value.X), Set.of(Value.X));
        assertThat(flow.layers())
                .extracting(LayerFlow::lossReads)
                .containsExactly(Set.of(), Set.of(), Set.of(), Set.of(Value.A));
    }

    @ParameterizedTest
    @EnumSource
    void threeDerivativesReadTheSumAndTheOthersTheOutput(Activation activation) {
        GradientFlow flow =
                flow(Resolved.input(2).dense("hidden", 3, activation).loss(Loss.MEAN_SQUARED_ERROR));
        boolean readsNeither = EnumSet.of(Activation.IDENTITY, Activation.STEP, Activation.SIGN)
                .contains(activation);
        Set<Value> kept = EnumSet.of(Value.X);
        if (!readsNeither) {
            kept.add(IN_TERMS_OF_Z.contains(activation) ? Value.Z : Value.A);
        }
        assertThat(flow.layer(0).backwardReads()).isEqualTo(kept);
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "GELU", "SOFTPLUS", "RELU"})
    void recurrentLayerKeepsWhatTheDerivativeOfItsStepReads(Activation activation) {
        GradientFlow flow =
                flow(Resolved.input(3, 2).rnn("reader", 4, activation).loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(flow.layer(0).backwardReads())
                .isEqualTo(EnumSet.of(Value.X, IN_TERMS_OF_Z.contains(activation) ? Value.Z : Value.A));
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY_CROSS_ENTROPY, SIGMOID, SIGMOID, true",
        "CROSS_ENTROPY, SOFTMAX, SOFTMAX, true",
        "LOG_LIKELIHOOD, SOFTMAX, SOFTMAX, true",
        "CROSS_ENTROPY, LOG_SOFTMAX, LOG_SOFTMAX, false",
        "MEAN_SQUARED_ERROR, SOFTMAX, NONE, false",
        "MEAN_SQUARED_ERROR, SIGMOID, NONE, false",
        "MEAN_SQUARED_ERROR, GELU, NONE, false",
        "HALF_SQUARED_ERROR, IDENTITY, NONE, false"
    })
    void lossIsDifferentiatedTogetherWithTheActivationItBelongsTo(
            Loss loss, Activation activation, LossFusion fusion, boolean lossReadsZ) {
        for (ResolvedNetwork network : List.of(
                Resolved.input(2).dense("output", 3, activation).loss(loss),
                Resolved.input(2)
                        .dense("scores", 3, Activation.RELU)
                        .activate("output", activation)
                        .loss(loss))) {
            GradientFlow flow = flow(network);
            int last = network.layers().size() - 1;
            assertThat(flow.losses()).hasSize(1);
            assertThat(flow.losses().get(0).layer()).isEqualTo(last);
            assertThat(flow.losses().get(0).fusion()).isEqualTo(fusion);
            assertThat(flow.isFusedWithLoss(last)).isEqualTo(fusion != LossFusion.NONE);
            assertThat(flow.layer(last).lossReads()).contains(Value.A);
            assertThat(flow.layer(last).lossReads().contains(Value.Z)).isEqualTo(lossReadsZ);
            if (fusion != LossFusion.NONE) {
                assertThat(flow.layer(last).backwardReads()).doesNotContain(Value.A, Value.Z);
            }
        }
    }

    @Test
    void lossReadsThroughViews() {
        GradientFlow flow = flow(Resolved.input(2, 2)
                .activate("output", Activation.SIGMOID)
                .flatten("row")
                .loss(Loss.BINARY_CROSS_ENTROPY));
        assertThat(flow.losses()).containsExactly(new LossFlow(0, LossFusion.SIGMOID, 0));
    }

    @Test
    void activationOfARecurrentLayerIsNeverFused() {
        GradientFlow flow =
                flow(Resolved.input(3, 2).rnn("output", 4, Activation.SIGMOID).loss(Loss.BINARY_CROSS_ENTROPY));
        assertThat(flow.losses()).containsExactly(new LossFlow(0, LossFusion.NONE, 0));
    }

    @Test
    void lastReaderWritesTheGradientAndTheOthersAreAdded() {
        GradientFlow flow = flow(Resolved.input(2, 2)
                .flatten("flat")
                .dense("shared", 4, Activation.RELU)
                .dense("first", 4, Activation.RELU)
                .dense("second", 4, Activation.RELU)
                .from(1)
                .merge("sum", ResolvedMerge.Kind.ADD, 1, 2, 3)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(flow.layer(4).inputGradients().get(0)).contains(new InputGradient(1, false));
        assertThat(flow.layer(3).inputGradients()).containsExactly(Optional.of(new InputGradient(1, true)));
        assertThat(flow.layer(2).inputGradients()).containsExactly(Optional.of(new InputGradient(1, true)));
    }

    @Test
    void readersOfAViewReadWhatItIsAViewOf() {
        GradientFlow flow = flow(Resolved.input(4)
                .dense("shared", 4, Activation.RELU)
                .flatten("view")
                .dense("deep", 4, Activation.RELU)
                .merge("sum", ResolvedMerge.Kind.ADD, 0, 2)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(flow.layer(2).inputGradients()).containsExactly(Optional.of(new InputGradient(0, true)));
        assertThat(flow.layer(3).inputGradients())
                .containsExactly(Optional.of(new InputGradient(0, false)), Optional.of(new InputGradient(2, false)));
    }

    @Test
    void gradientsOfReadersAreAddedToThatOfALoss() {
        GradientFlow flow = flow(Resolved.input(4)
                .dense("trunk", 4, Activation.RELU)
                .dense("position", 2, Activation.IDENTITY)
                .dense("kind", 3, Activation.SOFTMAX)
                .outputs(
                        new OutputLoss(1, Loss.MEAN_SQUARED_ERROR, 0, 1, 1),
                        new OutputLoss(2, Loss.CROSS_ENTROPY, 0, 1, 1)));
        assertThat(flow.losses())
                .containsExactly(new LossFlow(1, LossFusion.NONE, 1), new LossFlow(2, LossFusion.SOFTMAX, 2));
        assertThat(flow.layer(2).inputGradients()).containsExactly(Optional.of(new InputGradient(1, true)));
        assertThat(flow.layer(1).inputGradients()).containsExactly(Optional.of(new InputGradient(0, false)));
        assertThat(flow.layer(1).lossReads()).containsExactly(Value.A);
    }

    @Test
    void gradientsOfReadersAreAddedToThatOfALossThatIsFusedWithALaterActivation() {
        GradientFlow flow = flow(Resolved.input(4)
                .dense("scores", 3, Activation.IDENTITY)
                .activate("kind", Activation.SOFTMAX)
                .dense("size", 1, Activation.IDENTITY)
                .from(0)
                .outputs(
                        new OutputLoss(1, Loss.CROSS_ENTROPY, 0, 1, 1),
                        new OutputLoss(2, Loss.MEAN_SQUARED_ERROR, 0, 1, 1)));
        assertThat(flow.losses())
                .containsExactly(new LossFlow(1, LossFusion.SOFTMAX, 0), new LossFlow(2, LossFusion.NONE, 2));
        assertThat(flow.layer(2).inputGradients()).containsExactly(Optional.of(new InputGradient(0, true)));
    }
}
