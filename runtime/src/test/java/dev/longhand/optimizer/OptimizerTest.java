package dev.longhand.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import dev.longhand.random.CountedRandom;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {

    private static final Offset<Float> ROUNDING = within(2e-7f);

    static List<Optimizer> all() {
        return List.of(
                Sgd.learningRate(0.1),
                Sgd.learningRate(0.1).momentum(0.9),
                Sgd.learningRate(0.1).momentum(0.9).nesterov(),
                Adagrad.defaults(),
                Adadelta.defaults(),
                RmsProp.defaults(),
                Adam.defaults(),
                AdamW.defaults(),
                NAdam.defaults());
    }

    /** One weight, then one bias. */
    private static final ModelInfo WEIGHT_AND_BIAS = ModelInfo.builder("Line", Loss.MEAN_SQUARED_ERROR, 1)
            .layer("output", "Dense", "a = x·W + b", 1)
            .parameter("weight", Initialization.of(Initializer.ZEROS, 0, 1, 1), 1, 1)
            .unpenalized("bias", Initialization.of(Initializer.ZEROS, 0, 1, 1), 1)
            .build();

    private static float afterSteps(Optimizer optimizer, float... gradients) {
        OptimizerState state = optimizer.start(OptimizerReferenceTest.weights(1));
        float[] p = {1};
        for (float gradient : gradients) {
            state.update(p, new float[] {gradient}, 1);
        }
        return p[0];
    }

    @Test
    void sgdSubtractsLearningRateTimesGradient() {
        assertThat(afterSteps(Sgd.learningRate(0.1), 2)).isCloseTo(0.8f, ROUNDING);
    }

    @Test
    void momentumAddsADecayingSumOfGradients() {
        // v = 2, then 0.9·2 + 0 = 1.8: 1 − 0.2 − 0.18
        assertThat(afterSteps(Sgd.learningRate(0.1).momentum(0.9), 2, 0)).isCloseTo(0.62f, ROUNDING);
    }

    @Test
    void nesterovLooksAhead() {
        // v = 2: 1 − 0.1·(2 + 0.9·2)
        assertThat(afterSteps(Sgd.learningRate(0.1).momentum(0.9).nesterov(), 2))
                .isCloseTo(0.62f, ROUNDING);
    }

    @Test
    void adagradsFirstStepIsTheLearningRate() {
        assertThat(afterSteps(Adagrad.learningRate(0.1), 2)).isCloseTo(0.9f, ROUNDING);
        // h = 4 + 4: 0.9 − 0.1·2/√8
        assertThat(afterSteps(Adagrad.learningRate(0.1), 2, 2)).isCloseTo(0.8292893f, ROUNDING);
    }

    @Test
    void rmsPropsFirstStepIsTenLearningRates() {
        // h = 0.01·4: 1 − 0.01·2/0.2
        assertThat(afterSteps(RmsProp.learningRate(0.01), 2)).isCloseTo(0.9f, ROUNDING);
    }

    @Test
    void adadeltaBeginsWithTheRootOfEpsilon() {
        // h = 0.1·4, d = √1e-6/√0.400001·2
        assertThat(afterSteps(Adadelta.defaults(), 2)).isCloseTo(0.9968377f, ROUNDING);
    }

    @Test
    void adamsFirstStepIsTheLearningRate() {
        assertThat(afterSteps(Adam.learningRate(0.01), 2)).isCloseTo(0.99f, ROUNDING);
        assertThat(afterSteps(Adam.learningRate(0.01), -0.003f)).isCloseTo(1.01f, ROUNDING);
    }

    @Test
    void adamWDecaysFirst() {
        // 1·(1 − 0.01·0.5) − 0.01
        assertThat(afterSteps(AdamW.learningRate(0.01).weightDecay(0.5), 2)).isCloseTo(0.985f, ROUNDING);
    }

    @Test
    void nAdamsFirstStepCountsTheGradientTwice() {
        double mu1 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.004));
        double mu2 = 0.9 * (1 - 0.5 * Math.pow(0.96, 0.008));
        double expected = 1 - 0.01 * (2 + 0.2 * mu2 / (1 - mu1 * mu1 * mu2)) / (2 + 1e-8);
        assertThat(afterSteps(NAdam.learningRate(0.01), 2)).isCloseTo((float) expected, ROUNDING);
    }

    @Test
    void penaltiesHoldForWeightsButNotForBiases() {
        OptimizerState state = Sgd.learningRate(0.1).l1(0.5).l2(0.2).start(WEIGHT_AND_BIAS);
        float[] p = {-2, -2};
        state.update(p, new float[] {0, 0}, 1);
        // g = 0.2·(−2) − 0.5
        assertThat(p[0]).isCloseTo(-2 + 0.1f * 0.9f, ROUNDING);
        assertThat(p[1]).isEqualTo(-2);
    }

    @Test
    void l1DoesNotChangeAWeightOf0() {
        OptimizerState state = Sgd.learningRate(0.1).l1(0.5).start(WEIGHT_AND_BIAS);
        float[] p = {0, 0};
        state.update(p, new float[] {0, 0}, 1);
        assertThat(p).containsExactly(0, 0);
    }

    @Test
    void weightDecayHoldsForWeightsButNotForBiases() {
        OptimizerState state = AdamW.learningRate(0.1).weightDecay(0.5).start(WEIGHT_AND_BIAS);
        float[] p = {2, 2};
        state.update(p, new float[] {0, 0}, 1);
        assertThat(p[0]).isCloseTo(1.9f, ROUNDING);
        assertThat(p[1]).isEqualTo(2);
    }

    @Test
    void theFactorScalesTheLearningRate() {
        for (Optimizer optimizer : all()) {
            float[] full = {1};
            float[] half = {1};
            optimizer.start(OptimizerReferenceTest.weights(1)).update(full, new float[] {1e-3f}, 1);
            optimizer.start(OptimizerReferenceTest.weights(1)).update(half, new float[] {1e-3f}, 0.5);
            assertThat(1 - half[0]).as(optimizer.toString()).isCloseTo((1 - full[0]) / 2, within(1e-7f));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRestoredStateContinuesToTheBit(Optimizer optimizer) {
        int size = 37;
        ModelInfo model = OptimizerReferenceTest.weights(size);
        OptimizerState straight = optimizer.start(model);
        float[] p = new float[size];
        for (int step = 0; step < 5; step++) {
            straight.update(p, gradients(size, step), 1);
        }
        OptimizerState resumed = optimizer.start(model);
        resumed.restore(straight.snapshot());
        float[] q = p.clone();
        for (int step = 5; step < 10; step++) {
            straight.update(p, gradients(size, step), 0.9);
            resumed.update(q, gradients(size, step), 0.9);
        }
        assertThat(q).containsExactly(p);
        assertThat(resumed.steps()).isEqualTo(10);
    }

    @Test
    void aSnapshotNeverChanges() {
        float[] given = {1, 2};
        OptimizerSnapshot snapshot = new OptimizerSnapshot(1, Map.of("h", given));
        given[0] = 9;
        snapshot.arrays().get("h")[1] = 9;
        assertThat(snapshot.arrays().get("h")).containsExactly(1, 2);
    }

    private static float[] gradients(int size, int step) {
        float[] g = new float[size];
        for (int i = 0; i < size; i++) {
            g[i] = (float) CountedRandom.normal(CountedRandom.key(1, 2, step), i);
        }
        return g;
    }

    @Test
    void anotherOptimizersSnapshotIsRefused() {
        OptimizerState state = Adam.defaults().start(WEIGHT_AND_BIAS);
        OptimizerSnapshot other = Adagrad.defaults().start(WEIGHT_AND_BIAS).snapshot();
        assertThatThrownBy(() -> state.restore(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the snapshot holds the arrays [h], but this optimizer keeps [m, v]: resume with the"
                        + " optimizer that the training began with");
    }

    @Test
    void aSnapshotOfAnotherNetworkIsRefusedAndChangesNothing() {
        OptimizerState state = Adam.defaults().start(WEIGHT_AND_BIAS);
        state.update(new float[2], new float[] {1, 1}, 1);
        OptimizerSnapshot before = state.snapshot();
        OptimizerSnapshot other = new OptimizerSnapshot(7, Map.of("m", new float[2], "v", new float[3]));
        assertThatThrownBy(() -> state.restore(other))
                .hasMessage(
                        "Line has 2 parameters, but \"v\" of the snapshot holds 3 numbers: it's of another network");
        assertThat(state.steps()).isEqualTo(1);
        assertThat(state.arrays().get("m")).containsExactly(before.arrays().get("m"));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> Sgd.learningRate(0))
                .hasMessage("learningRate 0.0 is not a positive number: try 0.001");
        assertThatThrownBy(() -> Adam.learningRate(Double.NaN)).hasMessageStartingWith("learningRate NaN");
        assertThatThrownBy(() -> Adam.defaults().beta2(1))
                .hasMessage("beta2 1.0 must be at least 0 and below 1: try 0.999");
        assertThatThrownBy(() -> Adam.defaults().epsilon(0)).hasMessageContaining("try 1e-8");
        assertThatThrownBy(() -> Sgd.learningRate(1).l2(-0.1f))
                .hasMessage("l2 -0.1 must be at least 0; 0 turns it off");
    }

    @Test
    void settingsBeyondFloatPrecisionAreRefused() {
        assertThatThrownBy(() -> Adam.defaults().epsilon(1e-60))
                .hasMessage("epsilon 1.0E-60 is 0.0 as a float: try 1e-8");
        assertThatThrownBy(() -> Sgd.learningRate(1e39))
                .hasMessage("learningRate 1.0E39 is Infinity as a float: try 0.001");
        assertThatThrownBy(() -> Sgd.learningRate(1).l1(1e-46))
                .hasMessage("l1 1.0E-46 is 0.0 as a float: use a larger one, or 0 to turn it off");
        assertThatThrownBy(() -> Sgd.learningRate(1).l2(1e39))
                .hasMessage("l2 1.0E39 is Infinity as a float: use a smaller one, or 0 to turn it off");
        assertThatThrownBy(() -> Sgd.learningRate(1).momentum(0.99999999999))
                .hasMessage("momentum 0.99999999999 is 1.0 as a float: try 0.9");
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(Sgd.learningRate(1))
                .hasToString("Sgd[learningRate=1.0, momentum=0.0, l1=0.0, l2=0.0, nesterov=false]");
        assertThat(Adam.defaults())
                .hasToString("Adam[learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8, l1=0.0, l2=0.0]");
        assertThat(AdamW.defaults())
                .hasToString("AdamW[learningRate=0.001, beta1=0.9, beta2=0.999, epsilon=1.0E-8,"
                        + " weightDecay=0.01, l1=0.0, l2=0.0]");
        assertThat(NAdam.defaults())
                .hasToString("NAdam[learningRate=0.002, beta1=0.9, beta2=0.999, epsilon=1.0E-8,"
                        + " momentumDecay=0.004, l1=0.0, l2=0.0]");
        assertThat(RmsProp.defaults())
                .hasToString("RmsProp[learningRate=0.01, rho=0.99, epsilon=1.0E-8, l1=0.0, l2=0.0]");
        assertThat(Adagrad.defaults()).hasToString("Adagrad[learningRate=0.01, epsilon=1.0E-10, l1=0.0, l2=0.0]");
        assertThat(Adadelta.defaults())
                .hasToString("Adadelta[learningRate=1.0, rho=0.9, epsilon=1.0E-6, l1=0.0, l2=0.0]");
    }

    @Test
    void equalSettingsMakeEqualOptimizers() {
        assertThat(Adam.learningRate(0.001).l2(0.1).l2(0))
                .isEqualTo(Adam.defaults())
                .hasSameHashCodeAs(Adam.defaults())
                .isNotEqualTo(Adam.learningRate(0.002));
        Sgd momentum = Sgd.learningRate(0.1).momentum(0.9);
        assertThat(momentum.nesterov()).isNotEqualTo(momentum).isEqualTo(momentum.nesterov());
    }

    @Test
    void nesterovWithoutMomentumIsRefused() {
        String message = "nesterov() without momentum is plain gradient descent: set momentum(0.9) before it";
        assertThatThrownBy(() -> Sgd.learningRate(0.1).nesterov()).hasMessage(message);
        assertThatThrownBy(() -> Sgd.learningRate(0.1).momentum(0.9).nesterov().momentum(0))
                .hasMessage(message);
    }

    @Test
    void onlyMomentumHasAState() {
        assertThat(Sgd.learningRate(0.1).start(WEIGHT_AND_BIAS).arrays()).isEmpty();
        assertThat(Sgd.learningRate(0.1).momentum(0.9).start(WEIGHT_AND_BIAS).arrays())
                .containsOnlyKeys("v");
    }

    @Test
    void aWrongNumberOfGradientsIsRefused() {
        OptimizerState state = Sgd.learningRate(1).start(WEIGHT_AND_BIAS);
        assertThatThrownBy(() -> state.update(new float[2], new float[3], 1))
                .hasMessage("Line has 2 parameters, but 2 parameters and 3 gradients were given");
    }
}
