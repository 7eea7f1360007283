package dev.longhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalersTest {

    private static final Dataset TRAIN =
            Dataset.ofLabels(new float[][] {{1, 7, -2}, {3, 7, 0}, {5, 7, 2}}, new int[] {0, 1, 1}, 2);

    @Test
    void minMaxScalesToZeroToOneByTheTrainingData() {
        MinMaxScaler scaler = MinMaxScaler.fit(TRAIN);
        assertThat(scaler.apply(TRAIN).inputs()).containsExactly(0, 0, 0, 0.5f, 0, 0.5f, 1, 0, 1);
        assertThat(scaler.apply(new float[] {7, 7, -4})).containsExactly(1.5f, 0, -0.5f);
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOne() {
        float[] scaled = StandardScaler.fit(TRAIN).apply(TRAIN).inputs();
        float d = (float) (2 / Math.sqrt(8.0 / 3));
        assertThat(scaled).containsExactly(new float[] {-d, 0, -d, 0, 0, 0, d, 0, d}, within(1e-6f));
    }

    @Test
    void zScoresSurviveALargeMean() {
        Dataset far = Dataset.of(new float[][] {{1_000_000}, {1_000_001}}, new float[2][1]);
        assertThat(StandardScaler.fit(far).apply(far).inputs()).containsExactly(-1, 1);
    }

    @Test
    void targetsAndLabelsAreKept() {
        Dataset scaled = MinMaxScaler.fit(TRAIN).apply(TRAIN.subset(2, 0));
        assertThat(scaled.labels()).containsExactly(1, 0);
        assertThat(scaled.targets()).containsExactly(0, 1, 1, 0);
        assertThat(scaled.inputs()).containsExactly(1, 0, 1, 0, 0, 0);
    }

    @Test
    void inputsOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> MinMaxScaler.fit(TRAIN).apply(Dataset.of(new float[1][2], new float[1][1])))
                .hasMessage("the scaler was fitted on inputs of 3 numbers, but those of the data set have 2");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefusedWithItsRowAndColumn(float bad) {
        Dataset data = Dataset.of(new float[][] {{1, 2}, {3, bad}, {5, 6}}, new float[3][1]);
        Dataset good = data.subset(0, 2);
        String message =
                "column 1 of sample 1 is " + bad + ", both counted from 0: replace it, or leave the sample out";
        assertThatThrownBy(() -> StandardScaler.fit(data)).hasMessage(message);
        assertThatThrownBy(() -> MinMaxScaler.fit(data)).hasMessage(message);
        assertThatThrownBy(() -> StandardScaler.fit(good).apply(data)).hasMessage(message);
        assertThatThrownBy(() -> MinMaxScaler.fit(good).apply(data)).hasMessage(message);
        assertThatThrownBy(() -> MinMaxScaler.fit(good).apply(3, 4, 5, bad)).hasMessage(message);
    }

    @Test
    void whatWouldBecomeInfiniteIsRefused() {
        Dataset narrow = Dataset.of(new float[][] {{0}, {1e-30f}}, new float[2][1]);
        assertThatThrownBy(() -> MinMaxScaler.fit(narrow).apply(0, 1e30f))
                .hasMessage("column 0 of sample 1 is 1.0E30, which is too far from the data that the scaler was fitted"
                        + " on: scaled it would be Infinity");
        Dataset wide = Dataset.of(new float[][] {{-Float.MAX_VALUE}, {Float.MAX_VALUE}}, new float[2][1]);
        assertThat(StandardScaler.fit(wide).apply(wide).inputs()).containsExactly(-1, 1);
    }

    @Test
    void theNotesPatientBecomesNineNumbers() {
        OneHotEncoder encoder = OneHotEncoder.none().column(3, 1, 2).column(4, 1, 2, 3, 4);
        assertThat(encoder.apply(1.755f, 65.5f, 122, 1, 3)).containsExactly(1.755f, 65.5f, 122, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void categoriesAreFoundInTheTrainingData() {
        Dataset data = Dataset.of(new float[][] {{2, 30}, {1, 10}, {2, 20}}, new float[3][1]);
        Dataset encoded = OneHotEncoder.fit(data, 1).apply(data);
        assertThat(encoded.inputShape()).isEqualTo(Shape.of(4));
        assertThat(encoded.inputs()).containsExactly(2, 0, 0, 1, 1, 1, 0, 0, 2, 0, 1, 0);
    }

    @Test
    void bothZerosAreOneCategory() {
        Dataset data = Dataset.of(new float[][] {{0f}, {-0f}, {1}}, new float[3][1]);
        assertThat(OneHotEncoder.fit(data, 0).apply(data).inputs()).containsExactly(1, 0, 1, 0, 0, 1);
    }

    @Test
    void categoriesThatNoValueCanHaveAreRefused() {
        assertThatThrownBy(() -> OneHotEncoder.none().column(3, 1, 2, 1))
                .hasMessage("column 3 has the category 1.0 twice");
        Dataset missing = Dataset.of(new float[][] {{1}, {Float.NaN}}, new float[2][1]);
        assertThatThrownBy(() -> OneHotEncoder.fit(missing, 0))
                .hasMessage("column 0 of sample 1 is NaN, both counted from 0: replace it, or leave the sample out");
        assertThatThrownBy(() -> OneHotEncoder.none().column(2, 1, Float.NEGATIVE_INFINITY))
                .hasMessage("column 2 can't have the category -Infinity, which is no number: replace missing values"
                        + " first");
        Dataset unknown = Dataset.of(new float[][] {{1}, {Float.NaN}}, new float[2][1]);
        assertThatThrownBy(() -> OneHotEncoder.none().column(0, 1).apply(unknown))
                .hasMessage("column 0 of sample 1 has the value NaN, which isn't among its 1 categories");
    }

    @Test
    void anUnknownCategoryIsRefused() {
        OneHotEncoder encoder = OneHotEncoder.none().column(0, 1, 2);
        assertThatThrownBy(() -> encoder.apply(3))
                .hasMessage("column 0 has the value 3.0, which isn't among its 2 categories");
        assertThatThrownBy(() -> encoder.column(0, 1)).hasMessage("column 0 has its categories already");
        assertThatThrownBy(() -> OneHotEncoder.none().column(2, 1).apply(1, 2))
                .hasMessageContaining("there is no column 2 in an input of 2 numbers");
    }
}
