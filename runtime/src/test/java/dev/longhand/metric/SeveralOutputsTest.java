package dev.longhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.Targets;
import dev.longhand.model.Model;
import dev.longhand.testing.TwoEchoes;
import dev.longhand.training.History;
import dev.longhand.training.PrintEpochs;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluation and training of a network with two outputs. */
class SeveralOutputsTest {

    private static final double[] LOSSES = {-Math.log(0.7), -Math.log(0.2), -Math.log(0.6)};

    private final Model model = new TwoEchoes();

    private static Dataset data() {
        float[] x = {
            0.7f, 0.2f, 0.1f, 1, 2, //
            0.5f, 0.2f, 0.3f, 3, 4, //
            0.3f, 0.1f, 0.6f, 5, 6
        };
        int[] kinds = {0, 1, 2};
        float[][] sizes = {{1, 4}, {3, 4}, {6, 6}};
        return Dataset.of(x, Shape.of(5), Targets.classes(kinds, 3).and(Targets.numbers(sizes)));
    }

    private static double mean(double... weights) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < 3; i++) {
            sum += weights[i] * LOSSES[i];
            all += weights[i];
        }
        return sum / all;
    }

    @Test
    void eachOutputHasItsFiguresAndTheLossIsTheirSumByWeights() {
        Evaluation evaluation = Evaluation.of(model, data());
        Evaluation kind = evaluation.output("kind");
        Evaluation size = evaluation.output("size");
        assertThat(evaluation.outputs()).containsOnlyKeys("kind", "size");
        assertThat(kind.loss()).isCloseTo(mean(1, 1, 1), within(1e-6));
        assertThat(kind.accuracy()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(kind.confusion().count(1, 0)).isEqualTo(1);
        assertThat(size.loss()).isCloseTo(5 / 6.0, within(1e-6));
        assertThat(size.meanAbsoluteError()).isCloseTo(0.5, within(1e-12));
        assertThat(size.r2()).isCloseTo(1 - 5 / (38 / 3.0 + 8 / 3.0), within(1e-6));
        assertThat(evaluation.loss()).isCloseTo(kind.loss() + 0.5 * size.loss(), within(1e-12));
        assertThat(evaluation.toString())
                .startsWith("Echoes on 3 samples: several tasks, of 5 outputs in all\nloss ")
                .contains("\n\"kind\" of Echoes on 3 samples: 3 classes, the largest of 3 outputs\n")
                .contains("\n\"size\" of Echoes on 3 samples: regression with 2 outputs\nloss 0.83333, mean absolute");
    }

    @Test
    void sourcesAreEvaluatedAsDataSetsAre() throws IOException {
        Evaluation expected = Evaluation.of(model, data());
        Evaluation evaluation = Evaluation.of(model, data().asSource());
        assertThat(evaluation.loss()).isEqualTo(expected.loss());
        assertThat(evaluation.output("size").r2())
                .isCloseTo(expected.output("size").r2(), within(1e-9));
        assertThat(evaluation.output("kind").confusion().count(1, 0)).isEqualTo(1);
    }

    @Test
    void samplesCountByTheirWeightsInAllOutputs() {
        Evaluation evaluation = Evaluation.of(model, data().withSampleWeights(2, 0, 1));
        assertThat(evaluation.output("kind").loss()).isCloseTo(mean(2, 0, 1), within(1e-6));
        assertThat(evaluation.output("kind").accuracy()).isEqualTo(1);
        assertThat(evaluation.output("size").loss()).isCloseTo((2 * 4 + 1) / 6.0, within(1e-6));
    }

    @Test
    void aSampleWithoutALabelDoesntCountInThatOutput() {
        Dataset all = data();
        float[] t = all.targets();
        t[6] = 0;
        Dataset partly = Dataset.of(all.inputs(), Shape.of(5), t, 5);
        Evaluation evaluation = Evaluation.of(model, partly);
        assertThat(evaluation.output("kind").loss()).isCloseTo(mean(1, 0, 1), within(1e-6));
        assertThat(evaluation.output("kind").leftOut()).isEqualTo(1);
        assertThat(evaluation.output("size").loss()).isCloseTo(5 / 6.0, within(1e-6));
        History history = Trainer.of(model).epochs(1).batchSize(2).fit(partly);
        assertThat(history.outputs().get(0).get(0).loss()).isCloseTo(mean(1, 0, 1), within(1e-6));
        assertThat(history.outputs().get(0).get(0).accuracy()).isEqualTo(1);
    }

    @Test
    void nanIsFoundInAnyOutput() {
        float[] x = data().inputs();
        x[5] = Float.NaN;
        Dataset broken = Dataset.of(x, Shape.of(5), data().targets(), 5);
        assertThatThrownBy(() -> Evaluation.of(model, broken))
                .hasMessageStartingWith("\"kind\" of Echoes gives NaN as an output of sample 1, which is no class");
    }

    @Test
    void figuresOfAllOutputsTogetherAreRefused() {
        Evaluation evaluation = Evaluation.of(model, data());
        for (Runnable figure : List.<Runnable>of(
                evaluation::accuracy,
                evaluation::confusion,
                evaluation::f1,
                evaluation::meanAbsoluteError,
                evaluation::rootMeanSquaredError,
                evaluation::r2)) {
            assertThatThrownBy(figure::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Echoes has the outputs \"kind\", \"size\": look at each of them, such as output(\"kind\"),"
                                    + " or at loss()");
        }
        assertThatThrownBy(() -> evaluation.output("colour"))
                .hasMessage("Echoes has no output \"colour\", but \"kind\", \"size\"");
        assertThatThrownBy(() -> evaluation.output("kind").output("kind"))
                .hasMessage("\"kind\" of Echoes has one output, whose evaluation this is");
        assertThatThrownBy(() -> Evaluation.of(model, data(), Task.regression(model.info())))
                .hasMessageContaining("take Task.of");
    }

    @Test
    void probabilitiesAreThoseOfTheOutputThatIsNamed() {
        ClassProbabilities probabilities = ClassProbabilities.of(model, data(), "kind");
        assertThat(probabilities.topAccuracy(1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(probabilities.logLoss()).isCloseTo(mean(1, 1, 1), within(1e-6));
        assertThatThrownBy(() -> ClassProbabilities.of(model, data()))
                .hasMessage("Echoes has several outputs: name one of them, as in of(model, data, \"kind\")");
        assertThatThrownBy(() -> ClassProbabilities.of(model, data(), "size"))
                .hasMessageContaining("which has no classes");
    }

    @Test
    void metricsSeeTheOutputsSideBySide() {
        Metric first = Metric.mean("first", (a, t) -> a[0] + a[3] - t[4]);
        assertThat(first.of(model, data())).isCloseTo((1.7 - 4 + 3.5 - 4 + 5.3 - 6) / 3, within(1e-6));
    }

    @Test
    void everyEpochHasTheFiguresOfEachOutput() {
        List<String> lines = new ArrayList<>();
        History history = Trainer.of(model)
                .epochs(2)
                .batchSize(3)
                .validation(data())
                .callback(PrintEpochs.to(lines::add))
                .fit(data());
        assertThat(history.outputs()).hasSize(2);
        assertThat(history.outputs().get(1).get(1).loss()).isCloseTo(5 / 6.0, within(1e-6));
        assertThat(lines.get(lines.size() - 1))
                .contains("  kind accuracy 0.6667, validation 0.6667  size loss 0.83333, validation 0.83333  ");
        assertThat(history.toCsv())
                .startsWith("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds,kind_loss,"
                        + "kind_accuracy,kind_validation_loss,kind_validation_accuracy,size_loss,size_accuracy,")
                .contains(",0.6666666666666666,");
        assertThat(history.toString())
                .contains("  validation loss  kind validation accuracy  size validation loss  seconds\n")
                .contains("                    0.6667                0.8333  ");
        assertThat(history.toJson()).contains("\"kind_accuracy\": 0.6666666666666666", "\"size_accuracy\": null");
    }

    @Test
    void sizesOfTargetsAreExplainedByOutput() {
        assertThatThrownBy(() -> Evaluation.of(model, Dataset.of(new float[5], Shape.of(5), new float[3], 3)))
                .hasMessage(
                        "Echoes has 5 outputs, but a target of the data set has 3 numbers: give each sample the targets of"
                                + " kind (3), size (2) side by side, as Targets does");
    }

    @Test
    void summarySaysWhereTheOutputsAre() {
        assertThat(model.summary())
                .endsWith("Output kind: numbers 0 to 2 of a prediction, CROSS_ENTROPY\n"
                        + "Output size: numbers 3 to 4 of a prediction, MEAN_SQUARED_ERROR times 0.5\n");
        assertThat(model.info().output("size").loss()).isEqualTo(Loss.MEAN_SQUARED_ERROR);
        assertThat(model.info().output("size").of(model.predict(1, 2, 3, 4, 5))).containsExactly(4, 5);
    }
}
