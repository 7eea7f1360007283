package dev.longhand.examples.augment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.examples.Run;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentTest {

    @Test
    void theSheetHasARowForEachChangeAndAColumnForEachDigit(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("sheet.png");
        Run run = Run.well("augment", "--digits", "4", "--picture", picture.toString());
        assertThat(run.section("What is changed")).hasSize(1 + 17 + 2);
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(2 * 20 + 210 + 4 * (3 * 28 + 6));
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(60 + 17 * (3 * 28 + 6) + 20);
    }

    @Test
    void whatIsNotChangedStaysAsItIs() {
        Run run = Run.well("augment");
        double[] plain = Run.lastNumbers(run.line("What is changed", "as it is"), 4);
        assertThat(Run.lastNumbers(run.line("What is changed", "mirrored"), 4)).containsExactly(plain);
        assertThat(Run.lastNumbers(run.line("What is changed", "inverted"), 4)[0])
                .isGreaterThan(plain[0]);
    }

    @Test
    void theSheetFollowsFromTheSeed() {
        assertThat(Run.well("augment", "--seed", "2").out())
                .isEqualTo(Run.well("augment", "--seed", "2").out())
                .isNotEqualTo(Run.well("augment").out());
    }

    @Test
    void moreDigitsThanThereAreAreRefusedInOneSentence() {
        Run run = Run.of("augment", "--digits", "70000");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("--digits 70000 is more than the 60000 of the training set");
    }
}
