package dev.longhand.examples.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class DescentTest {

    private static final Run RUN = Run.well("descent");

    @Test
    void centralDifferencesGiveTheDerivativesOfTheNote() {
        assertThat(Run.numbers(RUN.line("Numerical differentiation", "5"))[1]).isEqualTo(0.2, within(1e-9));
        assertThat(Run.numbers(RUN.line("Numerical differentiation", "10"))[1]).isEqualTo(0.3, within(1e-9));
    }

    @Test
    void theNumericalGradientIsTwiceThePoint() {
        assertThat(Run.numbers(RUN.line("Numerical gradient", "3   4")))
                .containsExactly(new double[] {3, 4, 6, 8, 6, 8}, within(1e-7));
    }

    @Test
    void descentEndsAtTheNotesLastDigit() {
        assertThat(RUN.line("Gradient descent", "100")).matches("100  3\\.9283368912632715  +10\\.861809383680356");
    }

    @Test
    void tooLargeALearningRateDiverges() {
        assertThat(RUN.line("The learning rate", "0.0001")).endsWith("hardly moves");
        assertThat(Math.abs(Run.numbers(RUN.line("The learning rate", "1.05"))[4]))
                .isGreaterThan(1e4);
    }

    @Test
    void onTheSaddleSgdIsStuckWhereRmspropEscapes() {
        assertThat(RUN.line("A saddle", "SGD")).endsWith("stuck");
        for (String optimizer : new String[] {"RMSprop", "Adam", "Adagrad", "momentum"}) {
            assertThat(RUN.line("A saddle", optimizer)).doesNotEndWith("stuck");
        }
    }

    @Test
    void theBackwardPassIsTheNumericalGradient() {
        for (String array : new String[] {"hidden.weight", "hidden.bias", "output.weight", "output.bias"}) {
            double[] row = Run.numbers(RUN.line("A network's backward pass", array));
            assertThat(row[2]).isLessThan(1e-3 * row[1] + 1e-4);
        }
    }

    @Test
    void thePictureIsAPng(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("descent.png");
        Run.well("descent", "--picture", file.toString());
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2480);
    }
}
