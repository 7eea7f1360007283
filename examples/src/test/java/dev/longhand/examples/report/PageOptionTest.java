package dev.longhand.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.examples.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageOptionTest {

    @TempDir
    Path folder;

    @Test
    void tableWritesAPageWithItsCompiledSource() throws IOException {
        Path report = folder.resolve("table");
        Run run = Run.well("table", "--epochs", "20", "--report", report.toString());
        assertThat(run.out()).contains("The report is in " + report.resolve("index.html"));
        assertThat(report.resolve("index.html"))
                .content()
                .contains("longhand table --epochs 20", "setosa", "Test rows, accuracy", "id=\"forward-hidden1\"")
                .contains("TableNetworkModel");
        assertThat(report.resolve("run.json")).content().contains("\"network\":\"TableNetwork\"");
    }

    @Test
    void xorWritesAPageForEachNetworkWithItsDecisionBoundary() throws IOException {
        Path report = folder.resolve("xor");
        Run run = Run.well("xor", "--network", "numpy", "--report", report.toString());
        assertThat(run.out()).contains("The reports are in " + report);
        assertThat(Files.readString(report.resolve("numpy/index.html")))
                .contains("Decision boundary", "data:image/gif;base64,", "XOR: numpy")
                .hasSizeLessThan(3_000_000);
    }

    @Test
    void withoutTheOptionThereIsNoPage() {
        assertThat(Run.well("table", "--epochs", "1").out()).doesNotContain("report");
    }
}
