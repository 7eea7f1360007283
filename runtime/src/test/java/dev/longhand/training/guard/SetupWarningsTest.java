package dev.longhand.training.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.data.Dataset;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import dev.longhand.optimizer.Adam;
import org.junit.jupiter.api.Test;

/** What can hardly be meant in data. */
class SetupWarningsTest {

    @Test
    void inputsThatANormalizationReadsNeedNotBeScaled() {
        Initialization zeros = Initialization.of(Initializer.ZEROS, 0, 1, 1);
        ModelInfo info = ModelInfo.builder("Example", Loss.MEAN_SQUARED_ERROR, 1)
                .layer("norm", "BatchNorm", "a = γ·x̂ + β", 1)
                .unpenalized("gamma", zeros, 1)
                .layer("output", "Dense", "a = tanh(x·W)", 1)
                .parameter("weight", zeros, 1, 1)
                .build();
        Dataset data = Dataset.of(new float[][] {{1000}}, new float[][] {{0.5f}});
        assertThat(SetupWarnings.of(info, Adam.defaults(), data)).isEmpty();
    }

    @Test
    void targetsThatTheOutputsCannotReachAreWarnedOf() {
        Initialization zeros = Initialization.of(Initializer.ZEROS, 0, 1, 1);
        ModelInfo info = ModelInfo.builder("Example", Loss.MEAN_SQUARED_ERROR, 1)
                .layer("out", "Dense", "a = σ(x·W)", 2)
                .parameter("weight", zeros, 1, 2)
                .build();
        Dataset data = Dataset.of(new float[][] {{1}, {0}}, new float[][] {{0.5f, 1}, {0, 7.5f}});
        assertThat(SetupWarnings.of(info, Adam.defaults(), data))
                .containsExactly(
                        "target 1 of sample 1 is 7.5, which layer \"out\" can't reach, since σ gives numbers from 0"
                                + " to 1: scale the targets, or declare activation = IDENTITY");
        assertThat(OutputRange.of("a = relu(x·W + b)")).hasToString("relu gives numbers from 0 on");
        assertThat(OutputRange.of("a = tanh(x)").least()).isEqualTo(-1);
        assertThat(OutputRange.of("a = x·W + b").most()).isInfinite();
        assertThat(OutputRange.of("h = (1 − z)·n + z·h").least()).isInfinite();
    }
}
