package dev.longhand.report.compare;

import dev.longhand.report.chart.LineChart;
import dev.longhand.report.chart.Series;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that sets runs beside one another, the differences of settings first. */
public final class ComparisonPage {

    private final List<StoredRun> runs;

    private ComparisonPage(List<StoredRun> runs) {
        this.runs = runs;
    }

    /** The page of these runs. */
    public static String of(List<StoredRun> runs) {
        ComparisonPage page = new ComparisonPage(runs);
        StringBuilder nav = new StringBuilder();
        StringBuilder main = new StringBuilder();
        page.section(nav, main, "differences", "Differences", page.differences());
        page.section(nav, main, "results", "Results", page.results());
        page.section(nav, main, "curves", "Curves", page.curves());
        page.section(nav, main, "same", "The same in all runs", page.same());
        Html head = new Html();
        head.line("p", "Longhand report", "class", "over");
        head.line("h1", runs.size() + " runs");
        head.line("p", runs.stream().map(StoredRun::name).collect(Collectors.joining(", ")));
        return Page.frame(runs.size() + " runs", head.toString(), nav.toString(), main.toString());
    }

    private void section(StringBuilder nav, StringBuilder main, String anchor, String title, String markup) {
        if (markup.isEmpty()) {
            return;
        }
        nav.append(
                new Html().open("li").element("a", title, "href", "#" + anchor).end());
        Html html = new Html();
        html.open("section", "id", anchor, "aria-labelledby", anchor + "-title");
        html.line("h2", title, "id", anchor + "-title");
        main.append(html.markup(markup).end());
    }

    /** The values of each fact, by run; empty where a run hasn't it. */
    private Map<String, List<String>> facts() {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.facts().keySet()));
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String name : names) {
            facts.put(
                    name,
                    runs.stream().map(run -> run.facts().getOrDefault(name, "")).toList());
        }
        return facts;
    }

    private static boolean differ(List<String> values) {
        return values.stream().distinct().count() > 1;
    }

    private String differences() {
        Html html = new Html();
        Map<String, List<String>> different = new LinkedHashMap<>();
        facts().forEach((name, values) -> {
            if (differ(values)) {
                different.put(name, values);
            }
        });
        if (different.isEmpty()) {
            html.line("p", "All settings are the same.");
        } else {
            open(html, "Settings that differ", "Setting");
            different.forEach((name, values) -> {
                html.open("tr").element("th", name, "scope", "row");
                values.forEach(value -> html.element("td", value.isEmpty() ? "–" : value));
                html.end();
            });
            close(html);
        }
        boolean areEqual = runs.stream().map(StoredRun::sha256).distinct().count() == 1;
        if (areEqual) {
            html.line(
                    "p",
                    "All runs have the same parameters, to the bit: SHA-256 %s."
                            .formatted(runs.get(0).sha256()));
        } else {
            String beginnings = runs.stream()
                    .map(run -> run.name() + " " + beginning(run.sha256()))
                    .collect(Collectors.joining(", "));
            html.line("p", "Parameters differ; their SHA-256 begin: " + beginnings + ".");
        }
        return html.toString();
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private void open(Html html, String caption, String first) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table");
        html.line("caption", caption);
        html.open("thead").open("tr").element("th", first, "scope", "col");
        runs.forEach(run -> html.element("th", run.name(), "scope", "col"));
        html.close().end();
        html.open("tbody");
    }

    private static void close(Html html) {
        html.close().close().end();
    }

    private String results() {
        Html html = new Html();
        open(html, "Metrics; the best of each row is marked by a star", "Metric");
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.results().keySet()));
        for (String name : names) {
            row(
                    html,
                    name,
                    runs.stream()
                            .map(run -> run.results().getOrDefault(name, Double.NaN))
                            .toList());
        }
        for (String figure : new String[] {"loss", "accuracy", "validationLoss", "validationAccuracy"}) {
            List<Double> last = runs.stream()
                    .map(run -> run.column(figure))
                    .map(column -> column.length == 0 ? Double.NaN : column[column.length - 1])
                    .toList();
            row(html, words(figure) + ", last epoch", last);
        }
        row(html, "seconds of training", runs.stream().map(StoredRun::seconds).toList());
        close(html);
        return html.toString();
    }

    private static void row(Html html, String name, List<Double> values) {
        double best = Double.NaN;
        boolean isAccuracy = name.endsWith("accuracy") || name.endsWith("accuracy, last epoch");
        boolean isHigherBetter = isAccuracy || name.endsWith("F1") || name.endsWith("R²");
        for (double value : values) {
            if (Double.isNaN(best) || (isHigherBetter ? value > best : value < best)) {
                best = value;
            }
        }
        if (Double.isNaN(best)) {
            return;
        }
        html.open("tr").element("th", name, "scope", "row");
        for (double value : values) {
            String number = isAccuracy ? Numbers.fixed(value, 4) : Numbers.significant(value, 4);
            html.element("td", value == best && values.size() > 1 ? number + " ★" : number);
        }
        html.end();
    }

    /** The name of an epoch's figure in words. */
    private static String words(String figure) {
        return switch (figure) {
            case "loss" -> "training loss";
            case "accuracy" -> "training accuracy";
            case "validationLoss" -> "validation loss";
            case "validationAccuracy" -> "validation accuracy";
            default -> figure;
        };
    }

    private String curves() {
        Html html = new Html();
        html.open("div", "class", "charts");
        for (String figure : new String[] {"loss", "validationLoss", "accuracy", "validationAccuracy"}) {
            List<Series> lines = new ArrayList<>();
            for (StoredRun run : runs) {
                if (run.column("epoch").length > 0) {
                    lines.add(new Series(run.name(), run.column("epoch"), run.column(figure)));
                }
            }
            String title = words(figure).substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + words(figure).substring(1);
            LineChart.of(title, "epoch", lines).write(html);
        }
        html.end();
        if (runs.size() > LineChart.MOST_LINES) {
            html.line("p", "The charts show the first %s of %s runs.".formatted(LineChart.MOST_LINES, runs.size()));
        }
        return html.toString().contains("<figure") ? html.toString() : "";
    }

    private String same() {
        Html html = new Html();
        html.open("div", "class", "scroll");
        html.open("table");
        html.line("caption", "Settings that don't differ");
        html.open("tbody");
        facts().forEach((name, values) -> {
            if (!differ(values)
                    && !values.get(0).equals("none")
                    && !values.get(0).isEmpty()) {
                html.open("tr")
                        .element("th", name, "scope", "row")
                        .element("td", values.get(0))
                        .end();
            }
        });
        html.close().close().end();
        return html.toString();
    }
}
