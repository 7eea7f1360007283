package dev.longhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.optimizer.Adam;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    @TempDir
    Path temporary;

    private Path run(String name, double rate, int epochs) {
        Path folder = temporary.resolve(name);
        Trainer.of(Networks_SidesModel.create(1))
                .optimizer(Adam.learningRate(rate))
                .epochs(epochs)
                .threads(1)
                .callback(Report.callback(folder).evaluatedOn("test set", Samples.sides(60)))
                .fit(Samples.sides(100));
        return folder;
    }

    private Path write(List<Path> folders) throws IOException {
        String kept = System.getProperty("report.keep");
        Path page = (kept == null ? temporary : Path.of(kept)).resolve("compare.html");
        Comparison.of(folders).write(page);
        return page;
    }

    @Test
    void settingsThatDifferComeFirst() throws IOException {
        PageCheck page = PageCheck.of(write(List.of(run("slow", 0.001, 3), run("fast", 0.03, 5))));
        assertThat(page.texts("h2")).containsExactly("Differences", "Results", "Curves", "The same in all runs");
        assertThat(page.at("differences").getTextContent())
                .contains("slow", "fast", "optimizer", "epochs", "Parameters differ")
                .doesNotContain("batchSize");
        assertThat(page.at("same").getTextContent()).contains("batchSize", "seed");
        assertThat(page.at("results").getTextContent()).contains("test set, accuracy", "★");
        assertThat(page.texts("h3")).contains("Training loss", "Training accuracy");
    }

    @Test
    void equalRunsAreSaidToBeEqual() throws IOException {
        PageCheck page = PageCheck.of(write(List.of(run("one/run", 0.01, 2), run("two/run", 0.01, 2))));
        assertThat(page.at("differences").getTextContent())
                .contains("All settings are the same.", "All runs have the same parameters, to the bit");
        assertThat(page.text()).contains(temporary.resolve("one/run").toString());
    }

    @Test
    void oneRunCantBeCompared() {
        assertThatThrownBy(() -> Comparison.of(List.of(temporary)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a comparison needs at least 2 runs, but 1 was named");
    }

    @Test
    void aFolderWithoutARunIsNamed() {
        Path run = run("run", 0.01, 1);
        assertThatThrownBy(() -> Comparison.of(List.of(run, temporary)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(temporary + " has no run.json: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"format\": 1}",
                "{\"format\": 2}",
                "{\"format\": \"x\"}",
                "{\"format\": 1e999}",
                "{\"format\": {}}",
                "{\"format\": null}"
            })
    void aFileThatIsNoRunIsNamed(String text) throws IOException {
        Path run = run("run", 0.01, 1);
        Path broken = Files.createDirectories(temporary.resolve("broken"));
        Files.writeString(broken.resolve("run.json"), text);
        assertThatThrownBy(() -> Comparison.of(List.of(run, broken)))
                .isInstanceOf(IOException.class)
                .hasMessage(broken.resolve("run.json") + " isn't the file of a report");
    }

    @Test
    void membersOfOtherTypesAreRefused() throws IOException {
        Path run = run("run", 0.01, 1);
        String text = Files.readString(run.resolve("run.json"));
        Path broken = Files.createDirectories(temporary.resolve("broken"));
        for (String member : new String[] {"settings", "epochs", "results", "layers", "environment"}) {
            for (String value : new String[] {"7", "null", "[[]]", "{\"a\": {}}", "[{\"figures\": 1}]"}) {
                String changed = text.replaceFirst(
                        "\"" + member + "\":(?=[\\[{])", "\"" + member + "\": " + value + ", \"unused\":");
                Files.writeString(broken.resolve("run.json"), changed);
                assertThatThrownBy(() -> Comparison.of(List.of(run, broken)))
                        .as(member + " " + value)
                        .isInstanceOf(IOException.class)
                        .hasMessage(broken.resolve("run.json") + " isn't the file of a report");
            }
        }
    }
}
