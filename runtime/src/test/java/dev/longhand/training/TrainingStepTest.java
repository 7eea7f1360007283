package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("kernels")
class TrainingStepTest {

    private static final Initialization ZEROS = Initialization.of(Initializer.ZEROS, 1, 1, 1);

    @Test
    void parametersCountOnceForEachPixelOrStepThatUsesThem() {
        ModelInfo images = ModelInfo.builder("Images", Loss.CROSS_ENTROPY, 28, 28, 1)
                .layer("edges", "Conv2d", "a = x ∗ W + b", 26, 26, 16)
                .parameter("weight", ZEROS, 3, 3, 1, 16)
                .unpenalized("bias", ZEROS, 16)
                .layer("channels", "GlobalAvgPool2d", "a = mean x", 16)
                .layer("digit", "Dense", "a = softmax(x·W + b)", 10)
                .parameter("weight", ZEROS, 16, 10)
                .unpenalized("bias", ZEROS, 10)
                .build();
        assertThat(TrainingStep.multiplyAdds(images)).isEqualTo(26 * 26 * 160 + 170);

        ModelInfo sequences = ModelInfo.builder("Sequences", Loss.MEAN_SQUARED_ERROR, 20, 3)
                .layer("steps", "Rnn", "h = tanh(x·W + h·U + b)", 20, 4)
                .parameter("weight", ZEROS, 3, 4)
                .parameter("recurrent", ZEROS, 4, 4)
                .layer("last", "Rnn", "h = tanh(x·W + h·U + b)", 5)
                .parameter("weight", ZEROS, 4, 5)
                .parameter("recurrent", ZEROS, 5, 5)
                .build();
        assertThat(TrainingStep.multiplyAdds(sequences)).isEqualTo(20 * (12 + 16) + 20 * (20 + 25));
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

    /** A model that does something in the middle of each step. */
    private record Observed(TwoLayers model, Runnable action) implements Model {

        @Override
        public Parameters parameters() {
            return model.parameters();
        }

        @Override
        public Predictor predictor() {
            return model.predictor();
        }

        @Override
        public void forward(Workspace ws, int n) {
            model.forward(ws, n);
        }

        @Override
        public float loss(Workspace ws, int n) {
            return model.loss(ws, n);
        }

        @Override
        public float backward(Workspace ws, int n) {
            action.run();
            return model.backward(ws, n);
        }
    }

    @Test
    @Timeout(60)
    void closingWaitsForTheStepOfAnotherThread() throws Exception {
        TwoLayers model = TwoLayers.binary(2, 3, 1);
        CountDownLatch entered = new CountDownLatch(1);
        CompletableFuture<Void> released = new CompletableFuture<>();
        Model waiting = new Observed(model, () -> {
            entered.countDown();
            released.join();
        });
        TrainingStep step = TrainingStep.of(waiting, Sgd.learningRate(0.1), 1, 1, 2);
        CompletableFuture<Float> loss =
                CompletableFuture.supplyAsync(() -> step.run(new float[] {0, 1}, new float[] {1}));
        entered.await();
        Thread closing = new Thread(step::close);
        closing.start();
        while (closing.getState() == Thread.State.RUNNABLE || closing.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        assertThat(closing.getState()).isEqualTo(Thread.State.WAITING);
        assertThatThrownBy(() -> TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1))
                .isInstanceOf(IllegalStateException.class);
        String before = model.parameters().sha256();
        released.complete(null);
        closing.join();
        assertThat(loss.get()).isFinite();
        assertThat(model.parameters().sha256()).isNotEqualTo(before);
        TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1).close();
    }

    /** Closing waits for a running step, so a step that closed its own training would never end. */
    @Test
    void closingWithinAStepIsRefused() {
        TwoLayers model = TwoLayers.binary(2, 3, 1);
        TrainingStep[] step = new TrainingStep[1];
        Model closing = new Observed(model, () -> step[0].close());
        step[0] = TrainingStep.of(closing, Sgd.learningRate(0.1), 1, 1);
        assertThatThrownBy(() -> step[0].run(new float[] {0, 1}, new float[] {1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a step of Example is running: close its training after it");
        step[0].close();
        TrainingStep.of(model, Sgd.learningRate(0.1), 1, 1).close();
    }
}
