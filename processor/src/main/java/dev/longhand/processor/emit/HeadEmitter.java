package dev.longhand.processor.emit;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The javadoc of the generated class: a table of the layers, and how to read the names below. */
final class HeadEmitter {

    private static final int WIDEST_GAP = 3;

    /** The columns of a row, without the margin of the javadoc. */
    private static final int WIDTH = Layout.COLUMNS - " *   ".length();

    private HeadEmitter() {}

    //  *   layer    formula                shape   parameters   style
    //  *   input    x                      2
    //  *   hidden   a = σ(x·W + b)         2 → 2            6   unrolled
    //  *   output   a = σ(x·W + b)         2 → 1            3   unrolled
    //  *   loss     binary cross-entropy             9 in all
    static List<String> table(ExecutionPlan plan) {
        return table(plan, true);
    }

    /** The same where all layers have one style. */
    static List<String> tableWithoutStyles(ExecutionPlan plan) {
        return table(plan, false);
    }

    private static List<String> table(ExecutionPlan plan, boolean hasStyles) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("layer", "formula", "shape", "parameters", hasStyles ? "style" : ""));
        rows.add(List.of("input", "x", plan.network().input().toString(), "", ""));
        for (LayerPlan layer : plan.layers()) {
            LayerHead head = layer.head();
            rows.add(List.of(
                    head.name(),
                    head.formula(),
                    head.inputs().stream().distinct().map(Shape::toString).collect(Collectors.joining(", ")) + " → "
                            + head.output(),
                    head.parameterCount() == 0 ? "" : count(head.parameterCount()),
                    hasStyles ? style(layer) : ""));
        }
        String loss = plan.joinsOutputs()
                ? OutputsEmitter.sum(plan)
                : loss(plan.losses().get(0).loss());
        rows.add(List.of("loss", loss, "", count(plan.parameterCount()) + " in all", ""));
        int others = IntStream.of(0, 2, 3, 4).map(column -> width(rows, column)).sum()
                + rows.get(0).size()
                - 1;
        List<List<String>> wrapped = rows.stream()
                .flatMap(row -> wrapped(row, WIDTH - others).stream())
                .toList();
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> width(wrapped, column))
                .toArray();
        int free = WIDTH - Arrays.stream(widths).sum();
        String gap = " ".repeat(Math.max(1, Math.min(WIDEST_GAP, free / (widths.length - 1))));
        List<String> lines = new ArrayList<>();
        for (List<String> row : wrapped) {
            List<String> cells = List.of(
                    left(row.get(0), widths[0]),
                    left(row.get(1), widths[1]),
                    left(row.get(2), widths[2]),
                    right(row.get(3), widths[3]),
                    row.get(4));
            lines.add(String.join(gap, cells).stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** A row, and below it what its formula is too long for. */
    private static List<List<String>> wrapped(List<String> row, int width) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Layout.wrap(row.get(1), width, "    ")) {
            rows.add(
                    rows.isEmpty()
                            ? List.of(row.get(0), line, row.get(2), row.get(3), row.get(4))
                            : List.of("", line, "", "", ""));
        }
        return rows.isEmpty() ? List.of(row) : rows;
    }

    static String javadoc(ExecutionPlan plan) {
        ResolvedNetwork network = plan.network();
        StringBuilder doc = new StringBuilder();
        doc.append("{@link ")
                .append(network.model().declaration())
                .append("}, written out: its forward and backward pass, ");
        doc.append("layer by layer.\n\n<pre>\n");
        table(plan).forEach(line -> doc.append("  ").append(line).append('\n'));
        doc.append("</pre>\n\n");
        String text = names(plan, true);
        Layout.wrap(text, Layout.COLUMNS - " * ".length(), "")
                .forEach(line -> doc.append(line).append('\n'));
        return doc.toString();
    }

    /** How the names in the layers' methods are to be read. */
    static String names(ExecutionPlan plan, boolean hasGradients) {
        boolean learns = hasGradients && plan.parameterCount() > 0;
        String parameters = learns ? " p holds the parameters, g their gradients." : " p holds the parameters.";
        String gradients = " A name that begins with d is the gradient of the loss E with respect to the thing named: "
                + (learns ? "dW is ∂E/∂W." : "da is ∂E/∂a.")
                + " The dx of a layer is the da of the layer that it reads."
                + (learns ? " Every backward pass overwrites all gradients." : "");
        return "<p>n is the number of samples in the batch; row s of every array belongs to sample s."
                + " x is the input of a layer and a its output, which is the x of each layer that reads it."
                + (plan.parameterCount() > 0 ? parameters : "")
                + (hasGradients ? gradients : "");
    }

    /** What the predicting pass does differently. */
    static String predicting(ExecutionPlan plan) {
        return plan.differences()
                .map(LayerPlan.Difference::predicting)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What the training pass is. */
    static String training(ExecutionPlan plan) {
        List<String> training = plan.differences()
                .map(LayerPlan.Difference::training)
                .distinct()
                .toList();
        return "Forward pass while training: with " + Words.and(training) + ".";
    }

    private static String style(LayerPlan layer) {
        if (layer.isView()) {
            return "";
        }
        String style = layer.head().style().toString().toLowerCase(Locale.ROOT);
        return layer.computedBy().map(name -> style + ", in " + name).orElse(style);
    }

    /** The name of a loss. */
    static String loss(Loss loss) {
        return switch (loss) {
            case HALF_SQUARED_ERROR -> "half squared error";
            case MEAN_SQUARED_ERROR -> "mean squared error";
            case MEAN_ABSOLUTE_ERROR -> "mean absolute error";
            case HUBER -> "huber";
            case CROSS_ENTROPY -> "cross-entropy";
            case LOG_LIKELIHOOD -> "log-likelihood";
            case BINARY_CROSS_ENTROPY -> "binary cross-entropy";
        };
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
