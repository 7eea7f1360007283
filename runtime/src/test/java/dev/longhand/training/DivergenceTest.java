package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class DivergenceTest {

    @Test
    void aLossOfNaNNamesEpochBatchAndLayerAndRestoresTheLastFiniteEpoch() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        float[][] good = new float[1][];
        Callback breakSecondEpoch = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                good[0] = model.parameters().copy();
            }

            @Override
            public void onBatchEnd(Training training) {
                if (training.epoch() == 2 && training.batch() == 3) {
                    model.parameters().layer(1).setWeights(1, Float.NaN, 1);
                }
            }
        };
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(0.1))
                        .epochs(5)
                        .batchSize(10)
                        .callback(breakSecondEpoch)
                        .fit(Samples.line(100, 1)))
                .isInstanceOfSatisfying(TrainingDivergedException.class, e -> {
                    assertThat(e.epoch()).isEqualTo(2);
                    assertThat(e.batch()).isEqualTo(3);
                    assertThat(e.layer()).isEqualTo("output");
                    assertThat(e.history().epochs()).hasSize(1);
                })
                .hasMessage(
                        "Example: a step made parameters infinite or NaN in epoch 2, batch 3: weight 1 of layer \"output\" is NaN; its"
                                + " parameters are back at those from the end of epoch 1. Try a lower learning rate than 0.1, and"
                                + " inputs scaled to about −1 to 1");
        assertThat(model.parameters().values()).containsExactly(good[0]);
    }

    @Test
    void aLearningRateFarTooHighEndsWithTheParametersFromBefore() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(1e20))
                        .batchSize(10)
                        .fit(Samples.line(100, 1)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("before the training. Try a lower learning rate than 1.0E20");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void parametersThatOverflowInAnEpochsLastStepAreReportedToo() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        Callback breakAtTheEnd = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.batch() == training.batches()) {
                    model.parameters().layer(0).setBias(0, 0, Float.POSITIVE_INFINITY);
                }
            }
        };
        assertThatThrownBy(() -> Trainer.of(model).callback(breakAtTheEnd).fit(Samples.line(100, 1)))
                .hasMessageContaining("the parameters are no longer finite in epoch 1, batch 4: bias 2 of layer"
                        + " \"hidden\" is Infinity");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void nanInTheDataIsBlamedOnTheData() {
        float[][] x = {{1, 2}, {3, Float.NaN}};
        assertThatThrownBy(() ->
                        Trainer.of(TwoLayers.numbers(2, 3, 1, 1)).shuffle(false).fit(Dataset.of(x, new float[2][1])))
                .isInstanceOfSatisfying(
                        TrainingDivergedException.class,
                        e -> assertThat(e.layer()).isEqualTo("input"))
                .hasMessageContaining("input 1 of sample 1 of the data set is NaN")
                .hasMessageEndingWith("Check the data set");
    }

    @Test
    void divergenceNamesTheSampleOfTheDataSetWhateverTheOrder() {
        float[][] x = new float[100][2];
        x[37][1] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(() -> Trainer.of(TwoLayers.numbers(2, 3, 1, 1))
                        .batchSize(10)
                        .seed(3)
                        .fit(Dataset.of(x, new float[100][1])))
                .hasMessageContaining("input 1 of sample 37 of the data set is Infinity");
        float[][] t = new float[100][1];
        t[61][0] = Float.NaN;
        assertThatThrownBy(() -> Trainer.of(TwoLayers.numbers(2, 3, 1, 1))
                        .batchSize(10)
                        .seed(3)
                        .fit(Dataset.of(new float[100][2], t)))
                .hasMessageContaining("target 0 of sample 61 of the data set is NaN");
    }

    @Test
    void anOptimizersStateThatOverflowsIsDivergence() {
        float[][] x = {{1000, 0}, {0, 1000}};
        float[][] t = {{0}, {1e19f}};
        for (Optimizer optimizer : List.of(
                RmsProp.learningRate(0.01),
                Adagrad.learningRate(0.01),
                Adam.learningRate(0.01),
                AdamW.learningRate(0.01),
                NAdam.learningRate(0.01),
                Adadelta.defaults())) {
            Model model = TwoLayers.numbers(2, 3, 1, 1);
            model.parameters().layer(0).setWeights(new float[6]);
            String before = model.parameters().sha256();
            // The loss and the gradients are finite; the squares of the gradients aren't.
            assertThatThrownBy(() -> Trainer.of(model)
                            .optimizer(optimizer)
                            .batchSize(1)
                            .shuffle(false)
                            .fit(Dataset.of(x, t)))
                    .as(optimizer.getClass().getSimpleName())
                    .isInstanceOf(TrainingDivergedException.class)
                    .hasMessageMatching("(?s).*(optimizer's state is|parameters are) no longer finite in epoch 1.*");
            assertThat(model.parameters().sha256()).isEqualTo(before);
        }
    }

    @Test
    void aStepWithoutFiniteLossChangesNothing() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 1, 0)) {
            assertThat(step.run(new float[] {Float.NaN, 0}, new float[] {0})).isNaN();
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }
}
