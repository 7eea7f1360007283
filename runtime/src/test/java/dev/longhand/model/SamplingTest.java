package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Trainer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    private final Model certain = TwoLayers.classes(4, 6, 3, 1);

    @Test
    void samplingKeepsDropoutAndUsesRunningStatistics() {
        Normalized random = new Normalized(4, 6, 3, 0.5f, 1);
        Trainer.of(random).epochs(2).fit(CLOUDS);
        float[] x = CLOUDS.inputs();
        Uncertainty sampled = random.sample(x, 500, 7);
        assertThat(sampled.passes()).isEqualTo(500);
        assertThat(sampled.mean()).hasSize(180);
        float[] predicted = random.predict(x);
        for (int i = 0; i < 180; i++) {
            assertThat(sampled.deviation()[i]).isBetween(0.005f, 0.5f);
            assertThat(sampled.mean()[i]).isCloseTo(predicted[i], within(0.15f));
        }
        assertThat(random.sample(x, 500, 7).deviation()).containsExactly(sampled.deviation());
        assertThat(random.sample(x, 500, 8).mean()).isNotEqualTo(sampled.mean());
        // A sample's outputs don't depend on the other samples of its batch.
        assertThat(random.sample(Arrays.copyOf(x, 4), 500, 7).mean()).containsExactly(Arrays.copyOf(sampled.mean(), 3));
    }

    @Test
    void meanAndDeviationAreThoseOfThePasses() {
        Model random = TwoLayers.classesWithDropout(4, 6, 3, 0.5f, 1);
        float[] x = Arrays.copyOf(CLOUDS.inputs(), 4);
        Uncertainty sampled = random.sample(x, 3, 7);
        double[] y = new double[3];
        Workspace ws = random.workspace(1);
        System.arraycopy(x, 0, ws.input(), 0, 4);
        for (int pass = 0; pass < 3; pass++) {
            ws.beginStep(7, pass);
            random.forwardTraining(ws, 1);
            y[pass] = ws.output()[0];
        }
        double mean = (y[0] + y[1] + y[2]) / 3;
        double squares = Arrays.stream(y).map(it -> (it - mean) * (it - mean)).sum();
        assertThat((double) sampled.mean()[0]).isCloseTo(mean, within(1e-7));
        assertThat((double) sampled.deviation()[0]).isCloseTo(Math.sqrt(squares / 2), within(1e-7));
    }

    @Test
    void withoutRandomLayersTheSpreadIsZero() {
        float[] x = CLOUDS.inputs();
        Uncertainty sampled = certain.sample(x, 2, 1);
        assertThat(sampled.mean()).containsExactly(certain.predict(x));
        assertThat(sampled.deviation()).containsOnly(0);
    }

    @Test
    void samplesOfDifferentBlocksDrawDifferentNumbers() {
        Model random = TwoLayers.classesWithDropout(4, 20, 3, 0.5f, 1);
        float[] x = new float[4 * 300];
        Arrays.fill(x, 0.5f);
        float[] mean = random.sample(x, 2, 1).mean();
        assertThat(mean[0]).isNotEqualTo(mean[3 * 128]);
    }

    @Test
    void wrongSampleSizesAndSinglePassesAreRefused() {
        assertThatThrownBy(() -> certain.sample(new float[5], 10, 1))
                .hasMessage("Example takes samples of 4 numbers (4), but the array holds 5");
        assertThatThrownBy(() -> certain.sample(new float[4], 1, 1))
                .hasMessage("passes 1 must be at least 2 to have a spread: 100 are usual");
    }
}
