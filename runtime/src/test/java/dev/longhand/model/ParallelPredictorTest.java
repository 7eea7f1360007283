package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class ParallelPredictorTest {

    private final Model model = TwoLayers.classes(100, 20, 3, 1);
    private final float[] x = Samples.clouds(500, 100, 3, 1).inputs();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theBitsDontDependOnTheThreads(int threads) {
        float[] expected = new float[1500];
        for (int i = 0; i < 500; i++) {
            System.arraycopy(model.predict(Arrays.copyOfRange(x, 100 * i, 100 * i + 100)), 0, expected, 3 * i, 3);
        }
        try (ParallelPredictor predictor = ParallelPredictor.of(model, threads)) {
            assertThat(predictor.predict(x)).isEqualTo(expected);
            for (int n : new int[] {1, 2, 3, 5, 128, 129, 499}) {
                float[] y = new float[3 * n];
                predictor.predict(x, n, y);
                assertThat(y).isEqualTo(Arrays.copyOf(expected, 3 * n));
            }
        }
    }

    @Test
    void predictingAllocatesNothingInTheCallingThreadAfterWarmUp() {
        ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] y = new float[1500];
        try (ParallelPredictor predictor = ParallelPredictor.of(model, 2)) {
            long allocated = Long.MAX_VALUE;
            // Vectors are objects until C2 has compiled the kernels, which takes a few rounds.
            for (int round = 0; round < 500 && allocated > 0; round++) {
                long before = bean.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 50; i++) {
                    predictor.predict(x, 500, y);
                }
                allocated = bean.getCurrentThreadAllocatedBytes() - before;
            }
            assertThat(allocated).isZero();
        }
    }

    @Test
    void arraysOfTheWrongSizeAreRefused() {
        try (ParallelPredictor predictor = ParallelPredictor.of(model)) {
            assertThatThrownBy(() -> predictor.predict(new float[7]))
                    .hasMessage("Example takes samples of 100 numbers (100), but the array holds 7");
            assertThatThrownBy(() -> predictor.predict(x, 501, new float[1503]))
                    .hasMessageStartingWith("501 samples of Example have 50100 inputs");
        }
    }
}
