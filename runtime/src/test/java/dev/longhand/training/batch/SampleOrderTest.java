package dev.longhand.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.model.Workspace;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.guard.NotFiniteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which samples are in each batch. */
class SampleOrderTest {

    private static final int SIZE = 103;
    private static final Dataset CLOUDS = Samples.clouds(SIZE, 4, 3, 5);

    @ParameterizedTest
    @CsvSource({"1", "7", "20", "50", "103", "1000"})
    void anEpochHasEverySampleOnceAndNoneOutsideItsWindow(int window) {
        SampleOrder order = new SampleOrder(SIZE, window, true, 3);
        List<List<Long>> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 2; epoch++) {
            order.begin(epoch, 0);
            List<Long> samples = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                samples.add(order.next());
                assertThat(Math.abs(samples.get(i) - i)).isLessThan(window);
            }
            assertThat(new TreeSet<>(samples)).hasSize(SIZE);
            assertThat(Collections.min(samples)).isZero();
            assertThat(Collections.max(samples)).isEqualTo(SIZE - 1);
            epochs.add(samples);
        }
        assertThat(epochs.get(0).equals(epochs.get(1))).isEqualTo(window == 1);
    }

    @Test
    void anEpochBeginsInItsMiddleWithTheSamplesThatFollowThere() throws IOException {
        for (boolean isShuffled : new boolean[] {true, false}) {
            for (SampleSource source : List.of(CLOUDS.asSource(), Samples.sequential(CLOUDS))) {
                BatchSettings settings = new BatchSettings(10, 0, isShuffled, 25, 1, null, null);
                List<float[]> all = new ArrayList<>();
                try (SourceLoader loader = SourceLoader.of(model(), settings, source)) {
                    for (int epoch = 1; epoch <= 2; epoch++) {
                        loader.begin(epoch, 0, 2);
                        for (int batch = 0; batch < 11; batch++) {
                            all.add(inputs(loader));
                        }
                    }
                    for (int from = 21; from >= 0; from--) {
                        loader.begin(1 + from / 11, from % 11, 2);
                        for (int batch = from; batch < 22; batch++) {
                            assertThat(inputs(loader)).isEqualTo(all.get(batch));
                        }
                    }
                }
            }
        }
    }

    private static TwoLayers model() {
        return TwoLayers.classesWithDropout(4, 8, 3, 0.2f, 1);
    }

    private static float[] inputs(SourceLoader loader) {
        Workspace ws = new Workspace(model().info(), 10);
        try {
            int n = loader.load(ws);
            return Arrays.copyOf(ws.input(), 4 * n);
        } catch (NotFiniteException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
