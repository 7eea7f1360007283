package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.random.CountedRandom;
import dev.longhand.testing.Echo;
import dev.longhand.testing.TwoLayers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AveragingPredictorTest {

    private static final Shape SHAPE = Shape.of(2, 3, 1);

    private static float[] images(int n) {
        float[] x = new float[n * 6];
        for (int i = 0; i < x.length; i++) {
            x[i] = CountedRandom.uniform(5, i);
        }
        return x;
    }

    @Test
    void theMeanIsOverTheSampleAndItsCopies() {
        // Echo gives its input, so that the outputs are the mean image: 1 of 2 copies is inverted, or 0, or both.
        Echo echo = Echo.numbers(6);
        float[] x = {0, 0.25f, 0.5f, 0.75f, 1, 1};
        float[] y =
                AveragingPredictor.of(echo, Augmentation.invert(1), SHAPE, 1, 1).predict(x);
        assertThat(y).containsExactly(0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f);
        float[] twice =
                AveragingPredictor.of(echo, Augmentation.invert(1), SHAPE, 2, 1).predict(x);
        assertThat(twice[1]).isEqualTo((0.25f + 2 * 0.75f) / 3, within(1e-6f));
    }

    @Test
    void withoutAChangeItIsTheModelsPrediction() {
        TwoLayers model = TwoLayers.classes(6, 5, 3, 1);
        float[] x = images(10);
        float[] y = AveragingPredictor.of(model, Augmentation.translate(0), SHAPE, 1, 1)
                .predict(x);
        assertThat(y).containsExactly(model.predict(x));
    }

    @Test
    void outputsDependNeitherOnOtherSamplesNorOnTheirNumber() {
        TwoLayers model = TwoLayers.classes(6, 5, 3, 1);
        AveragingPredictor predictor = AveragingPredictor.of(model, Augmentation.translate(1), SHAPE, 4, 9);
        float[] x = images(300);
        float[] y = predictor.predict(x);
        for (int i : new int[] {0, 127, 128, 299}) {
            float[] one = predictor.predict(Arrays.copyOfRange(x, i * 6, (i + 1) * 6));
            assertThat(one).containsExactly(Arrays.copyOfRange(y, i * 3, (i + 1) * 3));
        }
        assertThat(AveragingPredictor.of(model, Augmentation.translate(1), SHAPE, 4, 10)
                        .predict(x))
                .isNotEqualTo(y);
    }

    @Test
    void nothingIsAllocatedAfterTheFirstPredictions() {
        AveragingPredictor predictor =
                AveragingPredictor.of(TwoLayers.classes(6, 5, 3, 1), Augmentation.rotate(20), SHAPE, 2, 1);
        float[] x = images(3);
        float[] y = new float[9];
        assertThat(Images.allocatedBy(i -> predictor.predict(x, 3, y))).isZero();
    }

    @Test
    void wrongUseIsRefusedInOneSentence() {
        TwoLayers model = TwoLayers.classes(6, 5, 3, 1);
        Augmentation augmentation = Augmentation.translate(1);
        assertThatThrownBy(() -> AveragingPredictor.of(model, augmentation, 4, 1))
                .hasMessageContaining("images of height × width × channels")
                .hasMessageContaining("shape 6");
        assertThatThrownBy(() -> AveragingPredictor.of(model, augmentation, Shape.of(2, 2), 4, 1))
                .hasMessage("images of 2×2 are 4 numbers, but Example takes inputs of 6 (6)");
        assertThatThrownBy(() -> AveragingPredictor.of(model, augmentation, SHAPE, 0, 1))
                .hasMessage("copies 0 must be at least 1: 8 are usual");
        assertThatThrownBy(() -> AveragingPredictor.of(model, Augmentation.mixup(1), SHAPE, 4, 1))
                .hasMessageContaining("mixup is for training");
        AveragingPredictor predictor = AveragingPredictor.of(model, augmentation, SHAPE, 1, 1);
        assertThatThrownBy(() -> predictor.predict(new float[7])).hasMessageContaining("samples of 6 numbers");
        assertThatThrownBy(() -> predictor.predict(new float[6], 1, new float[2]))
                .hasMessageContaining("1 samples of Example have 6 inputs and 3 outputs");
    }
}
