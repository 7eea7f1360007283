package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Metric;
import dev.longhand.optimizer.Adam;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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

        SampleSource source(boolean isIndexed) {
            return isIndexed ? indexed() : sequential();
        }

        private IndexedSource indexed() {
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

        private SampleSource sequential() {
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
        Thread impatient = interruptWhen(blocked);
        TwoLayers stopped = model();
        History history = trainer(stopped).checkpoints(Checkpoints.in(folder)).fit(blocked.source(isIndexed));
        assertThat(Thread.interrupted()).isTrue();
        impatient.join();
        assertThat(history.stopReason()).contains("the thread was interrupted");
        assertThat(folder).isNotEmptyDirectory();
        TwoLayers resumed = model();
        History again = trainer(resumed).resume(folder).fit(isIndexed ? CLOUDS.asSource() : notIndexed());
        assertThat(again.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2, 3);
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    /** Interrupts the calling thread while it waits for a source. */
    private static Thread interruptWhen(Blocked source) {
        Thread training = Thread.currentThread();
        Thread impatient = new Thread(() -> {
            try {
                source.reached.await();
                while (training.getState() != Thread.State.WAITING) {
                    Thread.sleep(1);
                }
                training.interrupt();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        impatient.start();
        return impatient;
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    @Timeout(60)
    void anInterruptionEndsTheWaitForHeldOutSamplesWithACheckpoint(
            boolean isMetric, boolean isIndexed, @TempDir Path folder) throws Exception {
        Metric metric = Metric.mean("mean output", (a, t) -> a[0]);
        TwoLayers whole = model();
        MetricRecorder wholeValues = MetricRecorder.of(metric, CLOUDS.asSource());
        History expected = trainer(whole)
                .validation(CLOUDS.asSource())
                .callback(wholeValues)
                .fit(CLOUDS);
        Blocked blocked = new Blocked(40, 2);
        Blocked other = new Blocked(-1, 1);
        MetricRecorder before = MetricRecorder.of(metric, CLOUDS.asSource());
        Thread impatient = interruptWhen(blocked);
        History history = trainer(model())
                .validation((isMetric ? other : blocked).source(isIndexed))
                .callback(before)
                .callback(MetricRecorder.of(metric, (isMetric ? blocked : other).source(isIndexed)))
                .checkpoints(Checkpoints.in(folder))
                .fit(CLOUDS);
        assertThat(Thread.interrupted()).isTrue();
        impatient.join();
        assertThat(history.stopReason()).contains("the thread was interrupted");
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.last().validationLoss()).isNaN();
        TwoLayers resumed = model();
        MetricRecorder values = MetricRecorder.of(metric, CLOUDS.asSource());
        History again = trainer(resumed)
                .validation(CLOUDS.asSource())
                .callback(values)
                .callback(MetricRecorder.of(metric, CLOUDS.asSource()))
                .resume(folder)
                .fit(CLOUDS);
        assertThat(again.epochs())
                .extracting(EpochResult::validationLoss)
                .isEqualTo(expected.epochs().stream()
                        .map(EpochResult::validationLoss)
                        .toList());
        assertThat(values.values()).isEqualTo(wholeValues.values());
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    /** Once a batch is interrupted, a metric isn't measured: a channel can't be read by an interrupted thread. */
    @Test
    void afterAnInterruptionNoMetricIsMeasured() {
        Callback interruption = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.epoch() == 2 && training.batch() == 3) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        MetricRecorder recorder = MetricRecorder.of(Metric.mean("mean output", (a, t) -> a[0]), CLOUDS.asSource());
        trainer(model()).callback(interruption).callback(recorder).fit(CLOUDS);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(recorder.values()).hasSize(2);
        assertThat(recorder.values()[0]).isFinite();
        assertThat(recorder.values()[1]).isNaN();
    }

    private static SampleSource notIndexed() {
        return new Blocked(-1, 1).sequential();
    }
}
