package dev.longhand.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDigitTest {

    @Test
    void theProgramHasFortyLinesAtMost() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/java/dev/longhand/examples/commandline/ReadDigit.java")))
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aBlankImageGivesProbabilitiesThatAddUpToOne() {
        DigitsModel.Prediction digit = DigitsModel.pretrained().classify(new float[784]);

        assertThat(digit.probabilities().values().stream().mapToDouble(p -> p).sum())
                .isBetween(0.9999, 1.0001);
        assertThat(digit.probability())
                .isEqualTo(digit.probabilities().values().stream()
                        .mapToDouble(p -> p)
                        .max()
                        .getAsDouble());
    }

    @Test
    void anotherFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.pgm"), "no image");

        assertThatThrownBy(() -> ReadDigit.main(new String[] {file.toString()}))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " has 8 bytes, but a PGM image of 28×28 pixels has 797");
    }
}
