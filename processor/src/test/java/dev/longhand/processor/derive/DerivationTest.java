package dev.longhand.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.processor.Resolved;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.derive.Derivative.Kept;
import dev.longhand.processor.derive.Derivative.OfLoss;
import dev.longhand.processor.derive.Derivative.OfOperation;
import dev.longhand.processor.lower.Lowering;
import dev.longhand.processor.lower.Operation.Affine;
import dev.longhand.processor.lower.Operation.Apply;
import dev.longhand.processor.lower.Operation.Drop;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivationTest {

    private static List<Derivative> backward(ResolvedNetwork network) {
        return Derivation.derive(Lowering.lower(network)).backward();
    }

    @Test
    void backwardPassIsTheForwardPassInReverseAfterTheLoss() {
        List<Derivative> backward = backward(Resolved.input(2)
                .dense("hidden", 3, Activation.TANH)
                .dropout("dropout")
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(backward.stream()
                        .skip(1)
                        .<Class<?>>map(step -> ((OfOperation) step).operation().getClass()))
                .containsExactly(Affine.class, Drop.class, Apply.class, Affine.class);
        assertThat(((OfLoss) backward.get(0)).loss()).isEqualTo(Loss.MEAN_SQUARED_ERROR);
    }

    @Test
    void gradientThatReachesNoParameterIsNotAskedFor() {
        List<Derivative> backward = backward(Resolved.input(2)
                .dropout("noise")
                .activate("squash", Activation.TANH)
                .dense("hidden", 3, Activation.TANH)
                .activate("again", Activation.TANH)
                .dense("output", 1, Activation.IDENTITY)
                .loss(Loss.MEAN_SQUARED_ERROR));
        assertThat(backward.stream().skip(1).map(DerivationTest::inputGradient))
                .as("output, again, tanh of hidden, hidden, squash, noise")
                .containsExactly(true, true, true, false, false, false);
    }

    private static boolean inputGradient(Derivative derivative) {
        return ((OfOperation) derivative).inputGradient();
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void threeDerivativesNeedTheSum(Activation activation) {
        Set<Activation> inTermsOfZ = EnumSet.of(Activation.GELU, Activation.SILU, Activation.SOFTPLUS);
        List<Derivative> backward =
                backward(Resolved.input(2).dense("hidden", 3, activation).loss(Loss.MEAN_SQUARED_ERROR));
        if (activation == Activation.IDENTITY) {
            assertThat(backward).hasSize(2);
            return;
        }
        assertThat(((OfOperation) backward.get(1)).kept()).isEqualTo(inTermsOfZ.contains(activation) ? Kept.Z : Kept.A);
    }
}
