package dev.longhand.examples.report;

import dev.longhand.training.Callback;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The option of commands that write a page about their training. */
public final class PageOption {

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Writes a page about the training, index.html, into a folder.")
    private @Nullable Path folder;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Whether there is to be a page. */
    public boolean isGiven() {
        return folder != null;
    }

    /** The report, with the command line, if there is to be a page. */
    public Optional<dev.longhand.report.Report> report() {
        return folder == null
                ? Optional.empty()
                : Optional.of(dev.longhand.report.Report.callback(folder).command(line()));
    }

    /** The report as a callback, told what only the command knows; it does nothing if there is to be no page. */
    public Callback callback(UnaryOperator<dev.longhand.report.Report> tell) {
        return report().map(tell).<Callback>map(told -> told).orElse(new Callback() {});
    }

    /** The same for one of several trainings, whose page is in a folder below. */
    public Callback callback(String name, UnaryOperator<dev.longhand.report.Report> tell) {
        return folder == null
                ? new Callback() {}
                : tell.apply(dev.longhand.report.Report.callback(folder.resolve(name))
                        .command(line()));
    }

    /** Says where the pages of several trainings are, if there are any. */
    public void announceFolder(Report report) {
        if (folder != null) {
            report.text("The reports are in " + folder);
        }
    }

    /** Says where the page is, if there is one. */
    public void announce(Report report) {
        report().ifPresent(page -> report.text("The report is in " + page.page()));
    }

    private String line() {
        if (command == null) {
            return "";
        }
        ParseResult parsed = command.root().commandLine().getParseResult();
        return parsed == null ? "" : "longhand " + String.join(" ", parsed.originalArgs());
    }
}
