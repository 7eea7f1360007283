package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.machine.Figures;
import dev.longhand.benchmarks.machine.Machine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results of JMH as Markdown: one table for each benchmark class, one column for each JDK and kernel set. */
final class JmhTable {

    private final Machine machine;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();

    JmhTable(Machine machine) {
        this.machine = machine;
    }

    void add(String column, Collection<RunResult> results) {
        columns.add(column);
        for (RunResult result : results) {
            BenchmarkParams parameters = result.getParams();
            String[] names = parameters.getBenchmark().split("\\.", -1);
            tables.computeIfAbsent(names[names.length - 2], name -> new LinkedHashMap<>())
                    .computeIfAbsent(row(names[names.length - 1], parameters), name -> new LinkedHashMap<>())
                    .put(column, cell(result));
        }
    }

    private static String row(String method, BenchmarkParams parameters) {
        String values = parameters.getParamsKeys().stream()
                .sorted()
                .map(key -> key + " " + parameters.getParam(key))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? method : method + ", " + values;
    }

    private String cell(RunResult result) {
        Result<?> primary = result.getPrimaryResult();
        double error = primary.getScoreError();
        String cell = Figures.text(primary.getScore())
                + (Double.isNaN(error) ? "" : " ± " + Figures.text(error))
                + " " + primary.getScoreUnit().replace("us/op", "µs").replace("ns/op", "ns");
        String shape = result.getParams().getParam("shape");
        if (shape == null) {
            return cell;
        }
        double gigaflops = DenseBenchmark.flops(shape) / primary.getScore() / 1e3;
        return cell
                + String.format(Locale.ROOT, ", %.1f GFLOP/s", gigaflops)
                + (machine.gigaflops() > 0
                        ? String.format(Locale.ROOT, " (%.0f %%)", 100 * gigaflops / machine.gigaflops())
                        : "");
    }

    String markdown() {
        StringBuilder text = new StringBuilder(machine.line());
        tables.forEach((name, rows) -> {
            text.append("\n### ").append(name).append("\n\n| benchmark | ");
            text.append(String.join(" | ", columns)).append(" |\n| --- |");
            text.append(" ---: |".repeat(columns.size())).append("\n");
            rows.forEach((row, cells) -> {
                text.append("| ").append(row).append(" |");
                columns.forEach(column ->
                        text.append(' ').append(cells.getOrDefault(column, "–")).append(" |"));
                text.append('\n');
            });
        });
        return text.toString();
    }
}
