package dev.longhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.StandardScaler;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import dev.longhand.testing.Echo;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.History;
import dev.longhand.training.Trainer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class EvaluationTest {

    private static final ConfusionMatrix MATRIX = new ConfusionMatrix(new int[][] {{3, 1, 0}, {2, 4, 0}, {0, 0, 0}});

    @Test
    void theMatrixGivesPrecisionRecallAndF1OfEachClass() {
        assertThat(MATRIX.accuracy()).isEqualTo(0.7);
        assertThat(MATRIX.precision(0)).isEqualTo(0.6);
        assertThat(MATRIX.recall(0)).isEqualTo(0.75);
        assertThat(MATRIX.f1(0)).isCloseTo(2 * 0.6 * 0.75 / 1.35, within(1e-15));
        assertThat(MATRIX.precision(1)).isEqualTo(0.8);
        assertThat(MATRIX.recall(1)).isCloseTo(4 / 6.0, within(1e-15));
        assertThat(MATRIX.macro().precision()).isCloseTo(0.7, within(1e-15));
        assertThat(MATRIX.macro().recall()).isCloseTo((0.75 + 4 / 6.0) / 2, within(1e-15));
        assertThat(MATRIX.weighted().precision()).isCloseTo(0.4 * 0.6 + 0.6 * 0.8, within(1e-15));
        assertThat(MATRIX.weighted().recall()).isCloseTo(MATRIX.accuracy(), within(1e-15));
        assertThat(MATRIX.micro()).isEqualTo(new Scores(0.7, 0.7, 0.7));
        assertThat(MATRIX.absentClasses()).containsExactly(2);
        assertThat(MATRIX.support(1)).isEqualTo(6);
        assertThat(MATRIX.total()).isEqualTo(10);
    }

    @Test
    void ratiosOfAClassWithoutSamplesAre0() {
        assertThat(MATRIX.precision(2)).isZero();
        assertThat(MATRIX.recall(2)).isZero();
        assertThat(MATRIX.f1(2)).isZero();
    }

    @Test
    void theMatrixPrintsAsATable() {
        assertThat(MATRIX)
                .hasToString("true \\ predicted    0    1    2   precision  recall      F1\n"
                        + "               0    3    1    0      0.6000  0.7500  0.6667\n"
                        + "               1    2    4    0      0.8000  0.6667  0.7273\n"
                        + "               2    0    0    0      0.0000  0.0000  0.0000\n");
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> new ConfusionMatrix(new int[][] {{1, 2}, {3}}))
                .hasMessage("row 1 of a confusion matrix of 2 classes has 1 columns");
    }

    @Test
    void theLargestOutputIsTheClass() {
        Model model = TwoLayers.classes(4, 6, 3, 1);
        Dataset data = Samples.clouds(700, 4, 3, 1);
        Evaluation evaluation = Evaluation.of(model, data);
        assertThat(evaluation.task()).hasToString("3 classes, the largest of 3 outputs");
        int correct = 0;
        double loss = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] p = model.predict(data.input(i));
            int best = p[0] >= p[1] && p[0] >= p[2] ? 0 : p[1] >= p[2] ? 1 : 2;
            correct += best == data.label(i) ? 1 : 0;
            loss -= Math.log(p[data.label(i)]);
        }
        assertThat(evaluation.accuracy()).isEqualTo(correct / 700.0);
        assertThat(evaluation.loss()).isCloseTo(loss / 700, within(1e-5));
        assertThat(evaluation.confusion().total()).isEqualTo(700);
        assertThat(evaluation.samples()).isEqualTo(700);
    }

    @Test
    void oneOutputWithTargets0And1IsBinaryWithThresholdOneHalf() {
        Evaluation evaluation = Evaluation.of(TwoLayers.binary(2, 3, 1), Samples.xor());
        assertThat(evaluation.task()).isEqualTo(new Task(Task.Kind.BINARY, 1, 0.5f));
        assertThat(evaluation.precision()).isEqualTo(evaluation.confusion().precision(1));
        assertThat(evaluation.recall()).isEqualTo(evaluation.confusion().recall(1));
        assertThat(evaluation.toString()).contains("2 classes, 1 if the output is above 0.5", "of class 1");
    }

    @Test
    void twoOutputsGivePrecisionRecallAndF1OfClass1() {
        int[][] confusion = {{3, 1}, {5, 7}};
        List<float[]> outputs = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int actual = 0; actual < 2; actual++) {
            for (int predicted = 0; predicted < 2; predicted++) {
                for (int i = 0; i < confusion[actual][predicted]; i++) {
                    outputs.add(predicted == 0 ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f});
                    labels.add(actual);
                }
            }
        }
        Dataset data = Dataset.ofLabels(
                outputs.toArray(float[][]::new),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                2);
        Evaluation evaluation = Evaluation.of(Echo.classes(1, 2), data);
        assertThat(evaluation.precision()).isEqualTo(0.875);
        assertThat(evaluation.recall()).isCloseTo(0.583333, within(1e-6));
        assertThat(evaluation.f1()).isCloseTo(0.7, within(1e-12));
        assertThat(evaluation.toString()).contains("F1 0.7000 (of class 1)");
    }

    @Test
    void outputsThatAreNaNAreRefusedWithTheirSample() {
        float[][] x = {{0.5f, 0.2f, 0.3f}, {0.1f, 0.8f, 0.1f}, {0.1f, Float.NaN, 0.2f}};
        Dataset data = Dataset.ofLabels(x, new int[] {0, 1, 0}, 3);
        Model echo = Echo.classes(1, 3);
        assertThatThrownBy(() -> Evaluation.of(echo, data, Task.of(echo.info(), data), echo.workspace(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Echo gives NaN as an output of sample 2, which is no class: look for NaN and for very large"
                                + " numbers in this sample and in the parameters");
        Task binary = new Task(Task.Kind.BINARY, 1, 0.5f);
        Dataset one = Dataset.of(new float[][] {{1}, {Float.NaN}}, new float[][] {{1}, {0}});
        assertThatThrownBy(() -> Evaluation.of(Echo.numbers(1), one, binary)).hasMessageContaining("of sample 1,");
        assertThat(binary.classOf(new float[] {Float.NaN}, 0)).isEqualTo(-1);
        assertThat(binary.correct(new float[] {Float.NaN, 0}, new float[] {0, 0}, 2))
                .isEqualTo(1);
    }

    @Test
    void targetsThatAreNaNAreRefusedWithTheirSample() {
        Dataset data = Dataset.of(new float[][] {{1, 0}, {1, 0}}, new float[][] {{1, 0}, {Float.NaN, 1}});
        Task task = new Task(Task.Kind.MULTI_CLASS, 2, 0);
        assertThatThrownBy(() -> Evaluation.of(Echo.numbers(2), data, task))
                .hasMessage("the target of sample 1 holds NaN, which is no class: remove the sample from the data set");
    }

    @Test
    void stepsWhoseTargetsAreAllZeroAreLeftOutAndCounted() {
        float third = 1f / 3;
        float[] x = {third, third, third, third, third, third};
        float[] t = {0, 1, 0, 0, 0, 0};
        Dataset data = Dataset.of(new float[][] {x}, new float[][] {t});
        Model echo = Echo.classes(2, 3);
        Evaluation evaluation = Evaluation.of(echo, data);
        assertThat(evaluation.accuracy()).isZero();
        assertThat(evaluation.loss()).isCloseTo(1.098612, within(1e-6));
        assertThat(evaluation.leftOut()).isEqualTo(1);
        assertThat(evaluation.confusion().total()).isEqualTo(1);
        assertThat(evaluation.toString()).contains("1 of 2 targets of no class left out");
        History history = Trainer.of(echo).fit(data);
        assertThat(history.last().accuracy()).isZero();
        assertThat(history.last().loss()).isCloseTo(1.098612, within(1e-6));
        Dataset padding = Dataset.of(new float[][] {x}, new float[][] {new float[6]});
        assertThatThrownBy(() -> Evaluation.of(echo, padding))
                .hasMessage("no target of the data set names a class: all are 0");
    }

    @Test
    void everyPartOfADataSetGivesTheSameTask() {
        Dataset numbers = Dataset.of(new float[][] {{1}, {2}, {3}, {4}}, new float[][] {{0}, {1}, {0.5f}, {-1}});
        Model model = TwoLayers.numbers(1, 3, 1, 1);
        assertThat(Evaluation.of(model, numbers.take(2)).task().kind()).isEqualTo(Task.Kind.REGRESSION);
        assertThat(Evaluation.of(model, numbers.subset(1)).task().kind()).isEqualTo(Task.Kind.REGRESSION);
        assertThat(Evaluation.of(model, StandardScaler.fit(numbers).apply(numbers.take(2)))
                        .task()
                        .kind())
                .isEqualTo(Task.Kind.REGRESSION);
        Dataset rows = Dataset.of(new float[][] {{1}, {2}}, new float[][] {{0, 1}, {0.5f, 0.5f}});
        assertThat(Task.of(TwoLayers.numbers(1, 3, 2, 1).info(), rows.take(1)).kind())
                .isEqualTo(Task.Kind.REGRESSION);
        Dataset certain = Dataset.of(new float[][] {{1}, {2}}, new float[][] {{0.25f}, {1}});
        assertThat(Task.of(TwoLayers.binary(1, 3, 1).info(), certain)).isEqualTo(new Task(Task.Kind.BINARY, 1, 0.5f));
    }

    @Test
    void targetsMinusAndPlusOneAreBinaryWithThresholdZero() {
        Dataset signs = Dataset.of(new float[][] {{1, 1}, {2, 2}}, new float[][] {{-1}, {1}});
        Task task = Task.of(TwoLayers.numbers(2, 3, 1, 1).info(), signs);
        assertThat(task).isEqualTo(new Task(Task.Kind.BINARY, 1, 0));
        assertThat(task.classOf(new float[] {-0.1f, 0.1f}, 0)).isZero();
        assertThat(task.classOf(new float[] {-0.1f, 0.1f}, 1)).isEqualTo(1);
    }

    @Test
    void aSequenceOfClassesHasAClassAtEachStep() {
        ModelInfo info = ModelInfo.builder("Tags", Loss.CROSS_ENTROPY, 2)
                .layer("tags", "Dense", "a = softmax(x·W + b)", 3, 2)
                .build();
        float[] t = {0, 1, 1, 0, 0, 1};
        Task task = Task.of(info, Dataset.of(new float[][] {{1, 1}}, new float[][] {t}));
        assertThat(task).isEqualTo(new Task(Task.Kind.MULTI_CLASS, 2, 0, 3));
        assertThat(task).hasToString("2 classes, the largest of 2 outputs at each of 3 steps");
        assertThat(task.correct(new float[] {0.1f, 0.9f, 0.2f, 0.8f, 0.4f, 0.6f}, t, 1))
                .isEqualTo(2);
    }

    @Test
    void stepsAreThoseOfTheLayerThatComputesWhateverShapeFollows() {
        ModelInfo flattened = ModelInfo.builder("Tags", Loss.CROSS_ENTROPY, 2)
                .layer("tags", "Dense", "a = softmax(x·W + b)", 3, 2)
                .view("row", "Flatten", "a = x in one row", 6)
                .build();
        ModelInfo reshaped = ModelInfo.builder("Six", Loss.CROSS_ENTROPY, 2)
                .layer("six", "Dense", "a = softmax(x·W + b)", 6)
                .view("table", "Reshape", "a = x in another shape", 2, 3)
                .build();
        Dataset data = Dataset.of(new float[][] {{1, 1}}, new float[][] {{0, 1, 1, 0, 0, 1}});
        assertThat(Task.of(flattened, data)).isEqualTo(new Task(Task.Kind.MULTI_CLASS, 2, 0, 3));
        assertThat(Task.of(reshaped, data)).isEqualTo(new Task(Task.Kind.MULTI_CLASS, 6, 0, 1));
    }

    @Test
    void oneHotTargetsMakeASquaredErrorNetworkAClassifier() {
        Dataset oneHot = Dataset.of(new float[][] {{1, 1}, {2, 2}}, new float[][] {{0, 1, 0}, {0, 0, 1}});
        assertThat(Task.of(TwoLayers.numbers(2, 3, 3, 1).info(), oneHot).kind()).isEqualTo(Task.Kind.MULTI_CLASS);
        Dataset soft = Dataset.of(new float[][] {{1, 1}, {2, 2}}, new float[][] {{0, 1, 0}, {0, 0.5f, 0.5f}});
        assertThat(Task.of(TwoLayers.numbers(2, 3, 3, 1).info(), soft).kind()).isEqualTo(Task.Kind.REGRESSION);
        assertThat(Task.of(TwoLayers.classes(2, 3, 3, 1).info(), soft).kind()).isEqualTo(Task.Kind.MULTI_CLASS);
    }

    @Test
    void regressionHasErrorAndR2ButNoAccuracy() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        Dataset line = Samples.line(300, 1);
        Evaluation evaluation = Evaluation.of(model, line);
        float[] t = line.targets();
        float[] a = model.predict(line.inputs());
        double mean = 0;
        for (float each : t) {
            mean += each / 300.0;
        }
        double squares = 0;
        double spread = 0;
        double absolute = 0;
        for (int i = 0; i < 300; i++) {
            squares += (a[i] - t[i]) * (a[i] - t[i]);
            spread += (t[i] - mean) * (t[i] - mean);
            absolute += Math.abs(a[i] - t[i]);
        }
        assertThat(evaluation.loss()).isCloseTo(squares / 300, within(1e-5));
        assertThat(evaluation.r2()).isCloseTo(1 - squares / spread, within(1e-4));
        assertThat(evaluation.meanAbsoluteError()).isCloseTo(absolute / 300, within(1e-5));
        assertThatThrownBy(evaluation::accuracy)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this is a regression with 1 output, which has no classes: look at loss(),"
                        + " meanAbsoluteError() and r2()");
        assertThat(evaluation.toString()).startsWith("Example on 300 samples: regression with 1 output\nloss ");
    }

    @Test
    void theResultDoesNotDependOnTheBlockSize() {
        Model model = TwoLayers.classes(4, 6, 3, 1);
        Dataset data = Samples.clouds(100, 4, 3, 1);
        Task task = Task.of(model.info(), data);
        Evaluation whole = Evaluation.of(model, data, task, model.workspace(100));
        Evaluation blocks = Evaluation.of(model, data, task, model.workspace(7));
        assertThat(blocks.accuracy()).isEqualTo(whole.accuracy());
        assertThat(blocks.loss()).isCloseTo(whole.loss(), within(1e-6));
    }

    @Test
    void blocksFollowTheSizeOfTheNetworkAndHoldNoGradients() {
        ModelInfo image = ModelInfo.builder("Large", Loss.MEAN_SQUARED_ERROR, 1024, 1024, 3)
                .layer("pool", "AvgPool2d", "a = mean(x)", 512, 512, 3)
                .layer("mean", "GlobalAvgPool", "a = mean(x)", 3)
                .build();
        try (Threads one = Threads.of(1)) {
            Workspace large = Workspace.forEvaluating(image, 1_000, one);
            assertThat(large.maxBatch()).isEqualTo(4);
            assertThat(large.gradients()).isEmpty();
            assertThat(large.gradient(0)).hasSize(4 * 3);
            assertThat(large.gradient(1)).isSameAs(large.gradient(0));
            Model small = TwoLayers.classes(4, 6, 3, 1);
            assertThat(Workspace.forEvaluating(small.info(), 1_000, one).maxBatch())
                    .isEqualTo(256);
            assertThat(Workspace.forEvaluating(small.info(), 10, one).maxBatch())
                    .isEqualTo(10);
        }
    }

    @Test
    void manyLayersMakeBlocksSmaller() {
        ModelInfo.Builder deep = ModelInfo.builder("Deep", Loss.MEAN_SQUARED_ERROR, 64, 64, 16);
        for (int i = 0; i < 31; i++) {
            deep.layer("relu" + i, "ReLU", "a = relu(x)", 64, 64, 16);
        }
        try (Threads one = Threads.of(1)) {
            assertThat(Workspace.forEvaluating(deep.build(), 1_000, one).maxBatch())
                    .isEqualTo(8);
        }
    }

    @Test
    void anEvaluationOfLargeImagesAllocatesLittleMoreThanOneOfThem() {
        int size = 1 << 20;
        Model echo = Echo.numbers(size);
        Dataset images = Dataset.of(new float[3 * size], Shape.of(size), new float[3 * size], size);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Task task = Task.regression(echo.info());
        long before = thread.getCurrentThreadAllocatedBytes();
        Evaluation.of(echo, images, task);
        long bytes = thread.getCurrentThreadAllocatedBytes() - before;
        // Inputs, outputs, targets and the loss's gradient of 3 samples, and the mean of each target in double.
        assertThat(bytes).isLessThan((3L * 4 * Float.BYTES + Double.BYTES) * size + (1 << 20));
    }

    @Test
    void binaryCanBeReadAsRegression() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        assertThat(Evaluation.of(model, Samples.xor(), Task.regression(model.info()))
                        .task()
                        .isClassification())
                .isFalse();
    }

    @Test
    void aTaskOfAnotherNetworkIsRefused() {
        Model model = TwoLayers.binary(2, 3, 1);
        assertThatThrownBy(() -> Evaluation.of(model, Samples.xor(), new Task(Task.Kind.MULTI_CLASS, 3, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the task is for 3 outputs, but Example has 1: take Task.of or Task.regression of this"
                        + " network");
    }

    @Test
    void itPrintsAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Evaluation.of(TwoLayers.binary(2, 3, 1), Samples.xor()).toString())
                    .startsWith("Example on 4 samples: ");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void evaluationDoesNotChangeTheModel() {
        Model model = TwoLayers.classesWithDropout(4, 6, 3, 0.5f, 1);
        float[] before = model.parameters().copy();
        Dataset data = Samples.clouds(50, 4, 3, 1);
        assertThat(Evaluation.of(model, data).loss())
                .isEqualTo(Evaluation.of(model, data).loss());
        assertThat(Arrays.equals(model.parameters().values(), before)).isTrue();
    }
}
