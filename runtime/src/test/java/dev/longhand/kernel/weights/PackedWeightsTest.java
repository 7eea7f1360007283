package dev.longhand.kernel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.testing.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PackedWeightsTest {

    @Test
    void manyBlocksAreFoundAgain() {
        float[] p = Numbers.normal(200_000, 1, 1);
        PackedWeights packed = new PackedWeights(p);
        List<float[][]> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(packed.rows(100 * i, 30, 3, 20));
            PackedWeights.Block strip = packed.strip(100 * i, 30, 3, 20);
            for (int row = 0; row < 3; row++) {
                int at = 100 * i + 30 * row;
                assertThat(rows.get(i)[row]).isEqualTo(Arrays.copyOfRange(p, at, at + 20));
                int from = strip.from() + 20 * row;
                assertThat(Arrays.copyOfRange(strip.values(), from, from + 20)).isEqualTo(rows.get(i)[row]);
            }
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(packed.rows(100 * i, 30, 3, 20)).isSameAs(rows.get(i));
        }
    }

    @Test
    void threadsThatNeedABlockAtOnceGetOneCopy() throws Exception {
        int count = 16;
        float[] p = Numbers.normal(200_000, 1, 1);
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            for (int round = 0; round < 50; round++) {
                PackedWeights packed = new PackedWeights(p);
                CountDownLatch ready = new CountDownLatch(count);
                List<Future<float[][]>> copies = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    copies.add(threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return packed.rows(10, 100, 300, 100);
                    }));
                }
                for (Future<float[][]> copy : copies) {
                    assertThat(copy.get()).isSameAs(copies.get(0).get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void stripsOfLargeModelsAreAlignedAndThoseOfSmallOnesShort() {
        float[] large = Numbers.normal(100_000, 1, 1);
        PackedWeights ofLarge = new PackedWeights(large);
        PackedWeights.Block first = ofLarge.strip(0, 100, 3, 17);
        PackedWeights.Block second = ofLarge.strip(17, 100, 3, 17);
        assertThat(first.from() % 16).isEqualTo(12);
        assertThat(second.from() % 16).isEqualTo(12);
        assertThat(second.values()).isSameAs(first.values());
        assertThat(new PackedWeights(Numbers.normal(300, 1, 1))
                        .strip(0, 100, 3, 17)
                        .values())
                .hasSize(51);
    }

    @Test
    void otherArraysAreNotShared() {
        float[] p = Numbers.normal(100, 1, 1);
        WeightSource source = new WeightSource();
        assertThat(source.of(p)).isNull();
        PackedWeights packed = new PackedWeights(p);
        source.share(packed);
        assertThat(source.of(p)).isSameAs(packed);
        assertThat(source.of(p.clone())).isNull();
        source.share(null);
        assertThat(source.of(p)).isNull();
    }
}
