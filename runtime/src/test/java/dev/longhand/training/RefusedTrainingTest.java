package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.model.Parameters.TrainingClaim;
import dev.longhand.optimizer.Sgd;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class RefusedTrainingTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    @Test
    void aModelIsTrainedByOneTrainerAtATimeAndReleasedAfterwards() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        try (TrainingClaim claim = model.parameters().claimForTraining()) {
            assertThatThrownBy(() -> Trainer.of(model).fit(CLOUDS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Example is being trained already by thread");
        }
        Callback faulty = new Callback() {
            @Override
            public void onEpochEnd(Training training, EpochResult result) {
                throw new UnsupportedOperationException("of the user's");
            }
        };
        assertThatThrownBy(() -> Trainer.of(model).callback(faulty).fit(CLOUDS)).hasMessage("of the user's");
        Trainer.of(model).fit(CLOUDS);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        Trainer trainer = Trainer.of(TwoLayers.classes(4, 5, 3, 1));
        assertThatThrownBy(() -> trainer.batchSize(0)).hasMessage("batchSize 0 must be at least 1: 32 is usual");
        assertThatThrownBy(() -> trainer.epochs(0)).hasMessage("epochs 0 must be at least 1");
        assertThatThrownBy(() -> trainer.fit(Samples.xor()))
                .hasMessageStartingWith("Example takes inputs of 4 numbers");
        assertThatThrownBy(() -> trainer.validation(Samples.xor())).hasMessageStartingWith("Example takes inputs of 4");
    }

    @Test
    void targetsThatTheLossDoesNotTakeAreRefusedWithTheirSample() {
        for (float target : new float[] {-1, 2, 1e30f, Float.NaN}) {
            Dataset data = Dataset.of(new float[3][2], new float[][] {{0}, {1}, {target}});
            Model model = TwoLayers.binary(2, 3, 1);
            String message = "target 0 of sample 2 is " + target
                    + ", but the loss of Example, BINARY_CROSS_ENTROPY, takes targets from 0 to 1: ";
            assertThatThrownBy(() -> Trainer.of(model).fit(data))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(message);
            assertThatThrownBy(() -> Evaluation.of(model, data)).hasMessageStartingWith(message);
            assertThatThrownBy(() -> Trainer.of(model).validation(data)).hasMessageStartingWith(message);
            try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(0.1), 3, 1)) {
                assertThatThrownBy(() -> step.run(data.inputs(), data.targets()))
                        .hasMessageStartingWith(message);
            }
        }
        Dataset classes = Dataset.of(new float[2][4], new float[][] {{0, 1, 0}, {-1, 1, 1}});
        assertThatThrownBy(() -> Trainer.of(TwoLayers.classes(4, 5, 3, 1)).fit(classes))
                .hasMessage("target 0 of sample 1 is -1.0, but the loss of Example, CROSS_ENTROPY, takes targets from 0"
                        + " to 1: write 0 for −1");
    }
}
