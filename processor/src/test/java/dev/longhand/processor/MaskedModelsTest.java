package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.data.Dataset;
import dev.longhand.data.Sample;
import dev.longhand.data.SampleSource;
import dev.longhand.metric.ClassProbabilities;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Metric;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import dev.longhand.model.ParallelPredictor;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Sgd;
import dev.longhand.processor.interpreter.Declaration;
import dev.longhand.processor.interpreter.Description.Dense;
import dev.longhand.processor.interpreter.Embedding;
import dev.longhand.processor.interpreter.Recurrent;
import dev.longhand.training.GradientCheck;
import dev.longhand.training.History;
import dev.longhand.training.NumericalGradient;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MaskedSequences of different lengths in one batch, each beside a network that is declared with its length. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaskedModelsTest {

    private static final int TIME = MaskedSequences.TIME;
    private static final int[] LENGTHS = MaskedSequences.LENGTHS;
    private static final int N = MaskedSequences.N;
    private static final List<Style> STYLES = List.of(Style.UNROLLED, Style.LOOPS, Style.KERNELS);

    private final Map<String, MaskedNetworks.OfTime> networks = MaskedNetworks.all();
    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        networks.forEach((name, network) -> {
            for (Style style : STYLES) {
                String masked = name + "_" + style;
                sources.put(
                        "nets." + masked,
                        Declaration.file("nets", masked, network.network(TIME), style)
                                .replace("@Network(", "@Network(masked = true, "));
                for (int length : new int[] {1, 2, 3, 4, 6}) {
                    String alone = name + length + "_" + style;
                    sources.put("nets." + alone, Declaration.file("nets", alone, network.network(length), style));
                }
            }
        });
        sources.put(
                "nets.Letters",
                Declaration.file(
                                "nets",
                                "Letters",
                                MaskedNetworks.network(
                                        List.of(12),
                                        Loss.CROSS_ENTROPY,
                                        new Embedding("letters", 20, 8),
                                        Recurrent.of("lstm", "Lstm", 24, true),
                                        Recurrent.of("gru", "Gru", 20, true),
                                        Recurrent.of("rnn", "Rnn", 28, true),
                                        Dense.of("output", 20, Activation.SOFTMAX)),
                                Style.KERNELS)
                        .replace("@Network(", "@Network(masked = true, "));
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private Model model(String name, Style style) {
        return compilation.model("nets." + name + "_" + style + "Model");
    }

    private static float[] gradients(Model model, Dataset data) {
        Workspace ws = model.workspace(data.size());
        data.copy(0, data.size(), ws);
        model.forwardTraining(ws, data.size());
        model.backward(ws, data.size());
        return ws.gradients().clone();
    }

    private static Dataset only(Dataset data, int s) {
        float[] weights = new float[N];
        weights[s] = 1;
        return data.withSampleWeights(weights);
    }

    @Test
    void aPaddedSequenceGivesTheBitsOfTheSequenceAlone() {
        networks.forEach((name, ofTime) -> {
            MaskedSequences sequences = MaskedSequences.of(name, ofTime.network(TIME));
            for (Style style : STYLES) {
                for (boolean left : new boolean[] {false, true}) {
                    Dataset padded = sequences.padded(left, Float.NaN);
                    for (int s = 0; s < N; s++) {
                        String what = name + " " + style + (left ? " padded left " : " padded right ") + LENGTHS[s];
                        Model alone = model(name + LENGTHS[s], style);
                        Model masked = model(name, style);
                        assertThat(gradients(masked, only(padded, s)))
                                .as(what)
                                .containsExactly(gradients(alone, sequences.alone(s)));
                        trainer(masked, N).fit(only(padded, s));
                        trainer(alone, 1).fit(sequences.alone(s));
                        assertThat(masked.parameters().copy())
                                .as(what)
                                .containsExactly(alone.parameters().copy());
                    }
                }
            }
        });
    }

    private static Trainer trainer(Model model, int batchSize) {
        return Trainer.of(model)
                .optimizer(Adam.learningRate(0.01))
                .epochs(3)
                .batchSize(batchSize)
                .threads(1)
                .shuffle(false);
    }

    @Test
    void predictionsAreThoseOfTheSequenceAlone() {
        networks.forEach((name, ofTime) -> {
            MaskedSequences sequences = MaskedSequences.of(name, ofTime.network(TIME));
            int out = ofTime.network(TIME).outputSize();
            for (Style style : STYLES) {
                for (boolean left : new boolean[] {false, true}) {
                    Lengths lengths = left ? Lengths.paddedLeft(LENGTHS) : Lengths.paddedRight(LENGTHS);
                    for (float[] y : predictions(
                            model(name, style),
                            sequences.padded(left, Float.NaN).inputs(),
                            lengths)) {
                        for (int s = 0; s < N; s++) {
                            float[] alone = model(name + LENGTHS[s], style)
                                    .predict(sequences.alone(s).inputs());
                            int first = s * out + (left ? out - alone.length : 0);
                            assertThat(Arrays.copyOfRange(y, first, first + alone.length))
                                    .as(name)
                                    .containsExactly(alone);
                        }
                    }
                }
            }
        });
    }

    /** The same predictions, by one thread, by several, and as means of passes that don't differ. */
    private static List<float[]> predictions(Model model, float[] x, Lengths lengths) {
        List<float[]> all = new ArrayList<>();
        all.add(model.predict(x, lengths));
        for (int threads = 1; threads <= 3; threads++) {
            try (ParallelPredictor predictor = ParallelPredictor.of(model, threads)) {
                all.add(predictor.predict(x, lengths));
            }
        }
        all.add(model.sample(x, lengths, 2, 1).mean());
        return all;
    }

    @Test
    void metricsOfOnesOwnSeeTheStepsThatAreNotMasked() {
        for (String name : List.of("LstmClasses", "Squares", "Halves", "GruLast")) {
            MaskedSequences sequences =
                    MaskedSequences.of(name, networks.get(name).network(TIME));
            for (Metric metric : List.of(
                    Metric.mean("length", (a, t) -> a.length + t.length),
                    Metric.mean("distance", MaskedModelsTest::distance))) {
                double sum = 0;
                for (int s = 0; s < N; s++) {
                    sum += metric.of(model(name + LENGTHS[s], Style.KERNELS), sequences.alone(s));
                }
                for (boolean left : new boolean[] {false, true}) {
                    assertThat(metric.of(model(name, Style.KERNELS), sequences.padded(left, Float.NaN)))
                            .isEqualTo(sum / N);
                }
            }
        }
    }

    private static double distance(float[] a, float[] t) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] - t[i]);
        }
        return sum;
    }

    @Test
    void theSideOfPaddingAndWhatPadsChangeNoBit() {
        networks.forEach((name, ofTime) -> {
            MaskedSequences sequences = MaskedSequences.of(name, ofTime.network(TIME));
            for (Style style : STYLES) {
                float[] right = gradients(model(name, style), sequences.padded(false, 0));
                assertThat(gradients(model(name, style), sequences.padded(true, Float.NaN)))
                        .as(name)
                        .containsExactly(right);
                assertThat(gradients(model(name, style), sequences.padded(false, 3)))
                        .as(name)
                        .containsExactly(right);
            }
        });
    }

    @Test
    void gradientsAreCentralDifferences() {
        networks.forEach((name, ofTime) -> {
            MaskedSequences sequences = MaskedSequences.of(name, ofTime.network(TIME));
            for (Style style : STYLES) {
                for (boolean left : new boolean[] {false, true}) {
                    Dataset data = sequences.padded(left, 1).withSampleWeights(1, 2, 0.5f, 1, 0, 3, 1);
                    for (GradientCheck.Row row :
                            NumericalGradient.check(model(name, style), data).rows()) {
                        assertThat(row.difference()).as(name + " " + row).isLessThan(2e-3f);
                    }
                }
            }
        });
    }

    @Test
    void sequencesWithoutPaddingGiveTheBitsOfANetworkThatIsNotMasked() {
        networks.forEach((name, ofTime) -> {
            MaskedSequences sequences = MaskedSequences.of(name, ofTime.network(TIME));
            for (Style style : STYLES) {
                Dataset whole = Dataset.of(
                        sequences.x()[0],
                        sequences.alone(0).inputShape(),
                        sequences.t()[0],
                        sequences.t()[0].length);
                assertThat(gradients(model(name, style), whole))
                        .as(name)
                        .containsExactly(gradients(model(name + TIME, style), whole));
            }
        });
    }

    @Test
    void lossAndAccuracyCountTheStepsThatAreNotMasked() {
        for (String kind : List.of("Rnn", "Gru", "Lstm")) {
            String name = kind + "Classes";
            MaskedSequences sequences =
                    MaskedSequences.of(name, networks.get(name).network(TIME));
            double loss = 0;
            double correct = 0;
            double logLoss = 0;
            int steps = 0;
            for (int s = 0; s < N; s++) {
                logLoss += LENGTHS[s]
                        * ClassProbabilities.of(model(name + LENGTHS[s], Style.LOOPS), sequences.alone(s))
                                .logLoss();
                Evaluation alone = Evaluation.of(model(name + LENGTHS[s], Style.LOOPS), sequences.alone(s));
                loss += LENGTHS[s] * alone.loss();
                correct += LENGTHS[s] * alone.accuracy();
                steps += LENGTHS[s];
            }
            for (boolean left : new boolean[] {false, true}) {
                Dataset padded = sequences.padded(left, Float.NaN);
                Evaluation all = Evaluation.of(model(name, Style.LOOPS), padded);
                assertThat(all.loss()).isCloseTo(loss / steps, within(1e-6));
                assertThat(all.accuracy()).isCloseTo(correct / steps, within(1e-12));
                assertThat(all.confusion().total()).isEqualTo(steps);
                assertThat(all.leftOut()).isEqualTo(N * TIME - steps);
                ClassProbabilities probabilities = ClassProbabilities.of(model(name, Style.LOOPS), padded);
                assertThat(probabilities.samples()).isEqualTo(steps);
                assertThat(probabilities.topAccuracy(1)).isCloseTo(correct / steps, within(1e-12));
                assertThat(probabilities.logLoss()).isCloseTo(logLoss / steps, within(1e-12));
                History history = Trainer.of(model(name, Style.KERNELS))
                        .optimizer(Sgd.learningRate(1e-30))
                        .batchSize(3)
                        .validation(padded)
                        .fit(padded);
                assertThat(history.last().loss()).isCloseTo(loss / steps, within(1e-6));
                assertThat(history.last().accuracy()).isCloseTo(correct / steps, within(1e-12));
                assertThat(history.last().validationLoss()).isCloseTo(loss / steps, within(1e-6));
            }
        }
        MaskedSequences numbers =
                MaskedSequences.of("Squares", networks.get("Squares").network(TIME));
        double absolute = 0;
        int steps = 0;
        for (int s = 0; s < N; s++) {
            absolute += LENGTHS[s]
                    * Evaluation.of(model("Squares" + LENGTHS[s], Style.LOOPS), numbers.alone(s))
                            .meanAbsoluteError();
            steps += LENGTHS[s];
        }
        Evaluation all = Evaluation.of(model("Squares", Style.LOOPS), numbers.padded(true, Float.NaN));
        assertThat(all.meanAbsoluteError()).isCloseTo(absolute / steps, within(1e-6));
        assertThat(all.r2()).isFinite();
    }

    @ParameterizedTest
    @EnumSource(
            value = Style.class,
            names = {"LOOPS", "KERNELS"})
    void stepsOfMaskedSequencesAllocateNothing(Style style) {
        for (String name : List.of("LstmClasses", "Ids")) {
            Dataset data =
                    MaskedSequences.of(name, networks.get(name).network(TIME)).padded(true, 1);
            Model model = model(name, style);
            Workspace ws = model.workspace(N);
            int[] order = {6, 5, 4, 3, 2, 1, 0};
            assertThat(Allocation.of(() -> {
                        data.gather(order, 0, N, ws);
                        model.forwardTraining(ws, N);
                        model.backward(ws, N);
                    }))
                    .isZero();
        }
    }

    @Test
    void threadsGiveTheSameBits() {
        Random random = new Random(1);
        float[][] x = new float[40][12];
        float[][] t = new float[40][240];
        int[] lengths = new int[40];
        for (int s = 0; s < 40; s++) {
            lengths[s] = 1 + random.nextInt(12);
            for (int i = 0; i < 12; i++) {
                x[s][i] = random.nextInt(20);
                t[s][20 * i + random.nextInt(20)] = 1;
            }
        }
        Dataset data = Dataset.of(x, t).withLengths(Lengths.paddedRight(lengths));
        List<float[]> trained = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            Model model = compilation.model("nets.LettersModel");
            Trainer.of(model).epochs(2).batchSize(16).threads(threads).fit(data);
            trained.add(model.parameters().copy());
        }
        assertThat(trained.get(1)).containsExactly(trained.get(0));
        assertThat(trained.get(2)).containsExactly(trained.get(0));
    }

    /** Each sequence padded in its sample, and read one after the other or by its number. */
    @Test
    void sequencesOfASourceGiveTheBitsOfThoseInMemory() throws IOException {
        for (String name : List.of("LstmClasses", "Ids", "GruLast")) {
            for (boolean left : new boolean[] {false, true}) {
                MaskedSequences sequences =
                        MaskedSequences.of(name, networks.get(name).network(TIME));
                Dataset data =
                        sequences.padded(left, networks.get(name).network(TIME).vocabulary() > 0 ? 0 : Float.NaN);
                List<Sample> samples = new ArrayList<>();
                for (int s = 0; s < N; s++) {
                    Sample sample = new Sample(data.input(s), data.target(s));
                    samples.add(left ? sample.paddedLeft(LENGTHS[s]) : sample.paddedRight(LENGTHS[s]));
                }
                Model inMemory = model(name, Style.KERNELS);
                History expected = trainer(inMemory).validation(data).fit(data);
                for (SampleSource source :
                        List.of(data.asSource(), SampleSource.of(samples, data.inputShape(), data.targetSize()))) {
                    Model model = model(name, Style.KERNELS);
                    History history = trainer(model).validation(source).fit(source);
                    assertThat(model.parameters().copy())
                            .containsExactly(inMemory.parameters().copy());
                    assertThat(history.last().loss()).isEqualTo(expected.last().loss());
                    assertThat(history.last().validationLoss())
                            .isEqualTo(expected.last().validationLoss());
                    assertThat(Evaluation.of(model, source).loss())
                            .isEqualTo(Evaluation.of(model, data).loss());
                }
            }
        }
    }

    private static Trainer trainer(Model model) {
        return Trainer.of(model).optimizer(Sgd.learningRate(0.1)).batchSize(3).epochs(3);
    }

    @Test
    void wrongLengthsAreRefused() {
        Dataset data = MaskedSequences.of("GruLast", networks.get("GruLast").network(TIME))
                .padded(false, 0);
        Model masked = model("GruLast", Style.LOOPS);
        assertThatThrownBy(() -> Evaluation.of(masked, data.withLengths(Lengths.paddedLeft(1, 2, 3, 4, 5, 6, 7))))
                .hasMessage(
                        "the length of sample 6 is 7, but GruLast_LOOPS reads 6 steps: cut the sequence, or declare a"
                                + " longer input");
        assertThatThrownBy(() -> masked.predict(new float[36], Lengths.paddedLeft(1)))
                .hasMessage("1 lengths were given for 2 samples: each needs one");
        assertThatThrownBy(() -> model("GruLast6", Style.LOOPS).predict(new float[36], Lengths.paddedLeft(1, 2)))
                .hasMessage(
                        "the samples have lengths, but GruLast6_LOOPS reads all steps of its samples: declare it with"
                                + " @Network(masked = true)");
        Workspace ws = masked.workspace(2);
        assertThatThrownBy(() -> ws.setSteps(0, 3, 3))
                .hasMessage("a sequence from step 3 to step 2 isn't within the 6 steps, counted from 0");
    }
}
