package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossValidationTest {

    /** Sample i has the input i; of the classes 0, 1, 2 and 3 there are 60, 31, 9 and 1, in no order. */
    private static final Dataset UNBALANCED = unbalanced();

    private static Dataset unbalanced() {
        float[][] x = new float[101][];
        int[] labels = new int[101];
        for (int i = 0; i < 101; i++) {
            x[i] = new float[] {i};
            int at = i * 37 % 101;
            labels[i] = at < 60 ? 0 : at < 91 ? 1 : at < 100 ? 2 : 3;
        }
        return Dataset.ofLabels(x, labels, 4);
    }

    private static float[] sorted(float[] values) {
        Arrays.sort(values);
        return values;
    }

    private static void requireDisjointAndComplete(Dataset... parts) {
        float[] all = new float[0];
        for (Dataset part : parts) {
            float[] inputs = part.inputs();
            all = Arrays.copyOf(all, all.length + inputs.length);
            System.arraycopy(inputs, 0, all, all.length - inputs.length, inputs.length);
        }
        assertThat(sorted(all)).isEqualTo(sorted(UNBALANCED.inputs()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.25, 0.5, 0.8, 0.9, 0.99})
    void aStratifiedSplitHasTheShareOfEachClassAndOfAll(double share) {
        Split split = UNBALANCED.stratifiedSplit(share, 3);
        requireDisjointAndComplete(split.first(), split.second());
        assertThat(split.first().size()).isEqualTo((int) Math.round(share * 101));
        for (int c = 0; c < 4; c++) {
            assertThat((double) split.first().classCounts()[c])
                    .isCloseTo(share * UNBALANCED.classCounts()[c], within(1.0));
        }
        assertThat(UNBALANCED.stratifiedSplit(share, 3).first().inputs())
                .isEqualTo(split.first().inputs());
    }

    @Test
    void aStratifiedSplitIsInRandomOrder() {
        Dataset first = UNBALANCED.stratifiedSplit(0.8, 1).first();
        assertThat(first.inputs()).isNotEqualTo(sorted(first.inputs()));
        assertThat(first.inputs())
                .isNotEqualTo(UNBALANCED.stratifiedSplit(0.8, 2).first().inputs());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 101})
    void foldsHoldEachSampleOnce(int k) {
        for (List<Split> folds :
                List.of(CrossValidation.folds(UNBALANCED, k, 4), CrossValidation.stratifiedFolds(UNBALANCED, k, 4))) {
            assertThat(folds).hasSize(k);
            for (Split fold : folds) {
                requireDisjointAndComplete(fold.first(), fold.second());
                assertThat(fold.second().size()).isBetween(101 / k, (101 + k - 1) / k);
            }
            List<Dataset> held = new ArrayList<>();
            folds.forEach(fold -> held.add(fold.second()));
            requireDisjointAndComplete(held.toArray(new Dataset[0]));
        }
    }

    @Test
    void classesAreDealtEvenlyToStratifiedFolds() {
        List<Split> folds = CrossValidation.stratifiedFolds(UNBALANCED, 5, 4);
        for (int c = 0; c < 4; c++) {
            int label = c;
            IntStream counts = folds.stream().mapToInt(fold -> fold.second().classCounts()[label]);
            int[] sorted = counts.sorted().toArray();
            assertThat(sorted[4] - sorted[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void impossiblePartsAreRefused() {
        assertThatThrownBy(() -> CrossValidation.folds(UNBALANCED, 1, 0))
                .hasMessage("can't divide 101 samples into 1 folds: use 2 to 101");
        assertThatThrownBy(() -> CrossValidation.stratifiedFolds(UNBALANCED, 102, 0))
                .hasMessageContaining("102 folds");
        assertThatThrownBy(() -> UNBALANCED.stratifiedSplit(1, 0))
                .hasMessage("a share of 1.0 is not between 0 and 1: use 0.8 for 80 %");
        assertThatThrownBy(() -> UNBALANCED.stratifiedSplit(0.001, 0))
                .hasMessage("can't split 101 samples at a share of 0.001: both parts need at least 1 sample");
        Dataset numbers = Dataset.of(new float[3][2], new float[3][1]);
        assertThatThrownBy(() -> CrossValidation.stratifiedFolds(numbers, 2, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("these samples have targets but no labels");
        assertThatThrownBy(() -> numbers.stratifiedSplit(0.5, 0)).isInstanceOf(IllegalStateException.class);
    }
}
