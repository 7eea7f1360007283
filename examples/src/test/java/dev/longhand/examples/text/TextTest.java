package dev.longhand.examples.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.examples.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernels")
class TextTest {

    @TempDir
    private Path folder;

    private static double[] last(Run run, String start) {
        return Run.numbers(run.line("Training", start));
    }

    @Test
    void aShortTextIsMemorized() throws IOException {
        Path file = Files.writeString(folder.resolve("rhyme.txt"), "A rose is a rose is a rose.\n".repeat(60));
        Path weights = folder.resolve("weights.safetensors");
        Run run = Run.well(
                "text",
                "--file",
                file.toString(),
                "--steps",
                "120",
                "--batch-size",
                "8",
                "--length",
                "58",
                "--beginning",
                "A rose ",
                "--save",
                weights.toString());
        double[] figures = last(run, "120/120");
        assertThat(figures[2]).isLessThan(0.2);
        assertThat(figures[3]).isLessThan(0.2);
        String written = String.join("\n", run.section("Written at"));
        assertThat(written).hasSize("A rose ".length() + 58).matches("(?:(?:A|a|is|rose\\.?)?\\s)*\\w*\\.?");

        Run again = Run.well(
                "text",
                "--file",
                file.toString(),
                "--length",
                "58",
                "--beginning",
                "A rose ",
                "--load",
                weights.toString());
        assertThat(String.join("\n", again.section("Written at"))).isEqualTo(written);
    }

    @Test
    void theEmbeddedTextIsThereAndTheSameSeedWritesTheSame() {
        List<String> runs = List.of(run("1"), run("1"), run("2"));
        assertThat(runs.get(0)).contains("Genesis, King James Version: 187,024 letters for training, 9,843 held out");
        assertThat(written(runs.get(0))).isEqualTo(written(runs.get(1))).isNotEqualTo(written(runs.get(2)));
    }

    private static String run(String seed) {
        return Run.well("text", "--steps", "2", "--batch-size", "2", "--length", "40", "--seed", seed)
                .out();
    }

    private static String written(String out) {
        return out.substring(out.indexOf("Written at"));
    }

    @Test
    void evenTheSmallestTemperatureDrawsTheLikeliestLetter() {
        float[] y = new float[2 * Alphabet.SIZE];
        java.util.Arrays.fill(y, 0.5f / (Alphabet.SIZE - 1));
        y[Alphabet.SIZE + 7] = 0.5f;
        for (double uniform : new double[] {0, 0.5, Math.nextDown(1.0)}) {
            assertThat(Author.draw(y, Alphabet.SIZE, 0.001, uniform)).isEqualTo(7);
        }
        assertThat(Author.draw(y, Alphabet.SIZE, 1, 0)).isZero();
        assertThat(Author.draw(y, Alphabet.SIZE, 1, Math.nextDown(1.0))).isEqualTo(Alphabet.SIZE - 1);
    }

    @Test
    void unknownLettersAreReplacedAndCounted() throws IOException {
        assertThat(Alphabet.read("“Café” — naïve…\t\r\n日"))
                .isEqualTo(new Alphabet.Text("\"Cafe\" - naive... \n?", 7, 1));
        Path file = Files.writeString(folder.resolve("accents.txt"), "Été, 日.\n".repeat(40));
        assertThat(Run.well("text", "--file", file.toString(), "--steps", "1", "--length", "1")
                        .out())
                .contains("120 letters aren't among the 96 known: 80 were replaced by similar ones, 40 by ?");
    }

    @Test
    void everyLetterHasItsIndex() {
        for (int number = 0; number < Alphabet.SIZE; number++) {
            assertThat(Alphabet.number(Alphabet.letter(number))).isEqualTo(number);
        }
    }

    @Test
    void unreadableTextsAreReportedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("short.txt"), "Too short.");
        Run tooShort = Run.of("text", "--file", file.toString());
        assertThat(tooShort.exitCode()).isEqualTo(1);
        assertThat(tooShort.err().lines())
                .containsExactly(
                        "the text has 10 letters, but at least 130 are needed: 65 for training and 65 for testing");
        Run missing = Run.of("text", "--file", folder.resolve("none.txt").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err().lines()).containsExactly("There is no file " + folder.resolve("none.txt"));
    }
}
