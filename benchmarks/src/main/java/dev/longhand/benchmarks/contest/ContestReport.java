package dev.longhand.benchmarks.contest;

import com.google.gson.GsonBuilder;
import dev.longhand.benchmarks.machine.Figures;
import dev.longhand.benchmarks.machine.Machine;
import dev.longhand.benchmarks.work.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All outcomes of one run and the machine they were measured on, as JSON and as Markdown tables.
 *
 * @param date the day of the run
 * @param machine the machine it ran on
 * @param settings the lengths of warm-up and rounds
 * @param outcomes workload by workload
 * @param noises the noise of the machine during each workload
 */
record ContestReport(
        String date, Machine machine, ContestSettings settings, List<Outcome> outcomes, List<Noise> noises) {

    /** Writes {@code peers.md} and {@code peers.json} into the folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("peers.md"), markdown());
        Files.writeString(
                folder.resolve("peers.json"),
                new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .serializeNulls()
                                .create()
                                .toJson(this)
                        + "\n");
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(machine.line());
        text.append(format(
                "%s, %d rounds, each engine once in each: median, least and most. Times as fast: relative to the best peer"
                        + " with the same number of threads. Of peak: the multiply-adds of dense products, whether zeros are skipped or"
                        + " not, against the probed peak. Baseline: a fixed work of all cores before each round, median, least and most;"
                        + " its spread is the noise of the machine.\n",
                date, settings.rounds()));
        for (Workload workload : Workload.values()) {
            List<Outcome> rows = outcomes.stream()
                    .filter(outcome -> outcome.workload() == workload)
                    .sorted(Comparator.comparing(
                            Outcome::setup,
                            Comparator.comparing(Outcome.Setup::threads).thenComparing(Outcome.Setup::isPeer)))
                    .toList();
            if (!rows.isEmpty()) {
                text.append(table(workload, rows));
            }
        }
        return text.toString();
    }

    private String table(Workload workload, List<Outcome> rows) {
        StringBuilder text = new StringBuilder();
        text.append("\n### %s: %s\n\n".formatted(workload, workload.title()));
        noises.stream()
                .filter(noise -> noise.workload() == workload)
                .map(noise -> noise.line() + "\n")
                .forEach(text::append);
        text.append("| engine | JDK | threads | %s | least – most | times as fast | of peak | %s | peak MiB |\n"
                .formatted(workload.measure().unit(), checkTitle(workload)));
        text.append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (Outcome row : rows) {
            text.append(row.hasFigures() ? figures(row) : missing(row));
        }
        return text.toString();
    }

    private static String checkTitle(Workload workload) {
        return workload.predicts() ? "differs from Longhand by" : "accuracy";
    }

    private String figures(Outcome row) {
        String ratio = bestPeer(row.workload(), row.setup().threads())
                .map(peer -> format("%.2f", row.speedupOver(peer)))
                .orElse("–");
        return format(
                "| %s | %s | %d | %s | %s – %s | %s | %s | %s | %.0f |\n",
                row.setup().title(),
                row.setup().jdk(),
                row.setup().threads(),
                Figures.text(row.median()),
                Figures.text(row.least()),
                Figures.text(row.most()),
                ratio,
                shareOfPeak(row),
                row.workload().predicts()
                        ? format("%.1g", row.check().difference())
                        : format("%.4f", row.check().accuracy()),
                row.peakMebibytes());
    }

    private String shareOfPeak(Outcome row) {
        if (row.workload().measure() != Workload.Measure.SAMPLES_A_SECOND || machine.gigaflops() == 0) {
            return "–";
        }
        double gigaflops = row.median() * row.workload().task().trainingFlops() / 1e9;
        return format(
                "%.0f %%", 100 * gigaflops / (machine.gigaflops() * row.setup().threads()));
    }

    private static String missing(Outcome row) {
        return "| %s | %s | %s | – | %s | – | – | – | – |\n"
                .formatted(
                        row.setup().title(),
                        row.setup().jdk(),
                        row.setup().threads(),
                        row.failure() == null ? "no rounds" : row.failure().replace("|", "\\|"));
    }

    private Optional<Outcome> bestPeer(Workload workload, int threads) {
        return outcomes.stream()
                .filter(outcome -> outcome.setup().isPeer() && outcome.hasFigures())
                .filter(outcome ->
                        outcome.workload() == workload && outcome.setup().threads() == threads)
                .max(Comparator.comparing(
                        outcome -> workload.measure().moreIsBetter() ? outcome.median() : -outcome.median()));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
