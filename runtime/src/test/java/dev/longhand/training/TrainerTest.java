package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adagrad;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.NAdam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.optimizer.RmsProp;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class TrainerTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    @Test
    void xorIsLearnt() {
        Model model = TwoLayers.binary(2, 8, 3);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.05))
                .batchSize(4)
                .epochs(300)
                .fit(Samples.xor());
        assertThat(Evaluation.of(model, Samples.xor()).accuracy()).isEqualTo(1);
        assertThat(history.last().loss()).isLessThan(0.05);
        assertThat(history.last().accuracy()).isEqualTo(1);
        assertThat(model.predict(0, 1)[0]).isGreaterThan(0.9f);
    }

    @Test
    void regressionIsLearnt() {
        Model model = TwoLayers.numbers(2, 8, 1, 3);
        Dataset line = Samples.line(200, 1);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.02))
                .epochs(60)
                .validation(line)
                .fit(line);
        assertThat(Evaluation.of(model, line).r2()).isGreaterThan(0.99);
        assertThat(history.last().accuracy()).isNaN();
        assertThat(history.last().validationAccuracy()).isNaN();
    }

    @Test
    void aStepIsGradientTimesLearningRate() {
        Model model = TwoLayers.binary(2, 3, 1);
        float[] start = model.parameters().copy();
        float[] slope = NumericalGradient.of(model, Samples.xor());
        Trainer.of(model).optimizer(Sgd.learningRate(0.5)).batchSize(4).fit(Samples.xor());
        for (int i = 0; i < start.length; i++) {
            assertThat(model.parameters().values()[i]).isCloseTo(start[i] - 0.5f * slope[i], within(1e-4f));
        }
    }

    @Test
    void theSameSeedGivesTheSameParametersAndAnotherGivesOthers() {
        String first = train(1, true);
        assertThat(train(1, true)).isEqualTo(first);
        assertThat(train(2, true)).isNotEqualTo(first);
        assertThat(train(1, false)).isNotEqualTo(first);
    }

    private static String train(long seed, boolean shuffle) {
        Model model = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
        Trainer.of(model).seed(seed).shuffle(shuffle).epochs(2).batchSize(16).fit(CLOUDS);
        return model.parameters().sha256();
    }

    @Test
    void everySampleIsSeenOnceAnEpochAndInAnotherOrderInTheNext() {
        Dataset numbered = numbered(10);
        List<List<Float>> seen = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
        Trainer.of(TwoLayers.numbers(1, 1, 1, 1))
                .batchSize(4)
                .epochs(2)
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        int n = training.batch() == 3 ? 2 : 4;
                        for (int i = 0; i < n; i++) {
                            seen.get(training.epoch() - 1)
                                    .add(training.step().workspace().input()[i]);
                        }
                    }
                })
                .fit(numbered);
        Float[] all = {0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f};
        assertThat(seen.get(0)).containsExactlyInAnyOrder(all).doesNotContainSequence(all);
        assertThat(seen.get(1)).containsExactlyInAnyOrder(all).isNotEqualTo(seen.get(0));
    }

    private static Dataset numbered(int n) {
        float[][] x = new float[n][1];
        for (int i = 0; i < n; i++) {
            x[i][0] = i;
        }
        return Dataset.of(x, x);
    }

    @Test
    void theEpochsLossIsTheMeanOverSamplesAlsoWithASmallerLastBatch() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        double expected = Evaluation.of(model, CLOUDS).loss();
        History history = Trainer.of(model)
                .optimizer(Sgd.learningRate(1e-9))
                .batchSize(100)
                .fit(CLOUDS);
        assertThat(history.last().loss()).isCloseTo(expected, within(1e-6));
    }

    @Test
    void validationIsTheEvaluationAfterTheEpoch() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Dataset validation = Samples.clouds(50, 4, 3, 2);
        History history = Trainer.of(model).validation(validation).epochs(2).fit(CLOUDS);
        Evaluation after = Evaluation.of(model, validation);
        assertThat(history.last().validationAccuracy()).isEqualTo(after.accuracy());
        assertThat(history.last().validationLoss()).isCloseTo(after.loss(), within(1e-6));
        assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2);
    }

    @Test
    void validationDoesNotChangeTheTraining() {
        Model with = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
        Model without = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
        Trainer.of(with).epochs(3).validation(CLOUDS).fit(CLOUDS);
        Trainer.of(without).epochs(3).fit(CLOUDS);
        assertThat(with.parameters().sha256()).isEqualTo(without.parameters().sha256());
    }

    @Test
    void aResumedTrainingEndsTheSameToTheBit() {
        for (Optimizer optimizer : List.of(Adam.defaults(), NAdam.defaults())) {
            Model straight = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
            Trainer whole = Trainer.of(straight)
                    .optimizer(optimizer)
                    .epochs(4)
                    .seed(9)
                    .schedule(Schedule.cosine().warmUp(5));
            OptimizerSnapshot[] snapshot = new OptimizerSnapshot[1];
            float[][] parameters = new float[1][];
            whole.callback(new Callback() {
                        @Override
                        public void onEpochEnd(Training training, EpochResult result) {
                            if (result.epoch() == 2) {
                                snapshot[0] = training.step().optimizer().snapshot();
                                parameters[0] = training.model().parameters().copy();
                            }
                        }
                    })
                    .fit(CLOUDS);
            Model resumed = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 99);
            resumed.parameters().set(parameters[0]);
            History history = Trainer.of(resumed)
                    .optimizer(optimizer)
                    .epochs(4)
                    .seed(9)
                    .schedule(Schedule.cosine().warmUp(5))
                    .resumeFrom(2, snapshot[0])
                    .fit(CLOUDS);
            assertThat(resumed.parameters().sha256())
                    .isEqualTo(straight.parameters().sha256());
            assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(3, 4);
        }
    }

    @Test
    void theScheduleSetsTheLearningRateOfEachStep() {
        List<Double> rates = new ArrayList<>();
        Trainer.of(TwoLayers.numbers(1, 1, 1, 1))
                .optimizer(Sgd.learningRate(0.1))
                .batchSize(5)
                .epochs(2)
                .schedule(Schedule.linear())
                .callback(new Callback() {
                    @Override
                    public void onBatchEnd(Training training) {
                        rates.add(training.learningRate());
                    }
                })
                .fit(Dataset.of(new float[10][1], new float[10][1]));
        assertThat(rates).containsExactly(0.1, 0.1 * 0.75, 0.1 * 0.5, 0.1 * 0.25);
    }

    @Test
    void aStepAllocatesNothingAfterWarmUp() {
        for (Model model : List.of(TwoLayers.classes(20, 30, 3, 1), TwoLayers.classesWithDropout(20, 30, 3, 0.5f, 1))) {
            Allocations allocations = new Allocations();
            Trainer.of(model)
                    .optimizer(Adam.defaults().l2(1e-4))
                    .schedule(Schedule.cosine().warmUp(10))
                    .epochs(2_000)
                    .batchSize(10)
                    .callback(allocations)
                    .fit(Samples.clouds(2000, 20, 3, 1));
            assertThat(allocations.inEpoch).isZero();
        }
    }

    /**
     * The bytes allocated from the second batch of an epoch to its last one; stops at the first epoch
     * without any. Vectors are objects until C2 has compiled the kernels, so that takes a few.
     */
    private static final class Allocations implements Callback {

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long before;
        private long inEpoch;

        @Override
        public void onBatchEnd(Training training) {
            if (training.batch() == 2) {
                before = threads.getCurrentThreadAllocatedBytes();
            } else if (training.batch() == training.batches()) {
                inEpoch = threads.getCurrentThreadAllocatedBytes() - before;
            }
        }

        @Override
        public void onEpochEnd(Training training, EpochResult result) {
            if (inEpoch == 0) {
                training.stop("nothing was allocated");
            }
        }
    }

    @Test
    void aTrainingLoopWrittenByHandDoesWhatFitDoes() {
        Model fitted = TwoLayers.binary(2, 3, 1);
        Model stepped = TwoLayers.binary(2, 3, 1);
        Trainer.of(fitted)
                .optimizer(Sgd.learningRate(0.5))
                .batchSize(4)
                .epochs(10)
                .shuffle(false)
                .fit(Samples.xor());
        float loss = 0;
        try (TrainingStep step = TrainingStep.of(stepped, Sgd.learningRate(0.5), 4, 0)) {
            for (int i = 0; i < 10; i++) {
                loss = step.run(Samples.xor().inputs(), Samples.xor().targets());
            }
            assertThat(step.optimizer().steps()).isEqualTo(10);
        }
        assertThat(stepped.parameters().sha256()).isEqualTo(fitted.parameters().sha256());
        assertThat(loss).isPositive();
    }

    @Test
    void aStepOfTheWrongSizeIsRefused() {
        try (TrainingStep step = TrainingStep.of(TwoLayers.binary(2, 3, 1), Sgd.learningRate(0.5), 4, 0)) {
            assertThatThrownBy(() -> step.run(new float[3], new float[1]))
                    .hasMessage(
                            "a step of Example takes 1 to 4 samples of 2 inputs and 1 targets, but x holds 3 numbers"
                                    + " and t 1");
            assertThatThrownBy(() -> step.run(new float[10], new float[5])).hasMessageContaining("1 to 4 samples");
        }
    }

    @Test
    void moreEpochsDoneThanThereAreAreRefused() {
        Model model = TwoLayers.binary(2, 3, 1);
        OptimizerSnapshot done = Adam.defaults().start(model.info()).snapshot();
        assertThatThrownBy(() -> Trainer.of(model).epochs(2).resumeFrom(5, done).fit(Samples.xor()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epochsDone 5 is beyond epochs 2, the number of all epochs: those done and those to come");
        assertThat(Trainer.of(model)
                        .epochs(2)
                        .resumeFrom(2, done)
                        .fit(Samples.xor())
                        .epochs())
                .isEmpty();
    }

    @Test
    void aStepThatFailsToStartReleasesTheModel() {
        Model model = TwoLayers.binary(2, 3, 1);
        assertThatThrownBy(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 1 << 30, 1))
                .hasMessageEndingWith("use a smaller batch");
        TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1).close();
    }

    @Test
    void aClosedStepTrainsNoMore() {
        Model model = TwoLayers.binary(2, 3, 1);
        TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1);
        step.close();
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> step.run(new float[] {0, 1}, new float[] {1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this training of Example is closed: start another one with TrainingStep.of");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void aModelIsTrainedByOneTrainerAtATimeAndReleasedAfterwards() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        try (TrainingClaim claim = model.parameters().claimForTraining()) {
            assertThatThrownBy(() -> Trainer.of(model).fit(CLOUDS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Example is being trained already by thread");
        }
        Callback faulty = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                throw new UnsupportedOperationException("of the user's");
            }
        };
        assertThatThrownBy(() -> Trainer.of(model).callback(faulty).fit(CLOUDS)).hasMessage("of the user's");
        Trainer.of(model).fit(CLOUDS);
    }

    @Test
    void anInterruptionEndsTheTrainingAfterTheBatch() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        int[] batches = new int[1];
        Callback interruption = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                batches[0]++;
                if (training.epoch() == 2 && training.batch() == 3) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        History history = Trainer.of(model)
                .batchSize(10)
                .epochs(40)
                .validation(CLOUDS)
                .callback(interruption)
                .fit(CLOUDS);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(batches[0]).isEqualTo(21 + 3);
        assertThat(history.epochs()).hasSize(2);
        assertThat(history.last().validationLoss()).isNaN();
        assertThat(history.stopReason()).contains("the thread was interrupted");
        Thread.currentThread().interrupt();
        assertThat(Trainer.of(model).fit(CLOUDS).epochs()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Trainer.of(model).fit(CLOUDS).epochs()).hasSize(1);
    }

    @Test
    void aTrainerIsNotChangedByItsMethods() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Trainer trainer = Trainer.of(model);
        trainer.epochs(5);
        assertThat(trainer.fit(CLOUDS).epochs()).hasSize(1);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        Trainer trainer = Trainer.of(TwoLayers.classes(4, 5, 3, 1));
        assertThatThrownBy(() -> trainer.batchSize(0)).hasMessage("batchSize 0 must be at least 1: 32 is usual");
        assertThatThrownBy(() -> trainer.epochs(0)).hasMessage("epochs 0 must be at least 1");
        assertThatThrownBy(() -> trainer.fit(Samples.xor()))
                .hasMessageStartingWith("Example takes inputs of 4 numbers");
        assertThatThrownBy(() -> trainer.validation(Samples.xor())).hasMessageStartingWith("Example takes inputs of 4");
    }

    @Test
    void aLossOfNaNNamesEpochBatchAndLayerAndRestoresTheLastFiniteEpoch() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        float[][] good = new float[1][];
        Callback breakSecondEpoch = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                good[0] = model.parameters().copy();
            }

            @Override
            public void onBatchEnd(Training training) {
                if (training.epoch() == 2 && training.batch() == 3) {
                    model.parameters().layer(1).setWeights(1, Float.NaN, 1);
                }
            }
        };
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(0.1))
                        .epochs(5)
                        .batchSize(10)
                        .callback(breakSecondEpoch)
                        .fit(Samples.line(100, 1)))
                .isInstanceOfSatisfying(TrainingDivergedException.class, e -> {
                    assertThat(e.epoch()).isEqualTo(2);
                    assertThat(e.batch()).isEqualTo(4);
                    assertThat(e.layer()).isEqualTo("output");
                    assertThat(e.history().epochs()).hasSize(1);
                })
                .hasMessage("Example: the loss became NaN in epoch 2, batch 4: weight 1 of layer \"output\" is NaN; its"
                        + " parameters are back at those from the end of epoch 1. Try a lower learning rate than 0.1, and"
                        + " inputs scaled to about −1 to 1");
        assertThat(model.parameters().values()).containsExactly(good[0]);
    }

    @Test
    void aLearningRateFarTooHighEndsWithTheParametersFromBefore() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(1e20))
                        .batchSize(10)
                        .fit(Samples.line(100, 1)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("before the training. Try a lower learning rate than 1.0E20");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void parametersThatOverflowInAnEpochsLastStepAreReportedToo() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        Callback breakAtTheEnd = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.batch() == training.batches()) {
                    model.parameters().layer(0).setBias(0, 0, Float.POSITIVE_INFINITY);
                }
            }
        };
        assertThatThrownBy(() -> Trainer.of(model).callback(breakAtTheEnd).fit(Samples.line(100, 1)))
                .hasMessageContaining("the parameters are no longer finite in epoch 1, batch 4: bias 2 of layer"
                        + " \"hidden\" is Infinity");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void nanInTheDataIsBlamedOnTheData() {
        float[][] x = {{1, 2}, {3, Float.NaN}};
        assertThatThrownBy(() ->
                        Trainer.of(TwoLayers.numbers(2, 3, 1, 1)).shuffle(false).fit(Dataset.of(x, new float[2][1])))
                .isInstanceOfSatisfying(
                        TrainingDivergedException.class,
                        e -> assertThat(e.layer()).isEqualTo("input"))
                .hasMessageContaining("input 1 of sample 1 of the data set is NaN")
                .hasMessageEndingWith("Check the data set");
    }

    @Test
    void divergenceNamesTheSampleOfTheDataSetWhateverTheOrder() {
        float[][] x = new float[100][2];
        x[37][1] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(() -> Trainer.of(TwoLayers.numbers(2, 3, 1, 1))
                        .batchSize(10)
                        .seed(3)
                        .fit(Dataset.of(x, new float[100][1])))
                .hasMessageContaining("input 1 of sample 37 of the data set is Infinity");
        float[][] t = new float[100][1];
        t[61][0] = Float.NaN;
        assertThatThrownBy(() -> Trainer.of(TwoLayers.numbers(2, 3, 1, 1))
                        .batchSize(10)
                        .seed(3)
                        .fit(Dataset.of(new float[100][2], t)))
                .hasMessageContaining("target 0 of sample 61 of the data set is NaN");
    }

    @Test
    void anOptimizersStateThatOverflowsIsDivergence() {
        float[][] x = {{1000, 0}, {0, 1000}};
        float[][] t = {{0}, {1e19f}};
        for (Optimizer optimizer : List.of(
                RmsProp.learningRate(0.01),
                Adagrad.learningRate(0.01),
                Adam.learningRate(0.01),
                AdamW.learningRate(0.01),
                NAdam.learningRate(0.01),
                Adadelta.defaults())) {
            Model model = TwoLayers.numbers(2, 3, 1, 1);
            model.parameters().layer(0).setWeights(new float[6]);
            String before = model.parameters().sha256();
            // The loss and the gradients are finite; the squares of the gradients aren't.
            assertThatThrownBy(() -> Trainer.of(model)
                            .optimizer(optimizer)
                            .batchSize(1)
                            .shuffle(false)
                            .fit(Dataset.of(x, t)))
                    .as(optimizer.getClass().getSimpleName())
                    .isInstanceOf(TrainingDivergedException.class)
                    .hasMessageMatching("(?s).*(optimizer's state is|parameters are) no longer finite in epoch 1.*");
            assertThat(model.parameters().sha256()).isEqualTo(before);
        }
    }

    @Test
    void targetsThatTheLossDoesNotTakeAreRefusedWithTheirSample() {
        for (float target : new float[] {-1, 2, 1e30f, Float.NaN}) {
            Dataset data = Dataset.of(new float[3][2], new float[][] {{0}, {1}, {target}});
            Model model = TwoLayers.binary(2, 3, 1);
            String message = "target 0 of sample 2 is " + target
                    + ", but the loss of Example, BINARY_CROSS_ENTROPY, takes targets from 0 to 1: ";
            assertThatThrownBy(() -> Trainer.of(model).fit(data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message);
            assertThatThrownBy(() -> Evaluation.of(model, data)).hasMessageStartingWith(message);
            assertThatThrownBy(() -> Trainer.of(model).validation(data)).hasMessageStartingWith(message);
            try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 3, 1)) {
                assertThatThrownBy(() -> step.run(data.inputs(), data.targets()))
                        .hasMessageStartingWith(message);
            }
        }
        Dataset classes = Dataset.of(new float[2][4], new float[][] {{0, 1, 0}, {-1, 1, 1}});
        assertThatThrownBy(() -> Trainer.of(TwoLayers.classes(4, 5, 3, 1)).fit(classes))
                .hasMessage("target 0 of sample 1 is -1.0, but the loss of Example, CROSS_ENTROPY, takes targets from 0"
                        + " to 1: write 0 for −1");
    }

    @Test
    void aStepWithoutFiniteLossChangesNothing() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        String before = model.parameters().sha256();
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 1, 0)) {
            assertThat(step.run(new float[] {Float.NaN, 0}, new float[] {0})).isNaN();
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void predictingNeverSeesDropout() {
        Model model = TwoLayers.classesWithDropout(4, 8, 3, 0.5f, 5);
        Trainer.of(model).fit(CLOUDS);
        float[] x = CLOUDS.input(0);
        assertThat(Arrays.equals(model.predict(x), model.predict(x))).isTrue();
    }
}
