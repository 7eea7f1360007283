package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossCheckTest {

    @ParameterizedTest
    @EnumSource
    void aLossGoesWithItsActivationsAndNoOthers(Loss loss) {
        Set<Activation> accepted = EnumSet.noneOf(Activation.class);
        for (Activation activation : Activation.values()) {
            if (problems(loss, activation).found().isEmpty()) {
                accepted.add(activation);
            }
        }

        assertThat(accepted)
                .isEqualTo(
                        switch (loss) {
                            case CROSS_ENTROPY -> EnumSet.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX);
                            case LOG_LIKELIHOOD -> EnumSet.of(Activation.SOFTMAX);
                            case BINARY_CROSS_ENTROPY -> EnumSet.of(Activation.SIGMOID);
                            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
                                EnumSet.complementOf(EnumSet.of(Activation.LOG_SOFTMAX));
                        });
    }

    @ParameterizedTest
    @EnumSource
    void bothRemediesArePairsThemselves(Loss loss) {
        for (Activation activation : Activation.values()) {
            for (Problem problem : problems(loss, activation).found()) {
                Loss suggestedLoss = (Loss) problem.arguments().get(4);
                Activation suggestedActivation =
                        (Activation) problem.arguments().get(5);

                assertThat(problems(suggestedLoss, activation).found()).isEmpty();
                assertThat(problems(loss, suggestedActivation).found()).isEmpty();
            }
        }
    }

    private static Problems problems(Loss loss, Activation activation) {
        Problems problems = new Problems();
        Written network = Written.annotation("Network").with("loss", loss);
        LossCheck.checkPair(
                loss,
                activation,
                "last layer",
                "output",
                network.declaration().attribute("loss").position(),
                problems);
        return problems;
    }
}
