package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class ValidationTest {

    private static final Dataset CLOUDS = Samples.clouds(210, 4, 3, 1);

    @Test
    void validationIsTheEvaluationAfterTheEpoch() {
        Model model = TwoLayers.classes(4, 5, 3, 1);
        Dataset validation = Samples.clouds(50, 4, 3, 2);
        History history = Trainer.of(model).validation(validation).epochs(2).fit(CLOUDS);
        Evaluation after = Evaluation.of(model, validation);
        assertThat(history.last().validationAccuracy()).isEqualTo(after.accuracy());
        assertThat(history.last().validationLoss()).isCloseTo(after.loss(), within(1e-6));
        assertThat(history.epochs()).extracting(EpochResult::epoch).containsExactly(1, 2);
    }

    @Test
    void validationDoesNotChangeTheTraining() {
        Model with = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
        Model without = TwoLayers.classesWithDropout(4, 8, 3, 0.3f, 5);
        Trainer.of(with).epochs(3).validation(CLOUDS).fit(CLOUDS);
        Trainer.of(without).epochs(3).fit(CLOUDS);
        assertThat(with.parameters().sha256()).isEqualTo(without.parameters().sha256());
    }
}
