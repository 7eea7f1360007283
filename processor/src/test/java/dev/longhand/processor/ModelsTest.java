package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description;
import dev.longhand.processor.interpreter.Description.Activate;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Description.Dropout;
import dev.longhand.processor.interpreter.Description.Flatten;
import dev.longhand.processor.interpreter.Description.Function;
import dev.longhand.training.TrainingStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every compiled model promises at run time, in every style. */
@Tag("kernels")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsTest {

    private static final int BATCH = 16;

    private static final Description NETWORK = new Description(
            List.of(3, 4),
            List.of(
                    new Flatten("row"),
                    Dense.of("hidden1", 9, Activation.RELU),
                    new Dropout("dropout", 0.25f),
                    Dense.of("hidden2", 8, Activation.GELU),
                    new Activate("squash", Function.of(Activation.TANH)),
                    Dense.of("hidden3", 33, Activation.SIGMOID),
                    Dense.of("output", 5, Activation.SOFTMAX)),
            Loss.CROSS_ENTROPY,
            0.1f,
            Float.NaN);

    private StyledModels models;
    private final float[] x = new float[BATCH * 12];
    private final float[] t = new float[BATCH * 5];

    @BeforeAll
    void compile(@TempDir Path directory) {
        Description view = new Description(
                List.of(2, 3), List.of(new Flatten("row")), Loss.MEAN_SQUARED_ERROR, Float.NaN, Float.NaN);
        Description wide = Description.of(
                90,
                Loss.BINARY_CROSS_ENTROPY,
                Dense.of("hidden", 31, Activation.TANH),
                Dense.of("output", 3, Activation.SIGMOID));
        models = StyledModels.compile(Compiler.JAVAC, directory, Map.of("Net", NETWORK, "View", view, "Wide", wide));
        Random random = new Random(1);
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * random.nextFloat() - 1;
        }
        for (int s = 0; s < BATCH; s++) {
            t[5 * s + random.nextInt(5)] = 1;
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void printingAModelShowsTheFirstLineOfItsSummary(Style style) {
        Model model = models.model("Net", style);
        assertThat(model.summary()).startsWith(model + "\n");
        assertThat(model.toString()).startsWith("Model: ");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void trainingAllocatesNothing(Style style) {
        Model model = models.model("Net", style);
        Workspace ws = model.workspace(BATCH);
        System.arraycopy(x, 0, ws.input(), 0, x.length);
        System.arraycopy(t, 0, ws.targets(), 0, t.length);
        assertThat(Allocation.of(() -> {
                    ws.beginStep(7, 1);
                    model.forwardTraining(ws, BATCH);
                    model.backward(ws, BATCH);
                }))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void predictingAllocatesNothing(Style style) {
        Model model = models.model("Net", style);
        float[] y = new float[BATCH * 5];
        assertThat(Allocation.of(() -> model.predict(x, BATCH, y))).isZero();
        assertThat(Allocation.of(() -> model.predict(x, 1, y))).isZero();
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void manyThreadsPredictTheSameBitsAsOne(Style style) throws Exception {
        Model model = models.model("Net", style);
        float[] expected = model.predict(x);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<float[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int samples = 1 + i % BATCH;
                tasks.add(() -> model.predict(Arrays.copyOf(x, 12 * samples)));
            }
            for (Future<float[]> future : threads.invokeAll(tasks)) {
                float[] y = future.get();
                assertThat(y).isEqualTo(Arrays.copyOf(expected, y.length));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** A sample's output doesn't depend on the samples it stands among. */
    @ParameterizedTest
    @EnumSource(Style.class)
    void workspaceOfAnotherNetworkOrForFewerSamplesIsRefused(Style style) {
        Model model = models.model("Net", style);
        Workspace ws = model.workspace(2);
        for (int n : new int[] {0, 3}) {
            String samples =
                    n + " samples of " + model.info().name() + " don't fit a workspace for 1 to 2: make one with"
                            + " workspace(n), n the most samples of a batch";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.forward(ws, n))
                    .withMessage(samples);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.forwardTraining(ws, n))
                    .withMessage(samples);
        }
        Model wide = models.model("Wide", style);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wide.forward(ws, 2))
                .withMessage("a pass through " + wide.info().name() + " needs a workspace of this network, not one of "
                        + model.info().name() + ": make it with workspace(2) of the model");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void oneSampleIsPredictedAsInABatch(Style style) {
        Model model = models.model("Net", style);
        float[] expected = model.predict(x);
        for (int s = 0; s < BATCH; s++) {
            assertThat(model.predict(Arrays.copyOfRange(x, 12 * s, 12 * (s + 1))))
                    .isEqualTo(Arrays.copyOfRange(expected, 5 * s, 5 * (s + 1)));
        }
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void networkThatOnlyFlattensHandsItsInputOn(Style style) {
        Model model = models.model("View", style);
        assertThat(model.predict(1, 2, 3, 4, 5, 6)).containsExactly(1, 2, 3, 4, 5, 6);
        Workspace ws = model.workspace(1);
        Arrays.fill(ws.input(), 2);
        model.forwardTraining(ws, 1);
        assertThat(model.backward(ws, 1)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void samplesGivenWithoutTheirZerosGiveTheSameBits(Style style) {
        Model model = models.model("Wide", style);
        Random random = new Random(2);
        Workspace full = model.workspace(BATCH);
        Workspace sparse = model.workspace(BATCH);
        char[] places = new char[90 * BATCH];
        float[] values = new float[90 * BATCH];
        sparse.inputBatch().beginSparse(places, values);
        int count = 0;
        for (int s = 0; s < BATCH; s++) {
            int first = count;
            for (int i = 0; i < 90; i++) {
                if (random.nextInt(4) == 0) {
                    places[count] = (char) i;
                    values[count++] = full.input()[90 * s + i] = random.nextFloat() - 0.5f;
                }
            }
            sparse.inputBatch().addSparse(first, count);
        }
        for (Workspace ws : List.of(full, sparse)) {
            Arrays.fill(ws.targets(), 0.25f);
            model.forwardTraining(ws, BATCH);
        }
        assertThat(sparse.output()).isEqualTo(full.output());
        assertThat(model.backward(sparse, BATCH)).isEqualTo(model.backward(full, BATCH));
        assertThat(sparse.gradients()).isEqualTo(full.gradients());
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void samplesFullOfZerosArePredictedAlikeAloneAndAmongOthers(Style style) {
        Model model = models.model("Wide", style);
        Random random = new Random(3);
        float[] x = new float[90 * 20];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(i / 90 % 3 == 1 ? 1 : 8) == 0 ? random.nextFloat() - 0.5f : 0;
        }
        Workspace full = model.workspace(20);
        System.arraycopy(x, 0, full.input(), 0, x.length);
        model.forward(full, 20);
        float[] together = model.predict(x);
        assertThat(together).isEqualTo(full.output());
        int out = together.length / 20;
        for (int s = 0; s < 20; s++) {
            assertThat(model.predict(Arrays.copyOfRange(x, 90 * s, 90 * (s + 1))))
                    .isEqualTo(Arrays.copyOfRange(together, out * s, out * (s + 1)));
        }
    }

    @Test
    void modelWithoutParametersHasNoFieldP(@TempDir Path directory) {
        Description network =
                Description.of(2, Loss.MEAN_SQUARED_ERROR, new Activate("output", Function.of(Activation.TANH)));
        Compilation compilation =
                Compilation.of(directory, "nets.Curve", Declaration.file("nets", "Curve", network, Style.AUTO));
        assertThat(compilation.sources().get("nets/CurveModel.java"))
                .contains("Parameters parameters;")
                .doesNotContain("float[] p;", "p = parameters.forReading()", "p holds");
    }

    /** The same on every JDK; a change of these is a change of what seeds mean to users. */
    @ParameterizedTest
    @CsvSource({
        "AUTO, febca030b0b5d5bcab22c08ab1d6d277d1ae07d3322fe08834bb328c836cf0c8",
        "UNROLLED, 1a632f15b6dd511d55a820b5b2d23a3a3d02994e1e3c0ef81c8f5144d0920b20",
        "LOOPS, bf8955ddf89710b252bbd425b5aa1a3795b9735bea1794bc18557456056682a0",
        "KERNELS, 8022d1c8b8141d2ad8f8ae08fa230b2303d6e1a32e2ace5c16798ec26d2a2969"
    })
    void sameSeedTrainsTheSameParameters(Style style, String sha256) {
        assertThat(train(style)).isEqualTo(sha256).isEqualTo(train(style));
    }

    private String train(Style style) {
        Model model = models.model("Net", style);
        try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(0.01), BATCH, 3)) {
            for (int i = 0; i < 50; i++) {
                step.run(x, t);
            }
        }
        return model.parameters().sha256();
    }
}
