package dev.longhand.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.testing.Samples;
import dev.longhand.testing.TwoLayers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("kernels")
class NumericalGradientTest {

    @Test
    void theNotesParabolaHasSlopes02And03() {
        assertThat(NumericalGradient.derivative(x -> 0.01 * x * x + 0.1 * x, 5)).isCloseTo(0.2, within(1e-11));
        assertThat(NumericalGradient.derivative(x -> 0.01 * x * x + 0.1 * x, 10))
                .isCloseTo(0.3, within(1e-11));
    }

    @Test
    void theSumOfSquaresAt34HasGradient68() {
        double[] gradient = NumericalGradient.gradient(x -> x[0] * x[0] + x[1] * x[1], 3, 4);
        assertThat(gradient).containsExactly(new double[] {6, 8}, within(1e-10));
    }

    @Test
    void gradientDoesNotChangeThePoint() {
        double[] point = {3, 4};
        NumericalGradient.gradient(x -> x[0], point);
        assertThat(point).containsExactly(3, 4);
    }

    static List<Arguments> models() {
        return List.of(
                Arguments.of("softmax", TwoLayers.classes(3, 5, 4, 1), Samples.clouds(7, 3, 4, 1)),
                Arguments.of("dropout", TwoLayers.classesWithDropout(3, 8, 4, 0.5f, 1), Samples.clouds(7, 3, 4, 1)),
                Arguments.of("sigmoid", TwoLayers.binary(2, 5, 1), Samples.xor()),
                Arguments.of("identity", TwoLayers.numbers(2, 5, 1, 1), Samples.line(6, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void backwardAgreesWithCentralDifferences(String name, Model model, Dataset batch) {
        GradientCheck check = NumericalGradient.check(model, batch);
        assertThat(check.rows())
                .extracting(GradientCheck.Row::name)
                .containsExactly("hidden.weight", "hidden.bias", "output.weight", "output.bias");
        assertThat(check.largestDifference()).as(check.toString()).isLessThan(2e-4f);
    }

    @Test
    void theModelIsUnchangedAfterwards() {
        Model model = TwoLayers.binary(2, 5, 1);
        String before = model.parameters().sha256();
        NumericalGradient.check(model, Samples.xor());
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void aStepThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> NumericalGradient.derivative(x -> x, 1, 0))
                .hasMessage("h 0.0 is not a positive number: 1.0E-4 suits functions of double, 0.01 models");
    }

    @Test
    void descentReachesTheNotesPoint() {
        double[] path = GradientDescent.path(x -> 2 * (x - 3), 10, 0.01, 100);
        double x = path[100];
        assertThat(path).hasSize(101);
        assertThat(path[0]).isEqualTo(10);
        assertThat(x).isEqualTo(3.9283368912632715);
        assertThat((x - 3) * (x - 3) + 10).isEqualTo(10.861809383680356);
    }

    @Test
    void descentByNumericalDerivativesReachesTheSamePoint() {
        double[] path =
                GradientDescent.path(x -> NumericalGradient.derivative(y -> (y - 3) * (y - 3) + 10, x), 10, 0.01, 100);
        assertThat(path[100]).isCloseTo(3.9283368912632715, within(1e-9));
    }

    @Test
    void descentInThePlaneReachesTheMinimum() {
        double[][] path = GradientDescent.path(x -> new double[] {2 * x[0], 2 * x[1]}, new double[] {-3, 4}, 0.1, 100);
        assertThat(path[0]).containsExactly(-3, 4);
        assertThat(path[100]).containsExactly(new double[] {0, 0}, within(1e-8));
    }
}
