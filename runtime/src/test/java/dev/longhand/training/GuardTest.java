package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adadelta;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers that aren't finite, and settings and data that can hardly be meant. */
@Tag("kernels")
class GuardTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    /** A network whose backward pass spoils one gradient in one of its passes. */
    private static final class Faulty implements Model {

        private final Model model = TwoLayers.classes(4, 5, 3, 1);
        private final int gradient;
        private final float value;
        private int passes;

        Faulty(int gradient, float value, int passes) {
            this.gradient = gradient;
            this.value = value;
            this.passes = passes;
        }

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
            float loss = model.backward(ws, n);
            if (--passes == 0) {
                ws.gradients()[gradient] = value;
            }
            return loss;
        }
    }

    @Test
    void aGradientThatIsNotFiniteIsFoundAndItsEpochUndone() {
        double none = Double.POSITIVE_INFINITY;
        String gradient = "a gradient isn't finite in epoch 2, batch 3: the gradient of bias 2 of layer \"hidden\" is ";
        requireFound(Float.NaN, 1, 10, gradient + "NaN");
        requireFound(Float.NEGATIVE_INFINITY, 1, 10, gradient + "-Infinity");
        requireFound(
                Float.NaN,
                none,
                10,
                "a step made parameters infinite or NaN in epoch 2, batch 3: bias 2 of layer \"hidden\" is NaN");
    }

    /** tanh of an infinite number is 1, so the loss stays finite. */
    @Test
    void parametersThatTheLossDoesNotShowAreFoundLater() {
        double none = Double.POSITIVE_INFINITY;
        String parameters = "the parameters are no longer finite in epoch 2, batch %s: bias 2 of layer \"hidden\" is ";
        requireFound(Float.NEGATIVE_INFINITY, none, 10, parameters.formatted(6) + "Infinity");
        requireFound(Float.POSITIVE_INFINITY, none, 1, parameters.formatted(32) + "-Infinity");
    }

    /** Spoils the gradient of bias 2 in the third batch of the second epoch. */
    private static void requireFound(float gradient, double limit, int batchSize, String message) {
        Faulty model = new Faulty(22, gradient, 60 / batchSize + 3);
        float[][] epochs = new float[1][];
        Callback last = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                epochs[0] = training.model().parameters().copy();
            }
        };
        TrainingDivergedException thrown = catchThrowableOfType(
                TrainingDivergedException.class,
                () -> Trainer.of(model)
                        .optimizer(Sgd.learningRate(0.5))
                        .batchSize(batchSize)
                        .epochs(4)
                        .clipNorm(limit)
                        .callback(last)
                        .fit(CLOUDS));
        assertThat(thrown)
                .hasMessage("Example: " + message + "; its parameters are back at those from the end of epoch 1."
                        + " Try a lower learning rate than 0.5, and inputs scaled to about −1 to 1");
        assertThat(thrown.layer()).isEqualTo("hidden");
        assertThat(thrown.epoch()).isEqualTo(2);
        assertThat(model.parameters().copy()).containsExactly(epochs[0]);
    }

    private static List<String> warnings(Model model, Trainer trainer, Dataset data) {
        List<String> seen = new ArrayList<>();
        History history = trainer.callback(new Callback() {
                    @Override
                    public void onWarning(Training training, String warning) {
                        assertThat(training.steps()).isZero();
                        seen.add(warning);
                    }
                })
                .fit(data);
        assertThat(history.warnings()).isEqualTo(seen);
        return seen;
    }

    @Test
    void nothingIsWarnedOfWithoutReason() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        assertThat(warnings(model, Trainer.of(model), CLOUDS)).isEmpty();
        Model line = TwoLayers.numbers(2, 3, 1, 1);
        assertThat(warnings(line, Trainer.of(line), Samples.line(30, 1))).isEmpty();
    }

    @Test
    void aLearningRateThatCannotBeMeantIsWarnedOf() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        assertThat(warnings(model, Trainer.of(model).optimizer(Adam.learningRate(3)), CLOUDS))
                .containsExactly("learningRate 3.0 of Adam can hardly be meant: 0.001 to 0.01 is usual");
        assertThat(warnings(model, Trainer.of(model).optimizer(Adadelta.learningRate(200)), CLOUDS))
                .containsExactly("learningRate 200.0 of Adadelta can hardly be meant: at most 1 is usual");
        assertThat(warnings(model, Trainer.of(model).optimizer(Sgd.learningRate(1e-12)), CLOUDS))
                .containsExactly(
                        "learningRate 1.0E-12 of Sgd is too low to change parameters, which are floats: 0.001 to"
                                + " 0.1 is usual");
    }

    @Test
    void unscaledInputsAreWarnedOf() {
        float[][] x = {{0.5f, 1}, {0, -2500}, {1, 3}};
        Dataset data = Dataset.ofLabels(x, new int[] {0, 1, 1}, 2);
        Model model = TwoLayers.classes(2, 3, 2, 1);
        assertThat(warnings(model, Trainer.of(model), data))
                .containsExactly(
                        "input 1 is as large as 2500.0 in the data set, so that the training is slow or diverges:"
                                + " scale the inputs to about −1 to 1, with StandardScaler or MinMaxScaler, for instance");
    }

    @Test
    void labelsThatNeverOccurAreWarnedOf() {
        Dataset data = Dataset.ofLabels(new float[3][4], new int[] {0, 2, 2}, 5);
        Model model = TwoLayers.classes(4, 3, 5, 1);
        assertThat(warnings(model, Trainer.of(model), data))
                .containsExactly(
                        "of 5 classes these never occur among the training samples, so they can't be learnt: 1,"
                                + " 3, 4");
    }

    /** PyTorch's formula with Keras' patience: 0.1 after two epochs without improvement, then a pause of one. */
    @Test
    void reduceOnPlateauReducesAfterItsPatience() {
        Model model = new Normalized(4, 6, 3, 0, 1);
        History history = Trainer.of(model)
                .optimizer(Sgd.learningRate(1))
                .epochs(9)
                .callback(ReduceOnPlateau.by(0.1)
                        .patience(2)
                        .monitor(Monitor.LOSS)
                        .minDelta(1000)
                        .cooldown(1)
                        .downTo(0.005))
                .fit(CLOUDS);
        double tenth = 1 * 0.1;
        double hundredth = tenth * 0.1;
        assertThat(history.epochs().stream()
                        .mapToDouble(EpochResult::learningRate)
                        .toArray())
                .containsExactly(1, 1, 1, tenth, tenth, hundredth, hundredth, 0.005, 0.005);
    }

    @Test
    void theRateIsScaledByPositiveNumbersOnly() {
        Callback negative = new Callback() {
            @Override
            public void onEpochBegin(Training training) {
                training.scaleLearningRate(-1);
            }
        };
        assertThatThrownBy(() -> Trainer.of(new Normalized(4, 6, 3, 0, 1))
                        .callback(negative)
                        .fit(CLOUDS))
                .hasMessage("factor -1.0 of the learning rate must be above 0: try 0.5");
    }
}
