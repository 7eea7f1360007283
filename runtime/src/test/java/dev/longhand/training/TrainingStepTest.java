package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.ModelInfo;
import org.junit.jupiter.api.Test;

class TrainingStepTest {

    private static final Initialization ZEROS = Initialization.of(Initializer.ZEROS, 1, 1, 1);

    @Test
    void parametersCountOnceForEachPixelOrStepThatUsesThem() {
        ModelInfo images = ModelInfo.builder("Images", Loss.CROSS_ENTROPY, 28, 28, 1)
                .layer("edges", "Conv2d", "a = x ∗ W + b", 26, 26, 16)
                .parameter("weight", ZEROS, 3, 3, 1, 16)
                .unpenalized("bias", ZEROS, 16)
                .layer("channels", "GlobalAvgPool2d", "a = mean x", 16)
                .layer("digit", "Dense", "a = softmax(x·W + b)", 10)
                .parameter("weight", ZEROS, 16, 10)
                .unpenalized("bias", ZEROS, 10)
                .build();
        assertThat(TrainingStep.multiplyAdds(images)).isEqualTo(26 * 26 * 160 + 170);

        ModelInfo sequences = ModelInfo.builder("Sequences", Loss.MEAN_SQUARED_ERROR, 20, 3)
                .layer("steps", "Rnn", "h = tanh(x·W + h·U + b)", 20, 4)
                .parameter("weight", ZEROS, 3, 4)
                .parameter("recurrent", ZEROS, 4, 4)
                .layer("last", "Rnn", "h = tanh(x·W + h·U + b)", 5)
                .parameter("weight", ZEROS, 4, 5)
                .parameter("recurrent", ZEROS, 5, 5)
                .build();
        assertThat(TrainingStep.multiplyAdds(sequences)).isEqualTo(20 * (12 + 16) + 20 * (20 + 25));
    }
}
