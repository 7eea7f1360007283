package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final float[] X = {1, 2, 3};

    @Test
    void targetsAreSideBySide() {
        Targets targets = Targets.classes(new int[] {2, 0, 1}, 3)
                .and(Targets.numbers(7, 8, 9))
                .and(Targets.binary(0, 1, 1))
                .and(Targets.numbers(new float[][] {{1, 2}, {3, 4}, {5, 6}}));
        Dataset data = Dataset.of(X, Shape.of(1), targets);
        assertThat(data.targetSize()).isEqualTo(7);
        assertThat(data.target(0)).containsExactly(0, 0, 1, 7, 0, 1, 2);
        assertThat(data.target(2)).containsExactly(0, 1, 0, 9, 1, 5, 6);
        assertThat(data.hasLabels()).isFalse();
        assertThat(data.targetKind()).isEqualTo(TargetKind.NUMBERS);
    }

    @Test
    void targetsOfADataSetAreReplacedInItsOrder() {
        Dataset labelled = Dataset.ofLabels(X, Shape.of(1), new int[] {0, 1, 1}, 2)
                .withSampleWeights(1, 2, 3)
                .withClassWeights(1, 5);
        Dataset turned = labelled.subset(2, 0).withTargets(Targets.numbers(30, 10));
        assertThat(turned.input(0)).containsExactly(3);
        assertThat(turned.target(0)).containsExactly(30);
        assertThat(turned.target(1)).containsExactly(10);
        assertThat(turned.weight(0)).isEqualTo(3);
        assertThat(turned.hasLabels()).isFalse();
        assertThatThrownBy(() -> labelled.withTargets(Targets.numbers(1, 2)))
                .hasMessage("3 inputs and 2 targets were given: each sample needs one of each");
    }

    @Test
    void targetsOfOtherNumbersOfSamplesAreRefused() {
        assertThatThrownBy(() -> Targets.numbers(1, 2, 3).and(Targets.binary(0, 1)))
                .hasMessage(
                        "the next targets are of 2 samples, those before of 3: each sample needs all of its targets");
        assertThatThrownBy(() -> Targets.binary(0, 2)).hasMessageContaining("label 2 of sample 1 is not a class");
        assertThatThrownBy(() -> Targets.classes(new int[] {3}, 3)).hasMessageContaining("label 3 of sample 0");
    }
}
