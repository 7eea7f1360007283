package dev.longhand.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LonghandTest {

    @Test
    void helpNamesEveryCommand() {
        assertThat(Run.well("--help").out())
                .startsWith("Usage: longhand")
                .contains(
                        "gates",
                        "functions",
                        "backprop",
                        "descent",
                        "regression",
                        "xor",
                        "mnist",
                        "text",
                        "table",
                        "augment",
                        "overfitting",
                        "slant");
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Run.well("--version").out()).matches("(?s)Longhand \\d+\\.\\d+\\.\\d+\\S*\\RJava \\d+.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gates",
                "functions",
                "backprop",
                "descent",
                "regression",
                "xor",
                "mnist",
                "text",
                "table",
                "augment",
                "overfitting",
                "slant"
            })
    void eachCommandExplainsItsOptions(String command) {
        assertThat(Run.well(command, "--help").out())
                .startsWith("Usage: longhand " + command)
                .contains("--help")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gates", "functions", "backprop", "descent", "regression", "xor", "table", "augment"})
    void outputIsTheSameInEveryLocale(String command) {
        Run here = Run.well(command);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Run.well(command).out()).isEqualTo(here.out());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gates, --epochs 100",
        "functions, --seed 1",
        "descent, ''",
        "regression, --epochs 20",
        "xor, --network numpy",
        "augment, --digits 3",
        "overfitting, --digits 50 --epochs 1 --seeds 1 --hold-out 100"
    })
    void picturesAreTheSameInEveryLocale(String command, String options, @TempDir Path folder) throws IOException {
        Path here = draw(folder.resolve("here.png"), command, options);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            Path there = draw(folder.resolve("there.png"), command, options);
            assertThat(there).hasSameBinaryContentAs(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Path draw(Path file, String command, String options) {
        String arguments = command + " " + options + " --picture";
        Run.well(Stream.concat(Arrays.stream(arguments.split(" +")), Stream.of(file.toString()))
                .toArray(String[]::new));
        return file;
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        Run run = Run.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Missing required subcommand").contains("Usage: longhand");
    }

    @Test
    void anUnknownCommandSuggestsTheNearestOne() {
        Run run = Run.of("gate");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Unmatched argument at index 0: 'gate'", "Did you mean", "gates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gates    --epochs 0           | '--epochs': '0' is not a whole number of at least 1",
                "gates    --epochs many        | '--epochs': 'many' is not a whole number of at least 1",
                "gates    --learning-rate -0.1 | '--learning-rate': '-0.1' is not a number above 0",
                "gates    --learning-rate NaN  | '--learning-rate': 'NaN' is not a number above 0",
                "gates    --seed x             | '--seed': 'x' is not a long",
                "backprop --steps 0            | '--steps': '0' is not a whole number of at least 1",
                "descent  --steps 1.5          | '--steps': '1.5' is not a whole number of at least 1",
                "descent  --picture            | Missing required parameter for option '--picture' (FILE)",
                "regression --noise nothing   | '--noise': 'nothing' is not a number above 0",
                "xor      --network torch     | '--network': expected one of [DEEP, NUMPY, KERAS, ALL] (case-insensitive)",
                "mnist    --network resnet    | '--network': expected one of [NOTES, KERAS, SIGMOID, BEST, ",
                "mnist    --batch-size 0      | '--batch-size': '0' is not a whole number of at least 1",
                "mnist    --runs 2 --save f   | --save, --load, --checkpoints, --picture and --report go with one run, not with --runs 2",
                "mnist    --bend 20           | --bend goes with --augment or --average",
                "mnist    --load f --epochs 3 | --load replaces training",
                "text     --temperature 0    | '--temperature': '0' is not a number above 0",
                "descent  --pictures x         | Unknown options: '--pictures', 'x'",
            })
    void aWrongOptionIsReportedInOneSentence(String args, String message) {
        Run run = Run.of(args.split(" +"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPictureWithoutAFolderIsReportedInOneSentence() {
        Path file = Path.of("no", "such", "folder", "picture.png");
        Run run = Run.of("gates", "--picture", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("The picture can't be saved: there is no folder "
                        + file.toAbsolutePath().getParent());
    }
}
