package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleSource;
import dev.longhand.optimizer.Adam;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTrainingTest {

    private static final int SIZE = 103;
    private static final Dataset CLOUDS = Samples.clouds(SIZE, 4, 3, 5);

    private static TwoLayers model() {
        return TwoLayers.classesWithDropout(4, 8, 3, 0.2f, 1);
    }

    private static Trainer trainer(TwoLayers model) {
        return Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(10)
                .epochs(3)
                .seed(4);
    }

    private static float[] trained(Trainer trainer, TwoLayers model, SampleSource source) throws IOException {
        trainer.fit(source);
        return model.parameters().copy();
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 3", "false, 1", "false, 3"})
    void aTrainingOnASourceGivesTheBitsOfOneInMemory(boolean shuffle, int readers) throws IOException {
        TwoLayers inMemory = model();
        History expected = trainer(inMemory).shuffle(shuffle).fit(CLOUDS);
        for (SampleSource source : List.of(CLOUDS.asSource(), Samples.sequential(CLOUDS))) {
            TwoLayers model = model();
            History history = trainer(model)
                    .shuffle(shuffle)
                    .shuffleWindow(1000)
                    .readers(readers)
                    .fit(source);
            assertThat(model.parameters().copy())
                    .isEqualTo(inMemory.parameters().copy());
            assertThat(history.last().loss()).isEqualTo(expected.last().loss());
            assertThat(history.last().accuracy()).isEqualTo(expected.last().accuracy());
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "20", "50", "102", "103"})
    void bothKindsOfSourcesAndAnyNumberOfThreadsGiveTheSameBits(int window) throws IOException {
        TwoLayers first = model();
        float[] expected = trained(trainer(first).shuffleWindow(window), first, CLOUDS.asSource());
        for (int readers = 1; readers <= 4; readers++) {
            TwoLayers indexed = model();
            assertThat(trained(
                            trainer(indexed)
                                    .shuffleWindow(window)
                                    .readers(readers)
                                    .threads(2),
                            indexed,
                            CLOUDS.asSource()))
                    .isEqualTo(expected);
            TwoLayers sequential = model();
            assertThat(trained(
                            trainer(sequential).shuffleWindow(window).readers(readers),
                            sequential,
                            Samples.sequential(CLOUDS)))
                    .isEqualTo(expected);
        }
    }

    /** A source that changes one number of one sample, or fails at it. */
    private record Damaged(long bad, float value) implements IndexedSource {

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
            return 3;
        }

        @Override
        public long size() {
            return CLOUDS.size();
        }

        @Override
        public String inputName(int index) {
            return "column \"c" + index + "\"";
        }

        @Override
        public void read(long sample, SampleBuffer buffer, int row) throws IOException {
            CLOUDS.asSource().read(sample, buffer, row);
            if (sample == bad) {
                if (value == 0) {
                    throw new IOException("unplugged");
                }
                if (value > 0) {
                    buffer.inputs()[4 * row + 2] = value;
                } else {
                    buffer.targets()[3 * row + 1] = value;
                }
            }
        }
    }

    @Test
    void aNumberThatIsNotFiniteIsNamedBeforeTheStep() {
        TwoLayers model = model();
        float[] before = model.parameters().copy();
        assertThatThrownBy(() -> trainer(model).fit(new Damaged(77, Float.POSITIVE_INFINITY)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("a sample isn't finite in epoch 1, batch ")
                .hasMessageContaining("column \"c2\" of sample 77 of the source is Infinity;")
                .hasMessageEndingWith("Check the data set");
        assertThat(model.parameters().copy()).isEqualTo(before);
    }

    @Test
    void aTargetThatTheLossDoesNotTakeIsNamed() {
        assertThatThrownBy(() -> trainer(model()).fit(new Damaged(77, -2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("target 1 of sample 77 is -2.0, but the loss of Example");
    }

    @Test
    void aSampleThatCannotBeReadEndsTheTrainingAndItsThreads() {
        TwoLayers model = model();
        assertThatThrownBy(() -> trainer(model).readers(3).fit(new Damaged(50, 0)))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
        assertThat(readers()).isEmpty();
        trainer(model).fit(CLOUDS);
    }

    private static Set<String> readers() {
        Set<String> names = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("longhand-reader")) {
                names.add(thread.getName());
            }
        }
        return names;
    }

    @Test
    void aSourceThatEndsEarlyInALaterEpochIsRefused() {
        AtomicInteger opened = new AtomicInteger();
        SampleSource whole = Samples.sequential(CLOUDS);
        Iterable<Sample> shrinking = () -> {
            int count = opened.incrementAndGet() == 4 ? 60 : SIZE;
            Iterator<Sample> samples = Collections.nCopies(count, new Sample(CLOUDS.input(0), CLOUDS.target(0)))
                    .iterator();
            return samples;
        };
        assertThat(whole.size()).isEqualTo(SampleSource.UNKNOWN);
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(shrinking, Shape.of(4), 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("the source ended after 60 of 103 samples: it must give the same samples in each epoch");
    }

    @Test
    void sourcesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(List.of(), Shape.of(5), 3)))
                .hasMessageStartingWith("Example takes inputs of 4 numbers (4), but those of the data set have 5 (5)");
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(List.of(), Shape.of(4), 3)))
                .hasMessage("a training needs at least 1 sample, but the source has 0");
        Sample wrong = new Sample(new float[3], new float[3]);
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(List.of(wrong), Shape.of(4), 3)))
                .hasMessage("the input of sample 0 has 3 numbers, but the source was made for 4");
    }

    @Test
    void anInterruptedTrainingEndsAfterTheBatch() throws IOException {
        Thread.currentThread().interrupt();
        History history = trainer(model()).fit(CLOUDS.asSource());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(history.epochs()).hasSize(0);
        assertThat(readers()).isEmpty();
    }

    @Test
    void aStepOnASourceAllocatesNothingAfterWarmUp() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] least = {Long.MAX_VALUE};
        long[] before = {0};
        Callback measuring = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.batch() % 50 == 0) {
                    long now = threads.getCurrentThreadAllocatedBytes();
                    least[0] = training.batch() > 50 ? Math.min(least[0], now - before[0]) : least[0];
                    before[0] = threads.getCurrentThreadAllocatedBytes();
                }
            }
        };
        Dataset data = Samples.clouds(2000, 4, 3, 5);
        trainer(model()).epochs(200).callback(measuring).fit(data.asSource());
        assertThat(least[0]).isZero();
    }

    @Test
    void aTrainingOnASourceIsResumedFromTheMiddleOfAnEpoch(@TempDir Path folder) throws IOException {
        for (SampleSource source : List.of(CLOUDS.asSource(), Samples.sequential(CLOUDS))) {
            TwoLayers whole = model();
            trainer(whole).shuffleWindow(30).fit(source);
            TwoLayers stopped = model();
            Checkpoints checkpoints =
                    Checkpoints.in(folder.resolve(source.getClass().getSimpleName()));
            Callback stop = new Callback() {
                @Override
                public void onBatchEnd(Training training) {
                    if (training.epoch() == 2 && training.batch() == 5) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
            trainer(stopped)
                    .shuffleWindow(30)
                    .checkpoints(checkpoints)
                    .callback(stop)
                    .fit(source);
            assertThat(Thread.interrupted()).isTrue();
            TwoLayers resumed = model();
            Trainer again = trainer(resumed)
                    .checkpoints(checkpoints)
                    .resume(checkpoints.schedule().folder());
            assertThatThrownBy(() -> again.shuffleWindow(31).fit(source))
                    .hasMessageContaining("shuffleWindow was 30, now it's 31");
            again.shuffleWindow(30).fit(source);
            assertThat(resumed.parameters().copy()).isEqualTo(whole.parameters().copy());
        }
    }

    /** Pixels from 0 to 255 of classes one of which never occurs. */
    private record Pixels() implements IndexedSource {

        @Override
        public Shape inputShape() {
            return Shape.of(4);
        }

        @Override
        public int targetSize() {
            return 3;
        }

        @Override
        public int classes() {
            return 3;
        }

        @Override
        public List<Integer> absentClasses() {
            return List.of(2);
        }

        @Override
        public long size() {
            return 20;
        }

        @Override
        public void read(long sample, SampleBuffer buffer, int row) {
            Arrays.fill(buffer.inputs(), 4 * row, 4 * row + 4, 10 * sample);
            buffer.setLabel(row, (int) sample % 2);
        }
    }

    @Test
    void unscaledInputsAndClassesThatNeverOccurAreWarnings() throws IOException {
        List<String> warnings = trainer(model()).fit(new Pixels()).warnings();
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).startsWith("input 0 is as large as 190.0 in the data set");
        assertThat(warnings.get(1))
                .isEqualTo("of 3 classes these never occur among the training samples, so they can't be learnt: 2");
    }

    @Test
    void onlyExceptionsOfTheSourceAreUnwrapped() {
        Callback failing = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                throw new UncheckedIOException(new IOException("the callback's disk is full"));
            }
        };
        assertThatThrownBy(() -> trainer(model()).callback(failing).fit(CLOUDS.asSource()))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the callback's disk is full");
        Iterable<Sample> samples =
                () -> Collections.nCopies(SIZE, new Sample(CLOUDS.input(0), CLOUDS.target(0))).stream()
                        .peek(sample -> {
                            if (Thread.currentThread().getName().startsWith("longhand-reader")) {
                                throw new UncheckedIOException(new IOException("unplugged"));
                            }
                        })
                        .iterator();
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(samples, Shape.of(4), 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
        Iterable<Sample> none = () -> {
            throw new UncheckedIOException(new IOException("unplugged"));
        };
        assertThatThrownBy(() -> trainer(model()).fit(SampleSource.ofLabels(none, Shape.of(4), 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("unplugged");
    }

    @Test
    void classesThatNeverOccurAreKnownOfDataSetsAndIterables() throws IOException {
        Dataset two = Dataset.ofLabels(new float[][] {{0, 0, 0, 1}, {1, 0, 0, 0}}, new int[] {0, 2}, 3);
        assertThat(two.asSource().absentClasses()).containsExactly(1);
        assertThat(two.subset(1).asSource().absentClasses()).containsExactly(0, 1);
        for (SampleSource source : List.of(two.asSource(), Samples.sequential(two))) {
            assertThat(trainer(model()).fit(source).warnings())
                    .containsExactly(
                            "of 3 classes these never occur among the training samples, so they can't be learnt: 1");
        }
    }
}
