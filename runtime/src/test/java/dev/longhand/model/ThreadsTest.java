package dev.longhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingStep;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @Test
    void tooManyThreadsAreRefused() {
        assertThatThrownBy(() -> Threads.of(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads 2147483647 must be at most 1024: more than the machine's processors don't help");
        Model model = TwoLayers.binary(2, 3, 1);
        assertThatThrownBy(() -> Trainer.of(model).threads(1025))
                .hasMessageStartingWith("threads 1025 must be at most");
        assertThatThrownBy(() -> ParallelPredictor.of(model, 1025)).hasMessageStartingWith("threads 1025 must be at");
        assertThatThrownBy(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1, 1025))
                .hasMessageStartingWith("threads 1025 must be at most");
    }

    @Test
    void aTaskOfASecondThreadIsRefusedAndTheFirstGoesOn() throws InterruptedException {
        try (Threads threads = Threads.of(2)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            AtomicInteger parts = new AtomicInteger();
            Thread first = new Thread(() -> threads.run(thread -> {
                begun.countDown();
                awaitUninterruptedly(end);
                parts.incrementAndGet();
            }));
            first.start();
            begun.await();
            assertThatThrownBy(() -> threads.run(thread -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("these threads are busy with a task of another thread");
            assertThatThrownBy(() -> threads.team().run(member -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("these threads are busy with a job of another thread");
            end.countDown();
            first.join();
            assertThat(parts).hasValue(2);
            threads.run(thread -> parts.incrementAndGet());
            assertThat(parts).hasValue(4);
        }
    }

    private static void awaitUninterruptedly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyElementIsInOneShare(int count) {
        int[] visits = new int[100];
        try (Threads threads = Threads.of(count)) {
            assertThat(threads.count()).isEqualTo(count);
            threads.run(thread -> {
                int end = threads.begin(visits.length, thread + 1);
                for (int i = threads.begin(visits.length, thread); i < end; i++) {
                    visits[i]++;
                }
            });
        }
        assertThat(visits).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anExceptionOfAPartIsThrownToTheCaller(int count) {
        try (Threads threads = Threads.of(count)) {
            assertThatThrownBy(() -> threads.run(thread -> {
                        if (thread == count - 1) {
                            throw new IllegalStateException("part " + thread);
                        }
                    }))
                    .hasMessage("part " + (count - 1));
            int[] ran = new int[count];
            threads.run(thread -> ran[thread]++);
            assertThat(ran).containsOnly(1);
        }
    }
}
