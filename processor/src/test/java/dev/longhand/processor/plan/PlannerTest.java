package dev.longhand.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.Resolved;
import dev.longhand.processor.StagesOfLayers;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.flow.GradientFlow;
import dev.longhand.processor.flow.LossFusion;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.merge.MergePlan;
import dev.longhand.processor.layer.merge.ResolvedMerge;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.ExecutionPlan.GradientSum;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static ExecutionPlan plan(ResolvedNetwork network) {
        return Planner.plan(GradientFlow.of(network, StagesOfLayers::derivative), StagesOfLayers::plan);
    }

    private static DensePlan dense(ExecutionPlan plan, int layer) {
        return (DensePlan) plan.layers().get(layer);
    }

    @Test
    void parametersFollowOneAnotherWeightsBeforeBiases() {
        ExecutionPlan plan = plan(Resolved.input(3)
                .dense("hiddenLayer", 4, Activation.RELU)
                .dense("output", 2, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(plan.layers().stream()
                        .flatMap(layer -> layer.head().parameters().stream())
                        .map(ParameterPlan::constant))
                .containsExactly("P_HIDDEN_LAYER_W", "P_HIDDEN_LAYER_B", "P_OUTPUT_W", "P_OUTPUT_B");
        assertThat(plan.layers().stream()
                        .flatMap(layer -> layer.head().parameters().stream())
                        .map(ParameterPlan::offset))
                .containsExactly(0, 12, 16, 24);
        assertThat(plan.parameterCount()).isEqualTo(26);
    }

    @Test
    void onlyWhatTheBackwardPassNeedsIsKept() {
        assertThat(plan(Resolved.input(3)
                                .dense("hidden", 4, Activation.TANH)
                                .dense("output", 2, Activation.IDENTITY)
                                .loss(Loss.MEAN_SQUARED_ERROR))
                        .buffers())
                .isEmpty();
        assertThat(plan(Resolved.input(3)
                                .dense("hidden", 4, Activation.GELU)
                                .dropout("dropout")
                                .dense("output", 2, Activation.SOFTMAX)
                                .loss(Loss.CROSS_ENTROPY))
                        .buffers())
                .extracting(BufferPlan::constant, BufferPlan::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("BUFFER_HIDDEN_Z", 4),
                        org.assertj.core.groups.Tuple.tuple("BUFFER_DROPOUT_M", 4),
                        org.assertj.core.groups.Tuple.tuple("BUFFER_OUTPUT_Z", 2));
    }

    @Test
    void gradientOfTheDataIsSkipped() {
        ExecutionPlan plan = plan(Resolved.input(2, 2)
                .activate("squash", Activation.TANH)
                .flatten("flat")
                .dense("hidden", 3, Activation.TANH)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(((ActivatePlan) plan.layers().get(0)).dx()).isEmpty();
        assertThat(dense(plan, 2).dx()).isEmpty();
        assertThat(dense(plan, 3).dx()).contains(new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_HIDDEN"));
    }

    @Test
    void predictingGoesAroundDropout() {
        ExecutionPlan plan = plan(Resolved.input(2)
                .dense("hidden", 3, Activation.TANH)
                .dropout("once")
                .dropout("twice")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(dense(plan, 3).x().training())
                .isEqualTo(new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, "LAYER_TWICE"));
        assertThat(dense(plan, 3).x().predicting())
                .isEqualTo(new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, "LAYER_HIDDEN"));
    }

    @ParameterizedTest
    @CsvSource({
        "BINARY_CROSS_ENTROPY, SIGMOID, SIGMOID",
        "CROSS_ENTROPY, SOFTMAX, SOFTMAX",
        "LOG_LIKELIHOOD, SOFTMAX, SOFTMAX",
        "CROSS_ENTROPY, LOG_SOFTMAX, LOG_SOFTMAX",
        "MEAN_SQUARED_ERROR, SOFTMAX, NONE",
        "MEAN_SQUARED_ERROR, SIGMOID, NONE",
        "HALF_SQUARED_ERROR, IDENTITY, NONE"
    })
    void lossIsDerivedTogetherWithTheActivationItBelongsTo(Loss loss, Activation activation, LossFusion fusion) {
        ExecutionPlan plan =
                plan(Resolved.input(2).dense("output", 3, activation).loss(loss));
        assertThat(plan.losses().get(0).fusion()).isEqualTo(fusion);
        assertThat(dense(plan, 0).activation().isFusedWithLoss()).isEqualTo(fusion != LossFusion.NONE);
        assertThat(plan.losses().get(0).arrays().gradient())
                .isEqualTo(new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_OUTPUT"));
    }

    @Test
    void lossHandsItsGradientStraightToTheLayerBeforeAnActivationItHasDerived() {
        ExecutionPlan plan = plan(Resolved.input(2)
                .dense("scores", 3, Activation.IDENTITY)
                .activate("output", Activation.SOFTMAX)
                .loss(Loss.CROSS_ENTROPY));
        assertThat(plan.losses().get(0).arrays().gradient())
                .isEqualTo(new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_SCORES"));
        assertThat(plan.losses().get(0).arrays().z())
                .isEqualTo(new WorkspaceArray(WorkspaceArray.Kind.ACTIVATION, "LAYER_SCORES"));
        assertThat(((ActivatePlan) plan.layers().get(1)).dx()).isEmpty();
        assertThat(plan.buffers()).isEmpty();
    }

    @Test
    void lossLooksThroughFlatten() {
        ExecutionPlan plan = plan(Resolved.input(2, 2)
                .activate("output", Activation.SIGMOID)
                .flatten("row")
                .loss(Loss.BINARY_CROSS_ENTROPY));
        assertThat(plan.losses().get(0).fusion()).isEqualTo(LossFusion.SIGMOID);
        assertThat(plan.losses().get(0).rows().size()).isEqualTo(4);
    }

    @Test
    void gradientOfALayerThatSeveralReadIsTheSumOfTheirs() {
        ExecutionPlan plan = plan(Resolved.input(2, 2)
                .flatten("flat")
                .dense("shared", 4, Activation.RELU)
                .dense("first", 4, Activation.RELU)
                .dense("second", 4, Activation.RELU)
                .from(1)
                .merge("sum", ResolvedMerge.Kind.ADD, 1, 2, 3)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        WorkspaceArray gradient = new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_SHARED");
        WorkspaceArray part = new WorkspaceArray(WorkspaceArray.Kind.BUFFER, "BUFFER_SHARED_PART");
        assertThat(((MergePlan) plan.layers().get(4)).dxs().get(0))
                .as("the backward pass begins with the last reader")
                .contains(gradient);
        assertThat(dense(plan, 3).dx()).contains(part);
        assertThat(dense(plan, 2).dx()).contains(part);
        assertThat(plan.sums().values().stream().flatMap(sums -> sums.stream()))
                .containsExactlyInAnyOrder(
                        new GradientSum(2, "shared", part, gradient, 4),
                        new GradientSum(3, "shared", part, gradient, 4));
        assertThat(plan.buffers()).extracting(BufferPlan::constant).containsExactly("BUFFER_SHARED_PART");
    }

    @Test
    void viewsCountAsWhatTheyAreViewsOf() {
        ExecutionPlan plan = plan(Resolved.input(4)
                .dense("shared", 4, Activation.RELU)
                .flatten("view")
                .dense("deep", 4, Activation.RELU)
                .merge("sum", ResolvedMerge.Kind.ADD, 0, 2)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        WorkspaceArray part = new WorkspaceArray(WorkspaceArray.Kind.BUFFER, "BUFFER_SHARED_PART");
        assertThat(dense(plan, 2).dx()).contains(part);
        assertThat(plan.sums().values().stream().flatMap(sums -> sums.stream()))
                .containsExactly(new GradientSum(
                        2, "shared", part, new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_SHARED"), 4));
    }

    @Test
    void nobodyNeedsTheGradientInATowerWithoutParameters() {
        ExecutionPlan plan = plan(Resolved.input(4)
                .activate("squashed", Activation.TANH)
                .dense("learnt", 4, Activation.RELU)
                .from(-1)
                .merge("product", ResolvedMerge.Kind.MULTIPLY, 0, 1)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(((MergePlan) plan.layers().get(2)).dxs())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new WorkspaceArray(WorkspaceArray.Kind.GRADIENT, "LAYER_LEARNT")));
    }

    @Test
    void convolutionIsComputedWithTheMaxPoolingThatIsItsOnlyReader() {
        ExecutionPlan plan = plan(Resolved.input(8, 8, 1)
                .convolution("edges", 4, Activation.RELU)
                .maxPool("smaller")
                .flatten("flat")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(plan.layers().get(0).isFusedWithReader()).isTrue();
        assertThat(plan.layers().get(1).computedBy()).contains("edges");
        assertThat(plan.buffers()).extracting(BufferPlan::constant).containsExactly("BUFFER_EDGES_ARGMAX");
    }

    @Test
    void convolutionWhoseDerivativeReadsTheSumIsNotComputedWithThePooling() {
        ExecutionPlan plan = plan(Resolved.input(8, 8, 1)
                .convolution("edges", 4, Activation.GELU)
                .maxPool("smaller")
                .flatten("flat")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(plan.layers().get(0).isFusedWithReader()).isFalse();
        assertThat(plan.layers().get(1).computedBy()).isEmpty();
    }

    @Test
    void batchNormIsFoldedIntoTheConvolutionBeforeItTogetherWithTheActivationAfterIt() {
        ExecutionPlan plan = plan(Resolved.input(8, 8, 1)
                .convolution("edges", 4, Activation.IDENTITY)
                .batchNorm("norm")
                .activate("relu", Activation.RELU)
                .flatten("flat")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(plan.predictedByAnother()).containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void everyLayerHasAStyleOfItsOwn() {
        ExecutionPlan plan = plan(Resolved.input(784)
                .dense("hidden", 100, Activation.RELU)
                .dense("narrow", 4, Activation.RELU)
                .dense("output", 10, Activation.SOFTMAX)
                .loss(Loss.CROSS_ENTROPY));
        assertThat(plan.layers().stream().map(layer -> layer.head().style()))
                .containsExactly(Style.KERNELS, Style.KERNELS, Style.UNROLLED);
        assertThat(plan.losses().get(0).style()).isEqualTo(Style.UNROLLED);
    }
}
