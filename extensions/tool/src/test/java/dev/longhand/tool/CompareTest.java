package dev.longhand.tool;

import static dev.longhand.tool.CommandRun.assertFailed;
import static dev.longhand.tool.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.model.Model;
import dev.longhand.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

    @TempDir
    Path folder;

    @Test
    void compareWritesAPageOfRuns() throws IOException {
        Path declared = Files.createDirectory(folder.resolve("declared"));
        Path classes = CompiledDeclaration.of(declared, "com.acme.Line", """
                package com.acme;

                import dev.longhand.*;
                import dev.longhand.layer.*;

                @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
                public interface Line {
                    @Dense(units = 1) Layer only();
                }
                """);
        Model model = DeclaredModel.create("com.acme.Line", List.of(classes));
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Report.callback(one).title("One").write(model);
        Report.callback(two).command("run two").write(model);
        Path page = folder.resolve("compare.html");
        CommandRun result = run("compare", one, two, "--out", page);
        assertThat(result.out()).isEqualTo("The comparison of 2 runs is in " + page + System.lineSeparator());
        assertThat(result.exitCode()).isZero();
        assertThat(page).content().contains("<h1>2 runs</h1>", "<th scope=\"row\">command</th>");
    }

    @Test
    void compareNamesAFolderWithoutARun() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertFailed(
                run("compare", empty, empty),
                empty
                        + " has no run.json: name folders of reports, as --report FOLDER and Report.callback(folder) write"
                        + " them");
    }

    @Test
    void compareNeedsTwoRuns() {
        assertThat(run("compare", folder).exitCode()).isEqualTo(2);
    }
}
