package dev.longhand.examples.overfitting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.examples.Run;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverfittingTest {

    private static final String TITLE = "Remedies against overfitting";

    @Test
    void eachRemedyHasALineAndThePictureIsAPng(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("overfitting.png");
        Run run = Run.well(
                "overfitting",
                "--digits",
                "200",
                "--epochs",
                "30",
                "--seeds",
                "2",
                "--hold-out",
                "2000",
                "--picture",
                picture.toString());
        for (Remedy remedy : Remedy.values()) {
            String line = run.line(TITLE, remedy.toString());
            double[] numbers = Run.lastNumbers(line, 6);
            assertThat(numbers[0]).as(line).isBetween(0.6, 1.0);
            assertThat(numbers[1]).as(line).isBetween(0.6, 0.95);
        }
        double[] none = Run.lastNumbers(run.line(TITLE, Remedy.NONE.toString()), 6);
        double[] augmented = Run.lastNumbers(run.line(TITLE, Remedy.AUGMENTATION.toString()), 6);
        assertThat(none[0]).isEqualTo(1);
        assertThat(augmented[1]).isGreaterThan(none[1] + 0.03);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2 * (24 + 420 + 520 + 3 * 24));
    }

    @Test
    void moreDigitsThanThereAreAreRefusedInOneSentence() {
        Run run = Run.of("overfitting", "--digits", "60000", "--hold-out", "10000");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("--digits 60000 must be from 10 to 50000, the training samples there are");
    }
}
