package dev.longhand.examples.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Activation;
import dev.longhand.examples.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("kernels")
class FunctionsTest {

    @TempDir
    private static Path folder;

    private static Path picture;
    private static Run run;

    @BeforeAll
    static void runOnce() {
        picture = folder.resolve("functions.png");
        run = Run.well("functions", "--picture", picture.toString());
    }

    static List<Curve> smoothCurves() {
        return Curve.all().stream()
                .filter(curve -> curve.function() != Activation.STEP && curve.function() != Activation.SIGN)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("smoothCurves")
    void theDerivativeIsTheCurvesSlope(Curve curve) {
        for (double z : new double[] {-2.3, -0.7, 0.4, 1.9}) {
            double h = 1e-2;
            double[] around = curve.values(z - h, z + h);
            assertThat(curve.derivatives(z)[0]).isEqualTo((around[1] - around[0]) / (2 * h), within(1e-3));
        }
    }

    @Test
    void theSigmoidsDerivativeIsAtMostAQuarter() {
        Curve sigmoid = new Curve("sigmoid", Activation.SIGMOID, 1);
        assertThat(Arrays.stream(sigmoid.derivatives(-2, -1, 0, 1, 2))).allMatch(slope -> slope <= 0.25);
        assertThat(run.section("Activations")).anyMatch(line -> line.contains("at most 0.25, at z = 0"));
    }

    @Test
    void tanhIsTheStretchedSigmoidOfTheNote() {
        Curve tanh = new Curve("tanh", Activation.TANH, 0.5f);
        Curve sigmoid = new Curve("sigmoid", Activation.SIGMOID, 1);
        double[] z = {-3, -0.5, 0, 1, 4};
        for (int i = 0; i < z.length; i++) {
            assertThat(tanh.values(z)[i]).isEqualTo(2 * sigmoid.values(z)[i] - 1, within(1e-6));
        }
    }

    @Test
    void lossesAreThoseOfTheNotes() {
        List<double[]> rows = run.section("Losses of the notes").stream()
                .filter(line -> line.contains("0."))
                .map(line -> Run.lastNumbers(line, 2))
                .toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.subList(0, 4)).allMatch(row -> row[0] == row[1]);
        assertThat(rows.get(4)).containsExactly(0.5108, 0.51);
    }

    @Test
    void squaredErrorHasTheSmallerGradientOnTheWorseOutput() {
        double[] better = Run.numbers(run.line("Why squared error", "0.7503"));
        double[] worse = Run.numbers(run.line("Why squared error", "0.9971"));
        assertThat(better[1]).isEqualTo(0.2815);
        assertThat(worse[1]).isEqualTo(0.4971);
        assertThat(worse[3]).isLessThan(better[3] / 10);
        assertThat(worse[5]).isGreaterThan(better[5]);
    }

    @Test
    void gradientsVanishInSigmoidsButNotInRelus() {
        assertThat(Run.lastNumbers(run.line("Vanishing gradients", "sigmoid"), 1)[0])
                .isGreaterThan(500);
        assertThat(Run.lastNumbers(run.line("Vanishing gradients", "ReLU"), 1)[0])
                .isLessThan(50);
    }

    @Test
    void categoriesBecomeOneHot() {
        assertThat(run.line("Feature scaling", "Categories"))
                .endsWith("(1.755, 65.5, 122, 1, 3) → (1.755, 65.5, 122, 1, 0, 0, 0, 1, 0)");
    }

    @Test
    void softmaxOfLargeNumbersIsFinite() {
        assertThat(Run.lastNumbers(run.line("Softmax", "(1010"), 4))
                .containsExactly(new double[] {0.9999546, 4.54e-5, 2e-9, 1}, within(1e-7));
    }

    @Test
    void thePictureIsAPng() throws Exception {
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2640);
    }
}
