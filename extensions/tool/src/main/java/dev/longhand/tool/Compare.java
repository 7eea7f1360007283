package dev.longhand.tool;

import dev.longhand.report.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page that sets runs beside one another. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a page that sets runs beside one another, the differences of their settings first.",
        footer = {
            "",
            "The folders are those of reports: each has a page, index.html, and its figures, run.json.",
            "",
            "  longhand compare runs/a runs/b --out compare.html"
        })
final class Compare implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(arity = "2..*", paramLabel = "FOLDER", description = "The folders of two reports or more.")
    private List<Path> folders = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The page to write, which is replaced; default ${DEFAULT-VALUE}.")
    private Path file = Path.of("compare.html");

    Compare(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Comparison.of(folders).write(file);
        out.printf("The comparison of %d runs is in %s%n", folders.size(), file);
        return 0;
    }
}
