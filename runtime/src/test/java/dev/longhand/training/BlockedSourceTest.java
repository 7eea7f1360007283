package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.optimizer.Adam;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source that gives nothing for a time without end, as a network drive or a queue may. */
class BlockedSourceTest {

    private static final Dataset CLOUDS = Samples.clouds(103, 4, 3, 5);

    /** Waits for ever at one sample of one epoch: by itself, or read by an index. */
    private static final class Blocked {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final long sample;
        private final int times;
        private final AtomicInteger seen = new AtomicInteger();

        /** Blocks when the sample is read for the given time, counted from 1. */
        Blocked(long sample, int times) {
            this.sample = sample;
            this.times = times;
        }

        void read(long number) throws IOException {
            if (number == sample && seen.incrementAndGet() == times) {
                reached.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }
        }

        IndexedSource indexed() {
            return new IndexedSource() {
                @Override
                public Shape inputShape() {
                    return CLOUDS.inputShape();
                }

                @Override
                public int targetSize() {
                    return CLOUDS.targetSize();
                }

                @Override
                public int classes() {
                    return CLOUDS.classes();
                }

                @Override
                public long size() {
                    return CLOUDS.size();
                }

                @Override
                public void read(long number, SampleBuffer buffer, int row) throws IOException {
                    Blocked.this.read(number);
                    CLOUDS.asSource().read(number, buffer, row);
                }
            };
        }

        SampleSource sequential() {
            IndexedSource indexed = indexed();
            return new SampleSource() {
                @Override
                public Shape inputShape() {
                    return indexed.inputShape();
                }

                @Override
                public int targetSize() {
                    return indexed.targetSize();
                }

                @Override
                public int classes() {
                    return indexed.classes();
                }

                @Override
                public long size() {
                    return indexed.size();
                }

                @Override
                public SampleReader open() throws IOException {
                    return indexed.open();
                }
            };
        }
    }

    private static Trainer trainer(TwoLayers model) {
        return Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(10)
                .epochs(3)
                .shuffleWindow(20)
                .seed(4);
    }

    private static TwoLayers model() {
        return TwoLayers.classesWithDropout(4, 8, 3, 0.2f, 1);
    }

    /** The first 100 samples are read once more, before the training. */
    @ParameterizedTest
    @CsvSource({"55, 2, true", "55, 3, false", "102, 1, false", "0, 2, true"})
    @Timeout(60)
    void anInterruptionEndsTheWaitForASourceWithACheckpoint(
            long sample, int times, boolean isIndexed, @TempDir Path folder) throws Exception {
        TwoLayers whole = model();
        trainer(whole).fit(CLOUDS.asSource());
        Blocked blocked = new Blocked(sample, times);
        Thread training = Thread.currentThread();
        Thread impatient = new Thread(() -> {
            try {
                blocked.reached.await();
                while (training.getState() != Thread.State.WAITING) {
                    Thread.sleep(1);
                }
                training.interrupt();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        impatient.start();
        TwoLayers stopped = model();
        History history = trainer(stopped)
                .checkpoints(Checkpoints.in(folder))
                .fit(isIndexed ? blocked.indexed() : blocked.sequential());
        assertThat(Thread.interrupted()).isTrue();
        impatient.join();
        assertThat(history.stopReason()).contains("the thread was interrupted");
        assertThat(folder).isNotEmptyDirectory();
        TwoLayers resumed = model();
        History again = trainer(resumed).resume(folder).fit(isIndexed ? CLOUDS.asSource() : notIndexed());
        assertThat(again.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2, 3);
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    private static SampleSource notIndexed() {
        return new Blocked(-1, 1).sequential();
    }
}
