package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.model.ModelInfo;
import dev.longhand.testing.TwoLayers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    @Test
    void moreNumbersThanAnArrayHoldsAreRefusedWithTheRemedy() {
        float[] row = new float[50_000];
        float[][] rows = new float[50_000][];
        Arrays.fill(rows, row);
        assertThatThrownBy(() -> Dataset.of(rows, new float[50_000][1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the inputs of 50000 samples, 50000 numbers each, are 2500000000 numbers, more than an array"
                                + " can hold: use at most 42949 samples at a time");
        Dataset one = Dataset.of(new float[][] {row}, new float[][] {row});
        Dataset often = one.subset(new int[50_000]);
        assertThatThrownBy(often::inputs).hasMessageStartingWith("the inputs of 50000 samples, 50000 numbers each,");
        assertThatThrownBy(often::targets).hasMessageStartingWith("the targets of 50000 samples, 50000 numbers each,");
        assertThatThrownBy(() -> StandardScaler.fit(one).apply(often))
                .hasMessageContaining("use at most 42949 samples");
        assertThatThrownBy(() -> OneHotEncoder.none().column(0, 0, 1).apply(often))
                .hasMessageStartingWith("the encoded inputs of 50000 samples, 50001 numbers each,");
    }

    private static final Dataset FIVE =
            Dataset.ofLabels(new float[][] {{0, 10}, {1, 11}, {2, 12}, {3, 13}, {4, 14}}, new int[] {0, 1, 2, 0, 1}, 3);

    @Test
    void labelsBecomeOneHotTargets() {
        assertThat(FIVE.target(1)).containsExactly(0, 1, 0);
        assertThat(FIVE.targets()).hasSize(15).startsWith(1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(FIVE.labels()).containsExactly(0, 1, 2, 0, 1);
        assertThat(FIVE.label(2)).isEqualTo(2);
        assertThat(FIVE.classes()).isEqualTo(3);
        assertThat(FIVE).hasToString("5 samples, inputs 2, 3 classes");
    }

    @Test
    void binaryLabelsBecomeOneNumber() {
        Dataset data = Dataset.ofBinaryLabels(new float[][] {{5}, {6}}, new int[] {0, 1});
        assertThat(data.targets()).containsExactly(0, 1);
        assertThat(data.classes()).isEqualTo(2);
    }

    @Test
    void flatArraysKeepTheirShape() {
        Dataset data = Dataset.of(new float[12], Shape.of(2, 3, 1), new float[] {1, 2}, 1);
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.inputShape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(data.hasLabels()).isFalse();
        assertThat(data.labels()).isEmpty();
    }

    @Test
    void laterChangesToTheCallersArraysHaveNoEffect() {
        float[][] x = {{1}};
        int[] labels = {1};
        Dataset data = Dataset.ofLabels(x, labels, 2);
        x[0][0] = 9;
        labels[0] = 0;
        assertThat(data.input(0)).containsExactly(1);
        assertThat(data.label(0)).isEqualTo(1);
    }

    @Test
    void splitPartsShareNoSampleAndLoseNone() {
        Dataset hundred = Dataset.of(column(100), column(100));
        Split split = hundred.split(0.8, 5);
        assertThat(split.first().size()).isEqualTo(80);
        assertThat(split.second().size()).isEqualTo(20);
        float[] all = new float[100];
        System.arraycopy(split.first().inputs(), 0, all, 0, 80);
        System.arraycopy(split.second().inputs(), 0, all, 80, 20);
        Arrays.sort(all);
        assertThat(all).containsExactly(hundred.inputs());
    }

    @Test
    void splitAtKeepsTheOrder() {
        Split split = FIVE.splitAt(3);
        assertThat(split.first().labels()).containsExactly(0, 1, 2);
        assertThat(split.second().labels()).containsExactly(0, 1);
        assertThat(split.second().input(0)).containsExactly(3, 13);
    }

    @Test
    void theSameSeedShufflesTheSameWay() {
        Dataset hundred = Dataset.of(column(100), column(100));
        assertThat(hundred.shuffle(3).inputs())
                .containsExactly(hundred.shuffle(3).inputs());
        assertThat(hundred.shuffle(3).inputs()).isNotEqualTo(hundred.shuffle(4).inputs());
        assertThat(hundred.shuffle(3).inputs()).containsExactlyInAnyOrder(hundred.inputs());
    }

    @Test
    void allOrdersOfThreeAreEquallyLikely() {
        int[] counts = new int[27];
        Dataset three = Dataset.of(column(3), column(3));
        for (int seed = 0; seed < 6000; seed++) {
            float[] x = three.shuffle(seed).inputs();
            counts[(int) (9 * x[0] + 3 * x[1] + x[2])]++;
        }
        assertThat(IntStream.of(counts).filter(count -> count > 0)).hasSize(6).allMatch(n -> n > 880 && n < 1120);
    }

    @Test
    void inputsStayWithTheirTargets() {
        Dataset shuffled = FIVE.shuffle(1).subset(4, 0, 0).take(2);
        for (int i = 0; i < shuffled.size(); i++) {
            int original = (int) shuffled.input(i)[0];
            assertThat(shuffled.label(i)).isEqualTo(FIVE.label(original));
            assertThat(shuffled.target(i)).containsExactly(FIVE.target(original));
        }
    }

    @Test
    void gatherWritesABatchInTheOrderGiven() {
        float[] x = new float[4];
        float[] t = new float[6];
        FIVE.gather(new int[] {9, 4, 2}, 1, 2, x, t);
        assertThat(x).containsExactly(4, 14, 2, 12);
        assertThat(t).containsExactly(0, 1, 0, 0, 0, 1);
    }

    @Test
    void badSamplesAreRefusedByNumber() {
        assertThatThrownBy(() -> Dataset.ofLabels(new float[][] {{1}, {2}}, new int[] {0, 3}, 3))
                .hasMessage("label 3 of sample 1 is not a class: with 3 classes, labels run from 0 to 2");
        assertThatThrownBy(() -> Dataset.ofBinaryLabels(new float[][] {{1}}, new int[] {-1}))
                .hasMessageContaining("label -1 of sample 0");
        assertThatThrownBy(() -> Dataset.ofLabels(new float[][] {{1}}, new int[] {0}, 1))
                .hasMessage("classes = 1: there must be at least 2");
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1, 2}, {3}}, new float[2][1]))
                .hasMessage("input 1 has 1 numbers, but input 0 has 2: all must have the same number");
        assertThatThrownBy(() -> Dataset.of(new float[2][1], new float[3][1]))
                .hasMessage("2 inputs and 3 targets were given: each sample needs one of each");
        assertThatThrownBy(() -> Dataset.of(new float[0][1], new float[0][1]))
                .hasMessageContaining("at least 1 sample");
        assertThatThrownBy(() -> Dataset.of(new float[5], Shape.of(2), new float[2], 1))
                .hasMessage("5 numbers of inputs can't be split into samples of 2 numbers");
    }

    @Test
    void impossiblePartsAreRefused() {
        assertThatThrownBy(() -> FIVE.take(6)).hasMessage("can't take 6 of 5 samples: take 1 to 5");
        assertThatThrownBy(() -> FIVE.subset(5)).hasMessageContaining("there is no sample 5");
        assertThatThrownBy(() -> FIVE.splitAt(5)).hasMessageContaining("both parts need at least 1 sample");
        assertThatThrownBy(() -> FIVE.split(80, 1))
                .hasMessage("a share of 80.0 is not between 0 and 1: use 0.8 for 80 %");
    }

    @Test
    void aNetworkThatDoesNotFitIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> FIVE.requireFits(TwoLayers.classes(4, 2, 3, 1).info()))
                .hasMessage("Example takes inputs of 4 numbers (4), but those of the data set have 2 (2)");
        assertThatThrownBy(() -> FIVE.requireFits(TwoLayers.classes(2, 2, 5, 1).info()))
                .hasMessage("Example has 5 outputs, but a target of the data set has 3 numbers: a network for its 3"
                        + " classes needs 3 outputs");
        Dataset two = Dataset.ofLabels(new float[1][2], new int[] {1}, 2);
        assertThatThrownBy(() -> two.requireFits(TwoLayers.binary(2, 2, 1).info()))
                .hasMessage("Example has 1 output, but a target of the data set has 2 numbers: make it with"
                        + " Dataset.ofBinaryLabels");
    }

    @Test
    void imagesInAnotherOrderThanTheNetworksAreRefused() {
        ModelInfo network = ModelInfo.builder("Photos", Loss.MEAN_SQUARED_ERROR, 2, 2, 3)
                .layer("output", "Dense", "a = x·W + b", 1)
                .build();
        assertThatThrownBy(() -> images(3, 2, 2).requireFits(network))
                .hasMessage("Photos takes inputs of shape 2×2×3, but those of the data set have the shape 3×2×2: put"
                        + " their numbers into the order 2×2×3, the last index fastest, and make the data set with that"
                        + " shape");
        images(2, 2, 3).requireFits(network);
        images(12).requireFits(network);
        images(2, 1, 2, 3).requireFits(network);
    }

    private static Dataset images(int... shape) {
        return Dataset.of(new float[12], Shape.of(shape), new float[1], 1);
    }

    private static float[][] column(int n) {
        float[][] column = new float[n][1];
        for (int i = 0; i < n; i++) {
            column[i][0] = i;
        }
        return column;
    }

    @Test
    void namesOfInputsStayWithPartsAndScaledCopies() {
        Dataset data = Dataset.of(new float[][] {{1, 2}, {3, 4}, {5, 7}}, new float[3][1]);
        assertThat(data.inputName(1)).isEqualTo("input 1");
        Dataset named = data.withInputNames(List.of("age", "size"));
        assertThat(named.inputName(1)).isEqualTo("size");
        assertThat(named.shuffle(1).take(2).inputName(0)).isEqualTo("age");
        assertThat(StandardScaler.fit(named).apply(named.subset(2, 1)).inputName(1))
                .isEqualTo("size");
        assertThat(named.asSource().inputName(1)).isEqualTo("size");
        assertThatThrownBy(() -> data.withInputNames(List.of("age")))
                .hasMessage("1 names were given for inputs of 2 numbers: each number needs one");
    }
}
