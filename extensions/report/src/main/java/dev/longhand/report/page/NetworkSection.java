package dev.longhand.report.page;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.report.diagram.LayerWords;
import dev.longhand.report.diagram.NetworkDiagram;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.Set;
import java.util.stream.Collectors;

/** The diagram of the network, and a table of its layers. */
final class NetworkSection {

    /** The most layers in the table. */
    private static final int MOST_ROWS = 1_000;

    private NetworkSection() {}

    static String of(PageContent content) {
        ModelInfo model = content.info();
        Set<String> anchors = SourceSection.generated(content).anchors();
        Html html = new Html();
        html.open("div", "class", "beside");
        html.open("div");
        html.line("h3", "Diagram");
        NetworkDiagram.of(model, anchors).write(html);
        html.end();
        html.open("div");
        html.line("h3", "Layers");
        writeTable(html, model);
        html.end();
        return html.end().toString();
    }

    private static void writeTable(Html html, ModelInfo model) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Layers");
        html.open("table");
        html.line("caption", "The shapes are those of one sample.");
        html.open("thead").open("tr");
        for (String name : new String[] {"Layer", "Kind", "Reads", "Formula", "Output"}) {
            html.element("th", name, "scope", "col");
        }
        html.element("th", "Parameters", "scope", "col", "class", "number");
        html.close().end();
        html.open("tbody");
        model.layers().stream().limit(MOST_ROWS).forEach(layer -> {
            html.open("tr");
            html.element("th", layer.name(), "scope", "row");
            html.element("td", LayerWords.of(layer));
            html.element("td", reads(model, layer));
            html.open("td").element("code", layer.formula()).close();
            html.element("td", layer.output().toString());
            html.element("td", parameters(layer), "class", "number");
            html.end();
        });
        html.end();
        html.open("tfoot").open("tr");
        html.element("th", "All layers", "scope", "row", "colspan", "5");
        html.element("td", Numbers.count(model.parameterCount() + (long) model.stateCount()), "class", "number");
        html.close().end();
        html.close().end();
        if (model.layers().size() > MOST_ROWS) {
            html.line(
                    "p",
                    "The table shows the first %s of %s layers."
                            .formatted(
                                    Numbers.count(MOST_ROWS),
                                    Numbers.count(model.layers().size())));
        }
        if (model.stateCount() > 0) {
            html.line(
                    "p",
                    "%s of these numbers are state that is kept and not trained, such as running means."
                            .formatted(Numbers.count(model.stateCount())),
                    "class",
                    "note");
        }
    }

    private static String reads(ModelInfo model, LayerInfo layer) {
        return layer.sources().stream()
                .map(source -> source < 0 ? "input" : model.layers().get(source).name())
                .collect(Collectors.joining(", "));
    }

    private static String parameters(LayerInfo layer) {
        int count = layer.parameterCount() + layer.stateCount();
        return count == 0 ? "" : Numbers.count(count) + (layer.isFrozen() ? " (frozen)" : "");
    }
}
