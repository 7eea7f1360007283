package dev.longhand.report.diagram;

import static dev.longhand.report.html.Numbers.coordinate;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.report.diagram.DiagramLayout.Connection;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.Set;

/** A network as blocks from the input at the top to the outputs, with their shapes and parameters. */
public final class NetworkDiagram {

    /** The most layers that are drawn. */
    public static final int MOST_LAYERS = 300;

    private static final int LONGEST_NAME = 17;
    private static final int LONGEST_KIND = 25;
    private static final int ROUND = 8;

    private final ModelInfo model;
    private final Set<String> anchors;
    private final DiagramLayout layout;
    private final int layers;

    private NetworkDiagram(ModelInfo model, Set<String> anchors) {
        this.model = model;
        this.anchors = anchors;
        layers = Math.min(MOST_LAYERS, model.layers().size());
        layout = DiagramLayout.of(model, layers);
    }

    /**
     * A diagram whose blocks lead to the methods that compute their layers.
     *
     * @param anchors the anchors of the page: {@code forward-hidden} is the forward method of the layer {@code hidden}
     */
    public static NetworkDiagram of(ModelInfo model, Set<String> anchors) {
        return new NetworkDiagram(model, anchors);
    }

    /** Writes the diagram. */
    public void write(Html html) {
        String width = coordinate(layout.width());
        String height = coordinate(layout.height());
        html.open("div", "class", "diagram", "tabindex", "0", "role", "group", "aria-label", description());
        html.open(
                "svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "xmlns",
                "http://www.w3.org/2000/svg");
        html.line("title", description());
        layout.connections().forEach(connection -> writeConnection(html, connection));
        writeBlock(html, 0, "input", "input", "x", model.input().toString(), "");
        for (int i = 0; i < layers; i++) {
            LayerInfo layer = model.layers().get(i);
            writeBlock(
                    html,
                    i + 1,
                    layer.name(),
                    LayerWords.family(layer.kind()),
                    LayerWords.of(layer),
                    layer.output().toString(),
                    layer.formula());
        }
        html.close().end();
        if (layers < model.layers().size()) {
            html.line(
                    "p",
                    "The diagram shows the first %s of %s layers; the table lists them."
                            .formatted(
                                    Numbers.count(layers),
                                    Numbers.count(model.layers().size())));
        }
    }

    private void writeBlock(
            Html html, int block, String name, String family, String kind, String shape, String formula) {
        double left = layout.left(block);
        double top = layout.top(block);
        html.open(
                "g",
                "class",
                "block " + family,
                "transform",
                "translate(" + coordinate(left) + " " + coordinate(top) + ")");
        html.element("title", name + ": " + kind + (formula.isEmpty() ? "" : ", " + formula) + ", " + shape);
        html.empty(
                "rect",
                "class",
                "box",
                "width",
                "" + DiagramLayout.BLOCK_WIDTH,
                "height",
                "" + DiagramLayout.BLOCK_HEIGHT,
                "rx",
                "7");
        html.empty("path", "class", "stripe", "d", "M0 7a7 7 0 0 1 7-7v66a7 7 0 0 1-7-7z");
        html.element("text", shortened(name, LONGEST_NAME), "class", "name", "x", "18", "y", "21");
        html.element("text", shape, "class", "shape", "x", "" + (DiagramLayout.BLOCK_WIDTH - 12), "y", "21");
        html.element("text", shortened(kind, LONGEST_KIND), "class", "kind", "x", "18", "y", "39");
        if (block > 0) {
            writeParameters(html, model.layers().get(block - 1));
            writeLink(html, "forward", name, 18);
            writeLink(html, "backward", name, 74);
            writeLoss(html, block - 1);
        }
        html.end();
    }

    private static void writeParameters(Html html, LayerInfo layer) {
        int count = layer.parameterCount();
        if (count > 0) {
            html.element(
                    "text",
                    Numbers.count(count) + (layer.isFrozen() ? " frozen" : ""),
                    "class",
                    "shape",
                    "x",
                    "" + (DiagramLayout.BLOCK_WIDTH - 12),
                    "y",
                    "39");
        }
    }

