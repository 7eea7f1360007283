package dev.longhand.examples.xor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class XorTest {

    @TempDir
    private static Path folder;

    private static Path picture;
    private static Run run;

    @BeforeAll
    static void runOnce() {
        picture = folder.resolve("xor.png");
        run = Run.well("xor", "--starts", "20", "--picture", picture.toString());
    }

    @Test
    void theDeepNetworkLearnsXor() {
        assertThat(run.section("Note 000")).anyMatch(line -> line.startsWith("Learnt:"));
        assertThat(Run.lastNumbers(run.line("Note 000", "10000"), 4))
                .containsExactly(new double[] {0, 1, 1, 0}, within(0.01));
    }

    @Test
    void theNumpyNetworkEndsAtTheNotesOutputs() {
        assertThat(Run.lastNumbers(run.line("Note 002: 2-5-1", "10000"), 4))
                .containsExactly(new double[] {0.02391914, 0.9757925, 0.97343127, 0.03041428}, within(1e-6));
    }

    @Test
    void theNumpyNetworkHasTheLossesOfNumpy() {
        // The reference sums over the batch of four, the loss here is the mean.
        double[][] references = {
            {1, 0.5361078023062098},
            {10, 0.5070785707890968},
            {100, 0.5004220246921134},
            {1000, 0.47832659168099095},
            {10_000, 0.00139452716199589},
        };
        for (double[] reference : references) {
            double[] row = Run.numbers(run.line("Note 002: 2-5-1", (int) reference[0] + " "));
            assertThat(4 * row[1]).isEqualTo(reference[1], within(1e-6));
        }
    }

    @Test
    void theKerasNetworkLearnsFromMostStartsButNotAtOnce() {
        Matcher counts = Pattern.compile("Learnt from (\\d+) of 20 starts after 1,000 epochs, from (\\d+) after 10,000")
                .matcher(run.line("Note 002: 2-2-1", "Learnt from"));
        assertThat(counts.find()).isTrue();
        assertThat(Integer.parseInt(counts.group(1))).isZero();
        assertThat(Integer.parseInt(counts.group(2))).isGreaterThan(10);
    }

    @Test
    void oneNetworkAloneIsTrainedIfAskedFor() {
        assertThat(Run.well("xor", "--network", "numpy").out())
                .contains("2-5-1")
                .doesNotContain("2-10-10-10-1", "2-2-1");
    }

    @Test
    void thePictureShowsThreeNetworksWithAKeyOfColors() throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(1874);
        int key = 3 * 570 + 30 + 12;
        assertThat(new Color(image.getRGB(key, 111))).isEqualTo(XorPicture.color(1 - 1.5 / 480));
        assertThat(new Color(image.getRGB(key, 110 + 480 - 1))).isEqualTo(XorPicture.color(0.5 / 480));
    }
}
