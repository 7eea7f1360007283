package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonObject;
import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.data.Dataset;
import dev.longhand.data.Targets;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.OutputInfo.LossTerm;
import dev.longhand.model.ParallelPredictor;
import dev.longhand.optimizer.Adam;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Output;
import dev.longhand.training.Callback;
import dev.longhand.training.Checkpoints;
import dev.longhand.training.History;
import dev.longhand.training.NumericalGradient;
import dev.longhand.training.OutputResult;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks with several outputs, through the whole compiler, in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralOutputsTest {

    private static final double TOLERANCE = 1e-5;

    /** That of the reference. */
    private static final Description NETWORK = Description.of(
            List.of(6),
            List.of(
                    Dense.of("trunk", 14, Activation.TANH),
                    Dense.of("kind", 4, Activation.SOFTMAX),
                    Dense.of("position", 2, Activation.IDENTITY),
                    Dense.of("flags", 3, Activation.SIGMOID)),
            List.of(List.of(-1), List.of(0), List.of(0), List.of(2)),
            new Output(1, Loss.CROSS_ENTROPY, Float.NaN, 0.1f, Float.NaN),
            new Output(2, Loss.HUBER, 2.5f, Float.NaN, 0.7f),
            Output.of(3, Loss.BINARY_CROSS_ENTROPY, 0.5f));

    /** Half the sum of squares of one output, in place of the mean. */
    private static final Description ONE = Description.of(
            List.of(3),
            List.of(Dense.of("hidden", 5, Activation.TANH), Dense.of("output", 2, Activation.IDENTITY)),
            List.of(List.of(-1), List.of(0)),
            Output.of(1, Loss.MEAN_SQUARED_ERROR, 1.5f));

    private static final Description PLAIN = new Description(
            List.of(3),
            List.of(Dense.of("hidden", 5, Activation.TANH), Dense.of("output", 2, Activation.IDENTITY)),
            Loss.MEAN_SQUARED_ERROR,
            Float.NaN,
            Float.NaN);

    private final List<JsonObject> cases = Tensors.cases("/reference/outputs.json");
    private StyledModels models;

    @BeforeAll
    void compile(@TempDir Path directory) {
        models = StyledModels.compile(Compiler.JAVAC, directory, Map.of("Heads", NETWORK, "One", ONE, "Plain", PLAIN));
    }

    private Model model(Style style) {
        return models.model("Heads", style);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void lossesAndGradientsAreThoseOfPyTorch(Style style) {
        for (JsonObject expected : cases) {
            String name = expected.get("op").getAsString();
            Model model = model(style);
            model.parameters().set(parameters(expected.getAsJsonObject("parameters")));
            float[] x = Tensors.floats(Tensors.numbers(expected.get("input")));
            float[] t = Tensors.floats(Tensors.numbers(expected.get("target")));
            float[] weights = Tensors.floats(Tensors.numbers(expected.get("sample_weights")));
            Tensors.assertClose(name, model.predict(x), 0, Tensors.numbers(expected.get("output")), TOLERANCE);
            double[] losses = Tensors.numbers(expected.get("loss_per_step"));
            double[] parts = Tensors.numbers(expected.get("losses_per_step"));
            Dataset data = Dataset.of(x, Shape.of(6), t, 9).withSampleWeights(weights);
            assertThat(Evaluation.of(model, data).loss()).isCloseTo(losses[0], within(TOLERANCE));
            try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.02), weights.length, 1)) {
                for (int k = 0; k < losses.length; k++) {
                    float loss = name.equals("equal") ? step.run(x, t) : Float.NaN;
                    if (name.equals("equal")) {
                        assertThat((double) loss).as(name).isCloseTo(losses[k], withinPercentage(100 * TOLERANCE));
                        for (int output = 0; output < 3; output++) {
                            assertThat((double) step.workspace().loss(output + 1))
                                    .as(name)
                                    .isCloseTo(parts[3 * k + output], withinPercentage(100 * TOLERANCE));
                        }
                        if (k == 0) {
                            Tensors.assertClose(
                                    "gradients",
                                    step.workspace().gradients(),
                                    0,
                                    numbers(expected.getAsJsonObject("gradients_first_step")),
                                    TOLERANCE);
                        }
                    }
                }
            }
            if (name.equals("weighted")) {
                History history = Trainer.of(model)
                        .optimizer(Adam.learningRate(0.02))
                        .batchSize(weights.length)
                        .shuffle(false)
                        .epochs(losses.length)
                        .fit(data);
                for (int k = 0; k < losses.length; k++) {
                    assertThat(history.epochs().get(k).loss()).as(name).isCloseTo(losses[k], within(TOLERANCE));
                    for (int output = 0; output < 3; output++) {
                        assertThat(history.outputs().get(k).get(output).loss())
                                .as(name)
                                .isCloseTo(parts[3 * k + output], within(TOLERANCE));
                    }
                }
            }
            Tensors.assertClose(
                    name + ": final parameters",
                    model.parameters().values(),
                    0,
                    numbers(expected.getAsJsonObject("parameters_after")),
                    2 * TOLERANCE);
        }
    }

    private static double[] numbers(JsonObject named) {
        return named.keySet().stream()
                .map(name -> Tensors.weights(named.get(name)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static float[] parameters(JsonObject named) {
        return Tensors.floats(numbers(named));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void descriptionSaysWhereEachOutputIs(Style style) {
        Model model = model(style);
        assertThat(model.info().outputs())
                .containsExactly(
                        new OutputInfo("kind", 1, Shape.of(4), 0, 9, new LossTerm(Loss.CROSS_ENTROPY, 0.1f, 1, 1)),
                        new OutputInfo("position", 2, Shape.of(2), 4, 9, new LossTerm(Loss.HUBER, 0, 0.7f, 2.5f)),
                        new OutputInfo(
                                "flags", 3, Shape.of(3), 6, 9, new LossTerm(Loss.BINARY_CROSS_ENTROPY, 0, 1, 0.5f)));
        assertThat(model.info().output()).isEqualTo(Shape.of(9));
        assertThat(models.model("Plain", style).info().outputs())
                .containsExactly(
                        new OutputInfo("output", 1, Shape.of(2), 0, 2, new LossTerm(Loss.MEAN_SQUARED_ERROR, 0, 1, 1)));
        assertThatThrownBy(() -> model.info().loss())
                .hasMessageContaining("has a loss for each of the outputs \"kind\", \"position\", \"flags\"");
        assertThatThrownBy(() -> model.info().output("shape"))
                .hasMessageContaining("has no output \"shape\", but \"kind\", \"position\", \"flags\"");
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void predictionsHoldTheOutputsSideBySide(Style style) {
        Model model = model(style);
        float[] x = numbers(new Random(3), 300 * 6);
        float[] y = model.predict(x);
        assertThat(y).hasSize(300 * 9);
        float[] kinds = model.info().output("kind").of(y);
        float[] positions = model.info().output("position").of(y);
        float[] flags = model.info().output("flags").of(y);
        for (int s = 0; s < 300; s++) {
            float[] row = new float[9];
            System.arraycopy(kinds, 4 * s, row, 0, 4);
            System.arraycopy(positions, 2 * s, row, 4, 2);
            System.arraycopy(flags, 3 * s, row, 6, 3);
            assertThat(row).containsExactly(Arrays.copyOfRange(y, 9 * s, 9 * s + 9));
            assertThat(kinds[4 * s] + kinds[4 * s + 1] + kinds[4 * s + 2] + kinds[4 * s + 3])
                    .isCloseTo(1, within(1e-6f));
        }
        try (ParallelPredictor predictor = ParallelPredictor.of(model, 2)) {
            assertThat(predictor.predict(x)).containsExactly(y);
        }
        assertThat(model.sample(x, 2, 1).mean()).containsExactly(y);
        assertThatThrownBy(() -> model.info().output("kind").of(new float[10]))
                .hasMessage("the outputs of a sample are 9 numbers, of which \"kind\" is 4, but the array holds 10");
    }

    /** The class, a position and three signs of points of six numbers. */
    private static Dataset points(int n, int seed) {
        Random random = new Random(seed);
        float[] x = numbers(random, n * 6);
        int[] kinds = new int[n];
        float[][] positions = new float[n][2];
        float[][] flags = new float[n][3];
        for (int s = 0; s < n; s++) {
            kinds[s] = (x[6 * s] > 0 ? 2 : 0) + (x[6 * s + 1] > 0 ? 1 : 0);
            positions[s][0] = 0.5f * x[6 * s + 2];
            positions[s][1] = 0.5f * x[6 * s + 3];
            for (int j = 0; j < 3; j++) {
                flags[s][j] = positions[s][j % 2] > 0.1f * j ? 1 : 0;
            }
        }
        return Dataset.of(
                x,
                Shape.of(6),
                Targets.classes(kinds, 4).and(Targets.numbers(positions)).and(Targets.numbers(flags)));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void trainingImprovesEveryOutput(Style style) {
        Model model = model(style);
        Dataset train = points(1_000, 1);
        Dataset test = points(300, 2);
        Evaluation before = Evaluation.of(model, test);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(50)
                .epochs(15)
                .seed(1)
                .threads(2)
                .validation(test)
                .fit(train);
        Evaluation after = Evaluation.of(model, test);
        assertThat(after.task().kind()).isEqualTo(Task.Kind.SEVERAL);
        assertThat(after.output("kind").accuracy()).isGreaterThan(0.93);
        assertThat(after.output("kind").confusion().total()).isEqualTo(300);
        assertThat(after.output("position").r2()).isGreaterThan(0.9);
        assertThat(after.output("flags").loss())
                .isLessThan(before.output("flags").loss() / 1.5);
        assertThat(after.loss())
                .isCloseTo(
                        after.output("kind").loss()
                                + 2.5 * after.output("position").loss()
                                + 0.5 * after.output("flags").loss(),
                        within(1e-9));
        assertThat(history.last().validationLoss()).isEqualTo(after.loss());
        assertThat(history.last().accuracy()).isNaN();
        List<OutputResult> last = history.outputs().get(14);
        assertThat(last).extracting(OutputResult::output).containsExactly("kind", "position", "flags");
        assertThat(last.get(0).validationAccuracy())
                .isEqualTo(after.output("kind").accuracy());
        assertThat(last.get(0).accuracy()).isGreaterThan(0.9);
        assertThat(last.get(1).validationLoss())
                .isEqualTo(after.output("position").loss());
        assertThat(last.get(1).accuracy()).isNaN();
        assertThat(history.last().loss())
                .isCloseTo(
                        last.get(0).loss()
                                + 2.5 * last.get(1).loss()
                                + 0.5 * last.get(2).loss(),
                        within(1e-9));
        assertThatThrownBy(after::accuracy)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has the outputs \"kind\", \"position\", \"flags\": look at each of them, such as"
                        + " output(\"kind\"), or at loss()");
        assertThat(after.toString()).contains("on 300 samples: several tasks", "\"kind\" of Heads_" + style);
    }

    @Test
    void aTrainingThatWasInterruptedIsResumedWithTheHistoryOfEachOutput(@TempDir Path folder) {
        Dataset train = points(60, 8);
        Model whole = model(Style.AUTO);
        Trainer settings = Trainer.of(whole)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(20)
                .epochs(4);
        History expected = settings.fit(train);
        Model first = model(Style.AUTO);
        Callback interruption = new Callback() {
            @Override
            public void onBatchEnd(Training training) {
                if (training.epoch() == 3 && training.batch() == 2) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        settings = Trainer.of(first)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(20)
                .epochs(4)
                .checkpoints(Checkpoints.in(folder).everyEpochs(1));
        settings.callback(interruption).fit(train);
        assertThat(Thread.interrupted()).isTrue();
        Model second = model(Style.AUTO);
        History resumed = Trainer.of(second)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(20)
                .epochs(4)
                .resume(folder)
                .fit(train);
        assertThat(second.parameters().copy())
                .containsExactly(whole.parameters().copy());
        assertThat(resumed.outputs()).isEqualTo(expected.outputs());
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void gradientsAreCentralDifferences(Style style) {
        Model model = model(style);
        Dataset data = points(7, 4);
        assertThat(NumericalGradient.check(model, data).largestDifference()).isLessThan(2e-3f);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void stepsAndPredictionsAllocateNothing(Style style) {
        Model model = model(style);
        Dataset data = points(40, 5);
        float[] x = data.inputs();
        float[] t = data.targets();
        float[] y = new float[40 * 9];
        try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.01), 40, 1)) {
            assertThat(Allocation.of(() -> step.run(x, t))).isZero();
        }
        assertThat(Allocation.of(() -> model.predict(x, 40, y))).isZero();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void aWeightMultipliesTheLossOfTheOnlyOutput(Style style) {
        Model weighted = models.model("One", style);
        Model plain = models.model("Plain", style);
        plain.parameters().set(weighted.parameters().copy());
        float[] x = numbers(new Random(6), 12);
        float[] t = numbers(new Random(7), 8);
        assertThat(weighted.predict(x)).containsExactly(plain.predict(x));
        try (TrainingStep ofWeighted = TrainingStep.of(weighted, Adam.learningRate(0.01), 4, 1);
                TrainingStep ofPlain = TrainingStep.of(plain, Adam.learningRate(0.01), 4, 1)) {
            assertThat(ofWeighted.run(x, t)).isEqualTo(1.5f * ofPlain.run(x, t));
            float[] gradients = ofPlain.workspace().gradients().clone();
            for (int i = 0; i < gradients.length; i++) {
                assertThat(ofWeighted.workspace().gradients()[i]).isCloseTo(1.5f * gradients[i], within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void targetsThatALossDoesntTakeAreRefusedWithTheOutputsName(Style style) {
        Model model = model(style);
        float[] t = new float[18];
        t[9 + 7] = 2;
        Dataset data = Dataset.of(new float[12], Shape.of(6), t, 9);
        assertThatThrownBy(() -> Trainer.of(model).fit(data))
                .hasMessage(
                        "target 7 of sample 1 is 2.0, but the loss of its output \"flags\", BINARY_CROSS_ENTROPY, takes"
                                + " targets from 0 to 1: for other numbers use MEAN_SQUARED_ERROR");
        assertThatThrownBy(() -> Evaluation.of(model, Dataset.of(new float[12], Shape.of(6), new float[8], 4)))
                .hasMessageContaining("kind (4), position (2), flags (3)");
    }
}
