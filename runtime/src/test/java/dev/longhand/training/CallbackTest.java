package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Metric;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

@Tag("kernels")
class CallbackTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    private final Model model = TwoLayers.classes(4, 5, 3, 1);

    @Test
    void eventsComeInOrder() {
        Callback callback = mock(Callback.class);
        Trainer.of(model).epochs(2).batchSize(30).callback(callback).fit(CLOUDS);
        InOrder order = inOrder(callback);
        order.verify(callback).onTrainingBegin(any());
        for (int epoch = 0; epoch < 2; epoch++) {
            order.verify(callback).onEpochBegin(any());
            order.verify(callback, times(2)).onBatchEnd(any());
            order.verify(callback).onEpochEnd(any(), any());
        }
        order.verify(callback).onTrainingEnd(any());
        order.verifyNoMoreInteractions();
    }

    @Test
    void callbacksAreCalledInTheOrderTheyWereGiven() {
        Callback first = mock(Callback.class);
        Callback second = mock(Callback.class);
        Trainer.of(model).callback(first).callback(second).fit(CLOUDS);
        InOrder order = inOrder(first, second);
        order.verify(first).onEpochEnd(any(), any());
        order.verify(second).onEpochEnd(any(), any());
    }

    @Test
    void aTrainingThatFailsToStartCallsNoCallback() {
        Callback callback = mock(Callback.class);
        assertThatThrownBy(() -> Trainer.of(model).callback(callback).fit(Samples.xor()));
        verifyNoInteractions(callback);
    }

    @Test
    void theProgressIsThatOfTheLastBatch() {
        List<String> progress = new ArrayList<>();
        Trainer.of(model)
                .epochs(2)
                .batchSize(25)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        progress.add(training.epoch() + "/" + training.epochs() + " " + training.batch() + "/"
                                + training.batches() + " " + training.steps());
                    }
                })
                .fit(CLOUDS);
        assertThat(progress)
                .containsExactly("1/2 1/3 1", "1/2 2/3 2", "1/2 3/3 3", "2/2 1/3 4", "2/2 2/3 5", "2/2 3/3 6");
    }

    @Test
    void stopEndsTheEpochAfterTheBatchAndSaysWhy() {
        Callback watcher = mock(Callback.class);
        History history = Trainer.of(model)
                .epochs(5)
                .batchSize(10)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        if (training.epoch() == 2 && training.batch() == 3) {
                            training.stop("enough");
                        }
                    }
                })
                .callback(watcher)
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.stopReason()).contains("enough");
        verify(watcher, times(9)).onBatchEnd(any());
        verify(watcher, times(2)).onEpochEnd(any(), any());
        verify(watcher).onTrainingEnd(any());
    }

    @Test
    void anEpochStoppedBeforeItsFirstBatchIsNotReported() {
        Callback watcher = mock(Callback.class);
        History history = Trainer.of(model)
                .epochs(5)
                .callback(new Callback() {
                    @Override
                    public void onEpochBegin(Training training) {
                        if (training.epoch() == 3) {
                            training.stop("enough");
                        }
                    }
                })
                .callback(watcher)
                .fit(CLOUDS);
        assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2);
        assertThat(history.stopReason()).contains("enough");
        verify(watcher, times(2)).onEpochEnd(any(), any());
        verify(watcher).onTrainingEnd(any());
    }

    /** Makes the validation loss worse from epoch 3 on, by growing parameters. */
    private static Callback spoilFromEpoch(int epoch) {
        return new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.epoch() >= epoch) {
                    float[] p = training.model().parameters().values();
                    for (int i = 0; i < p.length; i++) {
                        p[i] = -2 * p[i] - 0.1f * training.epoch();
                    }
                }
            }
        };
    }

    @Test
    void earlyStoppingWaitsForItsPatienceAndRestoresTheBest() {
        EarlyStopping stopping = EarlyStopping.patience(3);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .epochs(50)
                .validation(CLOUDS)
                .callback(spoilFromEpoch(4))
                .callback(stopping)
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(6);
        assertThat(stopping.bestEpoch()).isEqualTo(3);
        assertThat(history.stopReason()).contains("validation loss has not improved for 3 epochs, since epoch 3");
        assertThat(Evaluation.of(model, CLOUDS).loss())
                .isEqualTo(history.best(Monitor.VALIDATION_LOSS).validationLoss());
    }

    @Test
    void earlyStoppingRestoresTheBestAlsoAtTheEnd() {
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .epochs(4)
                .validation(CLOUDS)
                .callback(spoilFromEpoch(4))
                .callback(EarlyStopping.patience(3))
                .fit(CLOUDS);
        assertThat(history.stopReason()).isEmpty();
        assertThat(Evaluation.of(model, CLOUDS).loss())
                .isEqualTo(history.epochs().get(2).validationLoss());
    }

    @Test
    void earlyStoppingCanBeReused() {
        Trainer trainer = Trainer.of(model)
                .optimizer(Sgd.learningRate(1e-30))
                .epochs(10)
                .validation(CLOUDS)
                .callback(EarlyStopping.patience(2));
        assertThat(trainer.fit(CLOUDS).epochs()).hasSize(3);
        assertThat(trainer.fit(CLOUDS).epochs()).hasSize(3);
    }

    @Test
    void earlyStoppingReportsAMetricOfNaN() {
        Dataset broken = Dataset.ofLabels(new float[][] {{0, Float.NaN, 0, 0}}, new int[] {0}, 3);
        EarlyStopping stopping = EarlyStopping.patience(2);
        History history = Trainer.of(model)
                .epochs(9)
                .validation(broken)
                .callback(stopping)
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.stopReason()).contains("validation loss has been infinite or NaN for 2 epochs");
        assertThat(stopping.bestEpoch()).isZero();
    }

    @Test
    void earlyStoppingWaitsForItsWholePatienceInAResumedTraining() {
        Dataset broken = Dataset.ofLabels(new float[][] {{0, Float.NaN, 0, 0}}, new int[] {0}, 3);
        OptimizerSnapshot fresh = Sgd.learningRate(0.1).start(model.info()).snapshot();
        History history = Trainer.of(model)
                .optimizer(Sgd.learningRate(0.1))
                .epochs(9)
                .resumeFrom(5, fresh)
                .validation(broken)
                .callback(EarlyStopping.patience(2))
                .fit(CLOUDS);
        assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(6, 7);
    }

    @Test
    void smallChangesDoNotCountWithMinDelta() {
        History history = Trainer.of(model)
                .epochs(10)
                .callback(EarlyStopping.patience(2).monitor(Monitor.LOSS).minDelta(1000))
                .fit(CLOUDS);
        assertThat(history.epochs()).hasSize(3);
    }

    @Test
    void aMissingMetricIsRefusedBeforeTraining() {
        assertThatThrownBy(() ->
                        Trainer.of(model).callback(EarlyStopping.patience(1)).fit(CLOUDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EarlyStopping monitors VALIDATION_LOSS, but there is no validation set: give one with"
                        + " validation(…), or monitor LOSS");
        Model line = TwoLayers.numbers(2, 3, 1, 1);
        Callback callback = mock(Callback.class);
        assertThatThrownBy(() -> Trainer.of(line)
                        .callback(BestParameters.restore().monitor(Monitor.ACCURACY))
                        .callback(callback)
                        .fit(Samples.line(10, 1)))
                .hasMessageContaining("which has no accuracy: monitor LOSS");
        verify(callback, never()).onEpochBegin(any());
        assertThatThrownBy(() -> Trainer.of(model)
                        .callback(StopWhen.validationAccuracyReaches(0.9))
                        .fit(CLOUDS))
                .hasMessage("StopWhen monitors VALIDATION_ACCURACY, but there is no validation set: give one with"
                        + " validation(…), or monitor LOSS");
    }

    @Test
    void bestParametersAreThoseOfTheBestEpoch() {
        BestParameters best = BestParameters.restore().monitor(Monitor.VALIDATION_ACCURACY);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .epochs(6)
                .validation(CLOUDS)
                .callback(spoilFromEpoch(5))
                .callback(best)
                .fit(CLOUDS);
        EpochResult expected = history.best(Monitor.VALIDATION_ACCURACY);
        assertThat(best.epoch()).isEqualTo(expected.epoch());
        assertThat(Evaluation.of(model, CLOUDS).accuracy()).isEqualTo(expected.validationAccuracy());
    }

    @Test
    void stopWhenStopsAtTheFirstEpochThatMeetsIt() {
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .epochs(200)
                .callback(StopWhen.accuracyReaches(0.9))
                .fit(CLOUDS);
        assertThat(history.epochs().size()).isBetween(1, 199);
        assertThat(history.last().accuracy()).isGreaterThanOrEqualTo(0.9);
        assertThat(history.stopReason()).contains("the accuracy has reached 0.9");
        assertThat(history.epochs().subList(0, history.epochs().size() - 1)).allMatch(epoch -> epoch.accuracy() < 0.9);
    }

    @Test
    void printEpochsPrintsALineAnEpoch() {
        List<String> lines = new ArrayList<>();
        Trainer.of(model)
                .epochs(10)
                .validation(CLOUDS)
                .callback(PrintEpochs.to(lines::add).every(4))
                .callback(StopWhen.epochMeets("it's 9", epoch -> epoch.epoch() == 9))
                .fit(CLOUDS);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .matches("epoch  1/10  loss \\d\\.\\d{5}  accuracy \\d\\.\\d{4}  validation loss \\d\\.\\d{5}"
                        + "  validation accuracy \\d\\.\\d{4}  \\d+\\.\\d\\d s");
        assertThat(lines.get(2)).startsWith("epoch  8/10");
        assertThat(lines.get(3)).isEqualTo("stopped: it's 9");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> EarlyStopping.patience(0)).hasMessageContaining("use at least 1");
        assertThatThrownBy(() -> EarlyStopping.patience(1).minDelta(-1)).hasMessage("minDelta -1.0 must be at least 0");
        assertThatThrownBy(() -> PrintEpochs.to(System.out).every(0)).hasMessageContaining("use at least 1");
    }

    @Test
    void metricsOfOnesOwnAreRecordedAfterEachEpoch() {
        Model model = TwoLayers.classes(4, 6, 3, 1);
        Dataset data = Samples.clouds(60, 4, 3, 1);
        Metric loss = Metric.mean("loss of class 0", (a, t) -> -t[0] * Math.log(a[0]));
        MetricRecorder recorder = MetricRecorder.of(loss, data);
        Trainer.of(model).epochs(3).callback(recorder).fit(data);
        assertThat(recorder.values()).hasSize(3);
        assertThat(recorder.values()[2]).isEqualTo(loss.of(model, data)).isLessThan(recorder.values()[0]);
        MetricRecorder resumed = MetricRecorder.of(loss, data);
        resumed.restore(recorder.memory());
        assertThat(resumed.values()).isEqualTo(recorder.values());
        assertThat(recorder.toString()).startsWith("MetricRecorder of \"loss of class 0\" on 60 samples");
    }
}