    private void writeLink(Html html, String direction, String layer, int x) {
        String anchor = direction + "-" + layer;
        if (anchors.contains(anchor)) {
            html.open("a", "href", "#" + anchor, "aria-label", direction + " method of " + layer);
            html.element("text", direction, "class", "link", "x", "" + x, "y", "57");
            html.close();
        }
    }

    /** The loss of an output, at the right of its block's last line. */
    private void writeLoss(Html html, int layer) {
        for (OutputInfo output : model.outputs()) {
            if (output.layer() == layer) {
                String words = output.loss()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', ' ');
                html.element("text", words, "class", "loss", "x", "" + (DiagramLayout.BLOCK_WIDTH - 12), "y", "57");
            }
        }
    }

    private void writeConnection(Html html, Connection connection) {
        double fromX = layout.left(connection.from()) + DiagramLayout.BLOCK_WIDTH / 2.0;
        double fromY = layout.top(connection.from()) + DiagramLayout.BLOCK_HEIGHT;
        double toX = layout.left(connection.to()) + DiagramLayout.BLOCK_WIDTH / 2.0;
        double toY = layout.top(connection.to());
        html.empty("path", "class", "edge", "d", path(connection, fromX, fromY, toX, toY));
    }

    private String path(Connection connection, double fromX, double fromY, double toX, double toY) {
        double gap = DiagramLayout.ROW_HEIGHT - (double) DiagramLayout.BLOCK_HEIGHT;
        if (connection.lane() < 0) {
            double bend = gap * 0.6;
            return fromX == toX
                    ? "M%s %sV%s".formatted(coordinate(fromX), coordinate(fromY), coordinate(toY - 6)) + head(toX, toY)
                    : "M%s %sC%s %s %s %s %s %s"
                                    .formatted(
                                            coordinate(fromX),
                                            coordinate(fromY),
                                            coordinate(fromX),
                                            coordinate(fromY + bend),
                                            coordinate(toX),
                                            coordinate(toY - 6 - bend),
                                            coordinate(toX),
                                            coordinate(toY - 6))
                            + head(toX, toY);
        }
        double lane = layout.lane(connection.lane());
        StringBuilder path = new StringBuilder();
        double y;
        if (layout.isRightmost(connection.from())) {
            y = fromY - DiagramLayout.BLOCK_HEIGHT / 2.0;
            path.append("M%s %s".formatted(coordinate(fromX + DiagramLayout.BLOCK_WIDTH / 2.0), coordinate(y)));
        } else {
            y = fromY + gap / 2;
            path.append("M%s %sV%s".formatted(coordinate(fromX), coordinate(fromY), coordinate(y)));
        }
        boolean entersRight = layout.isRightmost(connection.to());
        double end = entersRight ? toY + DiagramLayout.BLOCK_HEIGHT / 2.0 : toY - gap / 2;
        path.append("H%sQ%s %s %s %s"
                .formatted(
                        coordinate(lane - ROUND),
                        coordinate(lane),
                        coordinate(y),
                        coordinate(lane),
                        coordinate(y + ROUND)));
        path.append("V%sQ%s %s %s %s"
                .formatted(
                        coordinate(end - ROUND),
                        coordinate(lane),
                        coordinate(end),
                        coordinate(lane - ROUND),
                        coordinate(end)));
        if (entersRight) {
            double right = toX + DiagramLayout.BLOCK_WIDTH / 2.0;
            return path.append("H%sm5 -4l-5 4l5 4".formatted(coordinate(right + 2)))
                    .toString();
        }
        return path.append("H%sV%s".formatted(coordinate(toX), coordinate(toY - 6)))
                .append(head(toX, toY))
                .toString();
    }

    /** The head of an arrow down to a block. */
    private static String head(double x, double y) {
        return "M%s %sl4 5l4 -5".formatted(coordinate(x - 4), coordinate(y - 7));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private String description() {
        int count = model.layers().size();
        return "Diagram of %s: from %s numbers through %s to %s"
                .formatted(model.name(), model.input(), count == 1 ? "one layer" : count + " layers", model.output());
    }
}
