package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import dev.longhand.augment.Image;
import dev.longhand.data.Dataset;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.OptimizerSnapshot;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final Shape SHAPE = Shape.of(20, 20, 1);

    private static final Augmentation ALL = Augmentation.translate(2)
            .then(Augmentation.elastic(10, 3))
            .then(Augmentation.noise(0.1))
            .then(Augmentation.mixup(0.4));

    private static Dataset images() {
        return Samples.clouds(101, 400, 10, 1);
    }

    private static Trainer trainer(TwoLayers model) {
        return Trainer.of(model).batchSize(20).epochs(3).seed(5).threads(1).optimizer(Adam.learningRate(0.01));
    }

    private static float[] trained(Trainer trainer, TwoLayers model) {
        trainer.fit(images());
        return model.parameters().copy();
    }

    private static TwoLayers model() {
        return TwoLayers.classes(400, 60, 10, 1);
    }

    @Test
    void theParametersAreTheSameForAnyNumberOfThreads() {
        TwoLayers one = model();
        float[] expected = trained(trainer(one).augment(ALL, SHAPE), one);
        for (int threads : new int[] {2, 3}) {
            TwoLayers several = model();
            assertThat(trained(trainer(several).threads(threads).augment(ALL, SHAPE), several))
                    .containsExactly(expected);
        }
        TwoLayers plain = model();
        assertThat(trained(trainer(plain), plain)).isNotEqualTo(expected);
    }

    @Test
    void aSourceReadAheadGivesTheBitsOfTheDataSet() throws IOException {
        TwoLayers inMemory = model();
        float[] expected = trained(trainer(inMemory).augment(ALL, SHAPE), inMemory);
        for (int readers : new int[] {1, 3}) {
            TwoLayers ahead = model();
            trainer(ahead).readers(readers).augment(ALL, SHAPE).fit(images().asSource());
            assertThat(ahead.parameters().copy()).containsExactly(expected);
        }
    }

    @Test
    void aChangeByNothingGivesTheBitsOfThePlainTraining() {
        TwoLayers plain = model();
        float[] expected = trained(trainer(plain), plain);
        TwoLayers unchanged = model();
        assertThat(trained(trainer(unchanged).augment(Augmentation.rotate(0), SHAPE), unchanged))
                .containsExactly(expected);
    }

    @Test
    void aResumedTrainingDrawsTheSameChanges() {
        TwoLayers whole = model();
        float[] expected = trained(trainer(whole).augment(ALL, SHAPE), whole);
        TwoLayers resumed = model();
        List<OptimizerSnapshot> snapshots = new ArrayList<>();
        trainer(resumed)
                .augment(ALL, SHAPE)
                .callback(new Callback() {
                    @Override
                    public void onEpochEnd(Training training, EpochResult result) {
                        snapshots.add(training.step().optimizer().snapshot());
                        training.stop("enough");
                    }
                })
                .fit(images());
        assertThat(trained(trainer(resumed).augment(ALL, SHAPE).resumeFrom(1, snapshots.get(0)), resumed))
                .containsExactly(expected);
    }

    /** Notes the keys and leaves the images as they are. */
    private record Noting(List<Long> keys) implements Augmentation {

        @Override
        public void apply(Image image, long key) {
            keys.add(key);
        }
    }

    @Test
    void eachTrainingSampleIsChangedOnceAnEpochAndValidationSamplesAreNot() {
        Noting noting = new Noting(new ArrayList<>());
        trainer(model()).augment(noting, SHAPE).validation(images()).fit(images());
        assertThat(noting.keys()).hasSize(3 * 101).doesNotHaveDuplicates();
    }

    @Test
    void theShapeIsThatOfTheDataSetUnlessItIsGiven() {
        Noting noting = new Noting(new ArrayList<>());
        Dataset shaped = Dataset.ofLabels(images().inputs(), SHAPE, images().labels(), 10);
        trainer(model()).augment(noting).fit(shaped);
        assertThat(noting.keys()).isNotEmpty();
        assertThatThrownBy(() -> trainer(model()).augment(noting).fit(images()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "augmentation needs images of height × width × channels, but the samples have the shape 400:"
                                + " give the shape, as in augment(augmentation, Shape.of(28, 28, 1))");
        assertThatThrownBy(
                        () -> trainer(model()).augment(noting, Shape.of(3, 3)).fit(images()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("images of 3×3, which are 9 numbers, but the samples have 400");
    }
}
