package dev.longhand.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import org.junit.jupiter.api.Test;

/** The penalties of single layers, as they are declared and as a trainer sets them. */
class LayerPenaltyTest {

    private static final Initialization ZEROS = Initialization.of(Initializer.ZEROS, 1, 1, 1);

    /** Three layers of one weight, the middle one with declared penalties and a bias. */
    private static ModelInfo model() {
        return ModelInfo.builder("Example", Loss.MEAN_SQUARED_ERROR, 1)
                .layer("first", "Dense", "a = x·W", 1)
                .parameter("weight", ZEROS, 1, 1)
                .layer("second", "Dense", "a = x·W + b", 1)
                .parameter("weight", ZEROS, 1, 1)
                .unpenalized("bias", ZEROS, 1)
                .l2(0.5f)
                .l1(0)
                .layer("third", "Dense", "a = x·W", 1)
                .parameter("weight", ZEROS, 1, 1)
                .build();
    }

    private static float[] step(LayerRules rules) {
        float[] p = {2, 4, 4, -2};
        OptimizerState state =
                Sgd.learningRate(1).l1(0.125).l2(0.25).start(model());
        state.follow(rules);
        state.update(p, new float[4], 1);
        return p;
    }

    @Test
    void declaredPenaltiesReplaceTheOptimizers() {
        assertThat(step(LayerRules.none())).containsExactly(2 - 0.125f - 0.5f, 4 - 2, 4, -2 + 0.125f + 0.5f);
    }

    @Test
    void theTrainersReplaceBoth() {
        assertThat(step(LayerRules.none().l2("second", 0.25).l1("third", 0)))
                .containsExactly(2 - 0.125f - 0.5f, 4 - 1, 4, -2 + 0.5f);
    }

    @Test
    void frozenLayersAreNotPenalized() {
        assertThat(step(LayerRules.none().freeze("second").freeze("first")))
                .containsExactly(2, 4, 4, -2 + 0.125f + 0.5f);
    }
}
