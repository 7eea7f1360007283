package dev.longhand.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.Evaluation;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadSourceTest {

    /** Notes who reads, and what is closed; fails at a sample if there is a failure. */
    private static final class Observed {

        private final Dataset data;
        private final Throwable failure;
        private final int failing;
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        Observed(Dataset data, Throwable failure, int failing) {
            this.data = data;
            this.failure = failure;
            this.failing = failing;
        }

        private void read(long sample, SampleBuffer buffer, int row) throws IOException {
            threads.add(Thread.currentThread());
            if (sample == failing && failure != null) {
                if (failure instanceof IOException e) {
                    throw e;
                }
                if (failure instanceof Error e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            }
            data.asSource().read(sample, buffer, row);
        }

        IndexedSource indexed() {
            return new IndexedSource() {
                @Override
                public Shape inputShape() {
                    return data.inputShape();
                }

                @Override
                public int targetSize() {
                    return data.targetSize();
                }

                @Override
                public int classes() {
                    return data.classes();
                }

                @Override
                public long size() {
                    return data.size();
                }

                @Override
                public void read(long sample, SampleBuffer buffer, int row) throws IOException {
                    Observed.this.read(sample, buffer, row);
                }
            };
        }

        /** Read in order, its size unknown. */
        SampleSource sequential() {
            return new SampleSource() {
                @Override
                public Shape inputShape() {
                    return data.inputShape();
                }

                @Override
                public int targetSize() {
                    return data.targetSize();
                }

                @Override
                public int classes() {
                    return data.classes();
                }

                @Override
                public SampleReader open() {
                    opened.incrementAndGet();
                    return new SampleReader() {
                        private int next;

                        @Override
                        public int read(SampleBuffer buffer, int row, int n) throws IOException {
                            int count = 0;
                            while (count < n && next < data.size()) {
                                Observed.this.read(next++, buffer, row + count++);
                            }
                            return count;
                        }

                        @Override
                        public void close() {
                            closed.incrementAndGet();
                        }
                    };
                }
            };
        }

        List<SampleSource> both() {
            return List.of(indexed(), sequential());
        }

        void assertThatAllIsClosed() {
            assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread());
            assertThat(threads).noneMatch(Thread::isAlive);
            assertThat(closed).hasValue(opened.get());
        }
    }

    private static TwoLayers model() {
        return TwoLayers.classes(4, 5, 3, 1);
    }

    @Test
    void theBitsAreThoseOfTheSource() throws IOException {
        for (int size : new int[] {1, 255, 256, 257, 700}) {
            Dataset data = Samples.clouds(size, 4, 3, 2);
            Evaluation expected = Evaluation.of(model(), data.asSource());
            for (int readers : new int[] {1, 3}) {
                Observed observed = new Observed(data, null, 0);
                for (SampleSource source : observed.both()) {
                    Evaluation read = Evaluation.of(model(), new ReadAheadSource(source, readers));
                    assertThat(read).hasToString(expected.toString());
                    assertThat(read.loss()).isEqualTo(expected.loss());
                }
                observed.assertThatAllIsClosed();
            }
        }
    }

    @Test
    void samplesKeepWeightsAndSteps() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            samples.add(new Sample(new float[] {i, 1, 2, 3}, new float[] {i})
                    .withWeight(i % 3)
                    .paddedRight(1 + i % 4));
        }
        SampleSource source = SampleSource.of(samples, Shape.of(4, 1), 1);
        Dataset expected = Dataset.of(source);
        Dataset read = Dataset.of(new ReadAheadSource(source, 1));
        assertThat(read).hasToString(expected.toString());
        assertThat(read.inputs()).isEqualTo(expected.inputs());
        assertThat(read.targets()).isEqualTo(expected.targets());
        for (int i = 0; i < 300; i++) {
            assertThat(read.weight(i)).isEqualTo(expected.weight(i));
        }
    }

    @Test
    void failuresAreThrownAndAllIsClosed() {
        for (Throwable failure : List.of(
                new IOException("part 7"), new IllegalStateException("row 7 has no label"), new OutOfMemoryError())) {
            Observed observed = new Observed(Samples.clouds(700, 4, 3, 2), failure, 400);
            for (SampleSource source : observed.both()) {
                assertThatThrownBy(() -> Evaluation.of(model(), new ReadAheadSource(source, 2)))
                        .isSameAs(failure);
            }
            observed.assertThatAllIsClosed();
        }
    }

    @Test
    void samplesThatCannotBeEvaluatedCloseAllToo() {
        float[] targets = new float[600];
        Arrays.fill(targets, 2);
        Dataset wrong = Dataset.of(new float[800], Shape.of(4), targets, 3);
        Observed observed = new Observed(wrong, null, 0);
        for (SampleSource source : observed.both()) {
            assertThatThrownBy(() -> Evaluation.of(model(), new ReadAheadSource(source, 2)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        observed.assertThatAllIsClosed();
    }

    @Test
    void aValidationIsReadAheadAndClosedAfterEachEpoch() {
        Dataset data = Samples.clouds(300, 4, 3, 2);
        Observed observed = new Observed(data, null, 0);
        for (SampleSource source : observed.both()) {
            assertThat(Trainer.of(model())
                            .epochs(2)
                            .validation(source)
                            .fit(data)
                            .last()
                            .validationLoss())
                    .isEqualTo(Trainer.of(model())
                            .epochs(2)
                            .validation(data.asSource())
                            .fit(data)
                            .last()
                            .validationLoss());
        }
        observed.assertThatAllIsClosed();
        assertThat(observed.opened).hasValue(2);
        IOException failure = new IOException("part 7");
        Observed failing = new Observed(data, failure, 270);
        for (SampleSource source : failing.both()) {
            assertThatThrownBy(() -> Trainer.of(model()).validation(source).fit(data))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCause(failure);
        }
        failing.assertThatAllIsClosed();
    }
}
