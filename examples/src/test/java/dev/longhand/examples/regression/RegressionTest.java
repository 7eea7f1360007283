package dev.longhand.examples.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class RegressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void theLearntLineIsThatOfLeastSquares(String seed) {
        Run run = Run.well("regression", "--seed", seed);
        double[] learnt = Run.lastNumbers(run.line("Compared with the exact", "learnt"), 4);
        double[] exact = Run.lastNumbers(run.line("Compared with the exact", "least squares"), 4);
        assertThat(learnt).containsExactly(exact, within(1e-5));
        assertThat(learnt[0]).isEqualTo(Regression.SLOPE, within(0.2));
        assertThat(learnt[1]).isEqualTo(Regression.INTERCEPT, within(0.2));
    }

    @Test
    void tooLargeALearningRateIsReportedInOneSentence() {
        Run run = Run.of("regression", "--learning-rate", "5");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Line").doesNotContain("\tat ");
    }

    @Test
    void thePictureIsAPng(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("line.png");
        Run.well("regression", "--picture", file.toString());
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2480);
    }
}
