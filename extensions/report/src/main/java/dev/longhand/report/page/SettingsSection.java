package dev.longhand.report.page;

import dev.longhand.data.Dataset;
import dev.longhand.model.OutputInfo;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of the training, the data, and what it all ran on. */
final class SettingsSection {

    /** The settings that come first. */
    private static final List<String> FIRST =
            List.of("loss", "optimizer", "schedule", "batchSize", "epochs", "seed", "threads");

    /** The most classes that are counted in a table. */
    private static final int MOST_CLASSES = 50;

    private SettingsSection() {}

    static String of(PageContent content) {
        Run run = content.run();
        Html html = new Html();
        html.open("div", "class", "beside");
        html.open("div");
        html.line("h3", "Settings");
        writeSettings(html, content);
        html.end();
        html.open("div");
        html.line("h3", "Data");
        writeData(html, content);
        html.line("h3", "Environment");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("Longhand", run.environment().longhand());
        environment.put("Java", run.environment().java());
        environment.put("Kernels", run.environment().kernels());
        environment.put("System", run.environment().system());
        table(html, "What it ran on", environment);
        html.end();
        html.end();
        html.line("h3", "Parameters");
        html.open("p").text("SHA-256: ").element("code", run.sha256(), "class", "hash");
        html.text(". The same declaration, seed, data and settings give the same parameters, to the bit.");
        return html.end().toString();
    }

    private static void writeSettings(Html html, PageContent content) {
        Map<String, String> all = content.run().course().settings();
        if (all.isEmpty()) {
            Map<String, String> losses = new LinkedHashMap<>();
            for (OutputInfo output : content.info().outputs()) {
                losses.put("loss of " + output.name(), output.loss().toString());
            }
            table(html, "There was no training", losses);
            return;
        }
        Map<String, String> used = new LinkedHashMap<>();
        List<String> unused = new ArrayList<>();
        for (String name : FIRST) {
            String value = all.get(name);
            if (value != null) {
                used.put(name, value);
            }
        }
        all.forEach((name, value) -> {
            if (value.equals("none")) {
                unused.add(name);
            } else if (!name.startsWith("layer ")) {
                used.putIfAbsent(name, value);
            }
        });
        table(html, "The settings of the training", used);
        if (!unused.isEmpty()) {
            html.line("p", "Not set: " + String.join(", ", unused) + ".", "class", "note");
        }
    }

    private static void table(Html html, String caption, Map<String, String> rows) {
        html.open("div", "class", "scroll");
        html.open("table");
        html.line("caption", caption);
        html.open("tbody");
        rows.forEach((name, value) -> html.open("tr")
                .element("th", name, "scope", "row")
                .element("td", value)
                .end());
        html.close().close().end();
    }

    private static void writeData(Html html, PageContent content) {
        Map<String, Dataset> sets = new LinkedHashMap<>();
        content.data().training().ifPresent(data -> sets.put("training set", data));
        sets.putAll(content.data().evaluated());
        Map<String, String> rows = new LinkedHashMap<>();
        sets.forEach((name, data) -> rows.put(name, data.toString()));
        String described = content.run().course().settings().get("data");
        if (content.data().training().isEmpty() && described != null) {
            rows.put("trained on", described);
        }
        if (rows.isEmpty()) {
            html.line("p", "No data was given to the report.");
            return;
        }
        table(html, "The data sets", rows);
        writeClasses(html, content, sets);
    }

    /** How many samples each class has in each data set. */
    private static void writeClasses(Html html, PageContent content, Map<String, Dataset> sets) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        sets.forEach((name, data) -> {
            if (data.hasLabels()) {
                counts.put(name, data.classCounts());
            }
        });
        int classes = counts.values().stream().mapToInt(of -> of.length).max().orElse(0);
        if (classes == 0) {
            return;
        }
        html.open("div", "class", "scroll");
        html.open("table");
        html.line("caption", "Samples of each class");
        html.open("thead").open("tr");
        html.element("th", "Class", "scope", "col");
        counts.keySet().forEach(name -> html.element("th", name, "scope", "col", "class", "number"));
        html.close().end();
        html.open("tbody");
        for (int c = 0; c < Math.min(classes, MOST_CLASSES); c++) {
            int index = c;
            html.open("tr").element("th", content.names().of(c, classes), "scope", "row");
            counts.values()
                    .forEach(of ->
                            html.element("td", index < of.length ? Numbers.count(of[index]) : "", "class", "number"));
            html.end();
        }
        html.close().close().end();
        if (classes > MOST_CLASSES) {
            html.line(
                    "p", "The table shows the first %s of %s classes.".formatted(MOST_CLASSES, Numbers.count(classes)));
        }
    }
}
