package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.ClassProbabilities;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Metric;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples of sources that count by weights, and validations that are read from sources. */
class WeightedSourceTest {

    private static final Dataset WEIGHTED = weighted(Samples.clouds(307, 4, 3, 5));
    private static final Dataset HELD_OUT = weighted(Samples.clouds(700, 4, 3, 6));

    private static Dataset weighted(Dataset data) {
        float[] weights = new float[data.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 4 * 0.5f;
        }
        return data.withSampleWeights(weights);
    }

    /** The samples one after the other. */
    private static SampleSource sequential(Dataset data) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            samples.add(new Sample(data.input(i), data.target(i)).withWeight(data.weight(i)));
        }
        return SampleSource.ofLabels(samples, data.inputShape(), data.classes());
    }

    private static TwoLayers model() {
        return TwoLayers.classesWithDropout(4, 8, 3, 0.2f, 1);
    }

    private static Trainer trainer(Model model) {
        return Trainer.of(model).batchSize(10).epochs(3).seed(4);
    }

    /** The epochs of a history without their durations. */
    private static List<String> results(History history) {
        return history.epochs().stream()
                .map(epoch -> epoch.toString().replaceAll(", seconds=.*", ""))
                .toList();
    }

    @Test
    void weightsOfASourceTrainAndValidateTheBitsOfThoseInMemory() throws IOException {
        Model inMemory = model();
        History expected = trainer(inMemory).validation(HELD_OUT).fit(WEIGHTED);
        Model plain = model();
        trainer(plain).fit(Samples.clouds(307, 4, 3, 5));
        assertThat(plain.parameters().sha256())
                .isNotEqualTo(inMemory.parameters().sha256());
        for (int readers = 1; readers <= 3; readers += 2) {
            for (List<SampleSource> sources : List.of(
                    List.<SampleSource>of(WEIGHTED.asSource(), HELD_OUT.asSource()),
                    List.of(sequential(WEIGHTED), sequential(HELD_OUT)))) {
                Model model = model();
                History history = trainer(model)
                        .readers(readers)
                        .shuffleWindow(1000)
                        .validation(sources.get(1))
                        .fit(sources.get(0));
                assertThat(model.parameters().sha256())
                        .isEqualTo(inMemory.parameters().sha256());
                assertThat(results(history)).isEqualTo(results(expected));
            }
        }
    }

    @Test
    void weightsOfClassesTrainTheSameBitsOnASource() throws IOException {
        Model inMemory = model();
        trainer(inMemory).classWeights(1, 3, 0.5).fit(WEIGHTED);
        for (SampleSource source : List.of(WEIGHTED.asSource(), sequential(WEIGHTED))) {
            Model model = model();
            trainer(model).classWeights(1, 3, 0.5).shuffleWindow(1000).fit(source);
            assertThat(model.parameters().sha256())
                    .isEqualTo(inMemory.parameters().sha256());
            Model byItself = model();
            trainer(byItself).shuffleWindow(1000).fit(source.withClassWeights(1, 3, 0.5f));
            assertThat(byItself.parameters().sha256())
                    .isEqualTo(inMemory.parameters().sha256());
        }
        Model numbers = TwoLayers.numbers(2, 3, 1, 1);
        assertThatThrownBy(() -> Trainer.of(numbers)
                        .classWeights(1, 2)
                        .fit(Samples.line(5, 1).asSource()))
                .hasMessage("the samples of the source have targets but no labels: weights of classes need classes");
        assertThatThrownBy(() -> WEIGHTED.asSource().withClassWeights(1, 2))
                .hasMessage("2 class weights were given for 3 classes: each needs one");
    }

    @Test
    void weightsOfClassesCountOnceForEachSampleThatIsReadToBeCounted() throws IOException {
        SampleSource source = sequential(Samples.clouds(2_000, 4, 2, 5));
        History history =
                Trainer.of(TwoLayers.classes(4, 8, 2, 1)).classWeights(1, 9).fit(source);
        assertThat(history.last().loss()).isFinite();
    }

    /** The samples before the batch are read and ignored. */
    @Test
    void weightsOfClassesAreReadAgainInTheMiddleOfAnEpoch(@TempDir Path folder) throws IOException {
        SampleSource source = sequential(Samples.clouds(2_000, 4, 2, 5));
        Model whole = TwoLayers.classes(4, 8, 2, 1);
        inOrder(whole).fit(source);
        Callback interruption = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.batch() == 150) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        inOrder(TwoLayers.classes(4, 8, 2, 1))
                .checkpoints(Checkpoints.in(folder))
                .callback(interruption)
                .fit(source);
        assertThat(Thread.interrupted()).isTrue();
        Model resumed = TwoLayers.classes(4, 8, 2, 1);
        inOrder(resumed).resume(folder).fit(source);
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
    }

    private static Trainer inOrder(Model model) {
        return trainer(model).classWeights(1, 9).shuffle(false);
    }

    @Test
    void classWeightsOfADataSetStayWithItsSource() throws IOException {
        Dataset data = WEIGHTED.withClassWeights(1, 3, 0.5f);
        Model inMemory = model();
        trainer(inMemory).fit(data);
        Model model = model();
        trainer(model).fit(data.asSource());
        assertThat(model.parameters().sha256()).isEqualTo(inMemory.parameters().sha256());
        assertThatThrownBy(() -> Dataset.of(data.asSource()))
                .hasMessageStartingWith("sample 1 has a weight in the loss alone");
    }

    @Test
    void metricsOfASourceAreThoseOfTheSamplesInMemory() throws IOException {
        Model model = model();
        Metric metric = Metric.mean("error", (a, t) -> Math.abs(a[0] - t[0]));
        Evaluation expected = Evaluation.of(model, HELD_OUT);
        ClassProbabilities probabilities = ClassProbabilities.of(model, HELD_OUT);
        for (SampleSource source : List.of(HELD_OUT.asSource(), sequential(HELD_OUT))) {
            Evaluation evaluation = Evaluation.of(model, source);
            assertThat(evaluation.loss()).isEqualTo(expected.loss());
            assertThat(evaluation.accuracy()).isEqualTo(expected.accuracy());
            assertThat(evaluation.r2()).isCloseTo(expected.r2(), within(1e-12));
            ClassProbabilities streamed = ClassProbabilities.of(model, source);
            assertThat(streamed.samples()).isEqualTo(probabilities.samples());
            assertThat(streamed.rocAuc()).isEqualTo(probabilities.rocAuc());
            assertThat(streamed.logLoss()).isEqualTo(probabilities.logLoss());
            assertThat(metric.of(model, source)).isEqualTo(metric.of(model, HELD_OUT));
            MetricRecorder inMemory = MetricRecorder.of(metric, HELD_OUT);
            MetricRecorder recorder = MetricRecorder.of(metric, source);
            trainer(model()).callback(inMemory).callback(recorder).fit(WEIGHTED);
            assertThat(recorder.values()).isEqualTo(inMemory.values());
        }
        assertThatThrownBy(() -> ClassProbabilities.of(
                        TwoLayers.numbers(2, 3, 1, 1), Samples.line(5, 1).asSource()))
                .hasMessageContaining("which has no classes: look at Evaluation");
    }

    @Test
    void copiesOfSourcesKeepWeightsAndLengths() throws IOException {
        Dataset copy = Dataset.of(sequential(HELD_OUT));
        for (int i = 0; i < copy.size(); i++) {
            assertThat(copy.weight(i)).isEqualTo(HELD_OUT.weight(i));
        }
        Sample whole = new Sample(new float[6], new float[1]);
        Dataset left = Dataset.of(SampleSource.of(List.of(whole, whole.paddedLeft(2), whole), Shape.of(3, 2), 1));
        assertThat(left).hasToString("3 samples, inputs 3×2, targets 1, of different lengths");
        assertThat(Dataset.of(left.asSource())).hasToString(left.toString());
        assertThatThrownBy(() -> Dataset.of(
                        SampleSource.of(List.of(whole.paddedRight(1), whole.paddedLeft(2)), Shape.of(3, 2), 1)))
                .hasMessage(
                        "the steps of sample 1 are 1 to 2: in a data set all sequences are padded on the same side");
    }

    @Test
    void lengthsAreRefusedByNetworksThatReadAllSteps() {
        Sample sample = Sample.ofLabel(new float[4], 1, 3);
        String message = "the samples have lengths, but Example reads all steps of its samples: declare it with"
                + " @Network(masked = true)";
        for (SampleSource source : List.of(
                SampleSource.ofLabels(List.of(sample, sample.paddedRight(2)), Shape.of(4), 3),
                WEIGHTED.take(2).withLengths(Lengths.paddedLeft(1, 2)).asSource())) {
            Model model = model();
            assertThatThrownBy(() -> trainer(model).fit(source)).hasMessage(message);
            assertThatThrownBy(() -> Evaluation.of(model, source)).hasMessage(message);
            assertThat(model.parameters().sha256())
                    .isEqualTo(model().parameters().sha256());
        }
        assertThatThrownBy(() ->
                        trainer(model()).fit(SampleSource.ofLabels(List.of(sample.paddedRight(5)), Shape.of(4), 3)))
                .hasMessage("the length of sample 0 is 5, but its input has 4 steps: cut the sequence, or pad inputs to"
                        + " more");
        assertThatThrownBy(() ->
                        trainer(model()).fit(SampleSource.ofLabels(List.of(sample.withWeight(-1)), Shape.of(4), 3)))
                .hasMessage("the weight of row 0 is -1.0: a weight is 0 or more, and finite");
    }

    /** A source that is interrupted, as a drive that is unplugged may be, when it's opened for the given time. */
    private static SampleSource interrupted(int time, boolean isInterrupted) {
        IndexedSource source = HELD_OUT.asSource();
        int[] opened = {0};
        return new SampleSource() {
            @Override
            public Shape inputShape() {
                return source.inputShape();
            }

            @Override
            public int targetSize() {
                return source.targetSize();
            }

            @Override
            public int classes() {
                return source.classes();
            }

            @Override
            public long size() {
                return source.size();
            }

            @Override
            public SampleReader open() throws IOException {
                if (++opened[0] == time) {
                    throw isInterrupted ? new InterruptedIOException() : new IOException("unplugged");
                }
                return source.open();
            }
        };
    }

    @Test
    void anInterruptedValidationIsRepeatedWhenTheTrainingIsResumed(@TempDir Path folder) {
        Model whole = model();
        History expected = everything(whole, interrupted(0, true)).fit(WEIGHTED);
        Model stopped = model();
        History first = everything(stopped, interrupted(2, true))
                .checkpoints(Checkpoints.in(folder))
                .fit(WEIGHTED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(first.stopReason()).contains("the thread was interrupted");
        assertThat(first.epochs()).hasSize(2);
        Model resumed = model();
        History history =
                everything(resumed, interrupted(0, true)).resume(folder).fit(WEIGHTED);
        assertThat(results(history)).isEqualTo(results(expected));
        assertThat(resumed.parameters().sha256()).isEqualTo(whole.parameters().sha256());
        assertThatThrownBy(() -> everything(model(), interrupted(2, false)).fit(WEIGHTED))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("unplugged");
    }

    private static Trainer everything(Model model, SampleSource validation) {
        return trainer(model)
                .movingAverage(0.9)
                .validation(validation)
                .callback(ReduceOnPlateau.by(0.5).patience(1).minDelta(1))
                .callback(EarlyStopping.patience(3));
    }

    @Test
    void anotherValidationIsAnotherSetting(@TempDir Path folder) {
        trainer(model())
                .validation(sequential(HELD_OUT))
                .checkpoints(Checkpoints.in(folder))
                .fit(WEIGHTED);
        assertThatThrownBy(() ->
                        trainer(model()).validation(HELD_OUT).resume(folder).fit(WEIGHTED))
                .hasMessageContaining("validation was samples of a source, inputs 4, 3 classes, now it's 700 samples,"
                        + " inputs 4, 3 classes, with weights");
    }
}
