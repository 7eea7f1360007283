package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second call of fit goes on where the first one ended. */
@Tag("kernels")
class FitAgainTest {

    private static final Dataset CLOUDS = Samples.clouds(60, 4, 3, 1);

    private static Model model() {
        return new Normalized(4, 6, 3, 0.3f, 1);
    }

    @Test
    void callsOfOneEpochAreOneCallOfAllEpochs() {
        for (UnaryOperator<Trainer> settings : List.<UnaryOperator<Trainer>>of(
                trainer -> trainer,
                trainer -> trainer.movingAverage(0.9).validation(CLOUDS),
                trainer -> trainer.batchSize(7).accumulate(2).clipNorm(0.5))) {
            Model whole = model();
            Model inParts = model();
            settings.apply(Trainer.of(whole)).epochs(3).fit(CLOUDS);
            Trainer trainer = settings.apply(Trainer.of(inParts));
            trainer.fit(CLOUDS);
            History second = trainer.fit(CLOUDS);
            History third = trainer.epochs(1).fit(CLOUDS);
            assertThat(inParts.parameters().sha256())
                    .isEqualTo(whole.parameters().sha256());
            assertThat(second.epochs()).extracting(EpochResult::epoch).containsExactly(2);
            assertThat(third.epochs()).extracting(EpochResult::epoch).containsExactly(3);
        }
    }

    @Test
    void startOverBeginsWithTheFirstOrderAndAnEmptyOptimizer() {
        Model one = model();
        Model two = model();
        Trainer trainer = Trainer.of(one);
        trainer.fit(CLOUDS);
        History second = trainer.startOver().fit(CLOUDS);
        Trainer.of(two).fit(CLOUDS);
        Trainer.of(two).fit(CLOUDS);
        assertThat(one.parameters().sha256()).isEqualTo(two.parameters().sha256());
        assertThat(second.last().epoch()).isEqualTo(1);
    }

    @Test
    void aLowerLearningRateGoesOnWithTheMoments() {
        Model model = model();
        Trainer trainer = Trainer.of(model).optimizer(Adam.learningRate(0.01));
        trainer.fit(CLOUDS);
        long[] steps = new long[2];
        Callback first = new Callback() {
            @Override
            public void onEpochBegin(Training training) {
                steps[0] = training.steps();
                steps[1] =
                        Math.round(1000 * training.step().optimizer().arrays().get("v")[0] * 1e9);
            }
        };
        trainer.optimizer(Adam.learningRate(0.001)).callback(first).fit(CLOUDS);
        assertThat(steps[0]).isEqualTo(2);
        assertThat(steps[1]).isNotZero();
        trainer.optimizer(Sgd.learningRate(0.001)).callback(first(steps)).fit(CLOUDS);
        assertThat(steps[0]).isZero();
    }

    private static Callback first(long[] steps) {
        return new Callback() {
            @Override
            public void onEpochBegin(Training training) {
                steps[0] = training.steps();
            }
        };
    }

    @Test
    void parametersThatWereSetBetweenTwoCallsAreTrainedOnAlsoWithAnAverage() {
        Model model = model();
        Trainer trainer = Trainer.of(model).optimizer(Sgd.learningRate(1e-30)).movingAverage(0.5);
        trainer.fit(CLOUDS);
        float[] others = new Normalized(4, 6, 3, 0, 77).parameters().copy();
        model.parameters().set(others);
        trainer.fit(CLOUDS);
        assertThat(model.parameters().layer(0).weights())
                .isEqualTo(new Normalized(4, 6, 3, 0, 77).parameters().layer(0).weights());
    }

    @Test
    void aCallAfterAFailedOneStartsOver() {
        Model model = TwoLayers.numbers(2, 3, 1, 1);
        Dataset line = Samples.line(20, 1);
        Trainer trainer = Trainer.of(model);
        trainer.fit(line);
        float[] good = model.parameters().copy();
        assertThatThrownBy(() ->
                        trainer.optimizer(Sgd.learningRate(1e30)).epochs(5).fit(line))
                .isInstanceOf(TrainingDivergedException.class);
        model.parameters().set(good);
        assertThat(trainer.fit(line).last().epoch()).isEqualTo(1);
    }
}
