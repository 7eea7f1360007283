package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.random.CountedRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixupTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 0.5, 1, 2, 8})
    void weightsHaveTheBetaDistribution(double alpha) {
        Augmentation mixup = Augmentation.mixup(alpha);
        int draws = 40_000;
        double[] moments = new double[5];
        for (int key = 0; key < draws; key++) {
            double weight = mixup.weight(CountedRandom.key(1, 2, key));
            assertThat(weight).isBetween(0.0, 1.0);
            for (int power = 1; power < moments.length; power++) {
                moments[power] += Math.pow(weight, power) / draws;
            }
        }
        // E xᵏ = Π (α + i)/(2α + i), i from 0 to k − 1.
        double expected = 1;
        for (int power = 1; power < moments.length; power++) {
            expected *= (alpha + power - 1) / (2 * alpha + power - 1);
            assertThat(moments[power]).isEqualTo(expected, within(0.01));
        }
    }

    @Test
    void aTinyAlphaHardlyMixes() {
        for (int key = 0; key < 1_000; key++) {
            double weight = Augmentation.mixup(1e-3).weight(CountedRandom.key(1, 2, key));
            assertThat(Math.min(weight, 1 - weight)).isBetween(0.0, 0.5);
        }
    }

    @Test
    void inputsAndTargetsAreMixedAlike() {
        // Sample i is 1 in place i of its inputs and of its targets, so that both show the weights.
        int n = 5;
        float[] x = new float[n * n];
        float[] t = new float[n * n];
        for (int i = 0; i < n; i++) {
            x[i * n + i] = 1;
            t[i * n + i] = 1;
        }
        Augmenter augmenter = Augmenter.of(Augmentation.mixup(1), Shape.of(1, n, 1), 3);
        assertThat(augmenter.mixes()).isTrue();
        augmenter.mix(x, t, n, n, 17);
        assertThat(t).containsExactly(x);
        int shift = -1;
        for (int i = 0; i < n; i++) {
            float sum = 0;
            for (int j = 0; j < n; j++) {
                sum += x[i * n + j];
                if (j != i && x[i * n + j] != 0) {
                    assertThat(shift).isIn(-1, (j - i + n) % n);
                    shift = (j - i + n) % n;
                }
            }
            assertThat(sum).isEqualTo(1, within(1e-6f));
        }
        assertThat(shift).isBetween(1, n - 1);
    }

    @Test
    void everyOtherSampleOfTheBatchMayBeThePartner() {
        Augmenter augmenter = Augmenter.of(Augmentation.mixup(1), Shape.of(1, 1, 1), 3);
        boolean[] partner = new boolean[4];
        for (int batch = 0; batch < 100; batch++) {
            float[] t = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
            augmenter.mix(new float[4], t, 4, 4, batch);
            for (int j = 0; j < 4; j++) {
                partner[j] |= t[j] != 0;
            }
        }
        assertThat(partner).containsOnly(true);
    }

    @Test
    void aBatchOfOneStaysAsItIs() {
        float[] x = {0.3f};
        float[] t = {0.7f};
        Augmenter.of(Augmentation.mixup(1), Shape.of(1, 1), 3).mix(x, t, 1, 1, 5);
        assertThat(x).containsExactly(0.3f);
        assertThat(t).containsExactly(0.7f);
    }

    @Test
    void nothingIsAllocatedAfterTheFirstBatches() {
        Augmenter augmenter =
                Augmenter.of(Augmentation.translate(1).then(Augmentation.mixup(0.2)), Shape.of(3, 4, 1), 3);
        float[] x = new float[12 * 6];
        float[] t = new float[2 * 6];
        assertThat(Images.allocatedBy(batch -> augmenter.mix(x, t, 6, 2, batch)))
                .isZero();
    }

    @Test
    void samplesAreMixedOnce() {
        assertThatThrownBy(() -> Augmentation.mixup(1).then(Augmentation.mixup(1)))
                .hasMessage("samples are mixed once: use one mixup with a larger alpha");
        assertThatThrownBy(() -> Augmentation.mixup(0)).hasMessage("alpha 0.0 of mixup must be above 0: 0.2 is usual");
    }
}
