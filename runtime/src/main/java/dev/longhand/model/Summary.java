package dev.longhand.model;

import dev.longhand.Shape;
import dev.longhand.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a network's layers, one row each, as Keras prints it. */
final class Summary {

    private Summary() {}

    static String of(ModelInfo model) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"Layer (kind)", "Formula", "Output shape", "Parameters"});
        rows.add(new String[] {"input", "x", shape(model.input()), ""});
        for (LayerInfo layer : model.layers()) {
            rows.add(new String[] {
                layer.name() + " (" + layer.kind() + ")",
                layer.formula(),
                shape(layer.output()),
                count(layer.parameterCount() + layer.stateCount())
            });
        }
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        int total = widths[0] + widths[1] + widths[2] + widths[3] + 6;
        StringBuilder text = new StringBuilder(model.title()).append('\n');
        String rule = "─".repeat(total) + '\n';
        text.append(rule);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            String format = "%-" + widths[0] + "s  %-" + widths[1] + "s  %-" + widths[2] + "s  %" + widths[3] + "s";
            text.append(String.format(Locale.ROOT, format, (Object[]) row).stripTrailing())
                    .append('\n');
            if (i == 0) {
                text.append(rule);
            }
        }
        text.append(rule);
        int all = model.parameterCount() + model.stateCount();
        int trained = model.layers().stream()
                .filter(layer -> !layer.isFrozen())
                .mapToInt(LayerInfo::parameterCount)
                .sum();
        text.append("Total parameters: ").append(count(all)).append('\n');
        if (trained < all) {
            text.append("Trainable parameters: ").append(count(trained)).append('\n');
            text.append("Non-trainable parameters: ")
                    .append(count(all - trained))
                    .append('\n');
        }
        for (OutputInfo output : model.joinsOutputs() ? model.outputs() : List.<OutputInfo>of()) {
            text.append("Output %s: numbers %s to %s of a prediction, %s%s\n"
                    .formatted(
                            output.name(),
                            output.offset(),
                            output.offset() + output.size() - 1,
                            output.loss(),
                            output.weight() == 1 ? "" : " times " + output.weight()));
        }
        return Printable.lines(text.toString());
    }

    private static String shape(Shape shape) {
        return "(n, " + shape.toString().replace("×", ", ") + ")";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
