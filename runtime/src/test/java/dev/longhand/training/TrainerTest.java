package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
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
    void aTrainerIsNotChangedByItsMethods() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Trainer trainer = Trainer.of(model);
        trainer.epochs(5);
        assertThat(trainer.fit(CLOUDS).epochs()).hasSize(1);
    }

    @Test
    void predictingNeverSeesDropout() {
        Model model = TwoLayers.classesWithDropout(4, 8, 3, 0.5f, 5);
        Trainer.of(model).fit(CLOUDS);
        float[] x = CLOUDS.input(0);
        assertThat(Arrays.equals(model.predict(x), model.predict(x))).isTrue();
    }
}
