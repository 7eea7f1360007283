package dev.longhand.examples.backprop;

import dev.longhand.examples.report.TextTable;
import java.util.List;

/** The tables of the example, with the note's figure beside each number. */
final class Figures {

    /** z, h, o and E before the step, in the order of {@link #forward}. */
    static final List<String> BEFORE = List.of(
            "0.08",
            "0.11",
            "0.51998934",
            "0.52747230",
            "0.44498412",
            "0.68047592",
            "0.60944600",
            "0.66384491",
            "0.02193381",
            "0.00203809",
            "0.02397190");

    /** The same after the step. */
    static final List<String> AFTER = List.of(
            "0.07979778",
            "0.10982248",
            "0.51993887",
            "0.52742806",
            "0.43126996",
            "0.67650625",
            "0.60617688",
            "0.66295848",
            "0.02125445",
            "0.00198189",
            "0.02323634");

    private static final List<String> WEIGHTS = List.of(
            "0.29959556",
            "0.24919112",
            "0.39964496",
            "0.34928991",
            "0.43703857",
            "0.38685205",
            "0.69629578",
            "0.59624247");

    private double largestDifference;

    /** The greatest distance between a number shown and the note's figure. */
    double largestDifference() {
        return largestDifference;
    }

    TextTable forward(Pass pass, List<String> note) {
        TextTable table = table();
        row(table, "z1", "W1·x1 + W2·x2", pass.z(1), note.get(0));
        row(table, "z2", "W3·x1 + W4·x2", pass.z(2), note.get(1));
        row(table, "h1", "σ(z1)", pass.h(1), note.get(2));
        row(table, "h2", "σ(z2)", pass.h(2), note.get(3));
        row(table, "z3", "W5·h1 + W6·h2", pass.z(3), note.get(4));
        row(table, "z4", "W7·h1 + W8·h2", pass.z(4), note.get(5));
        row(table, "o1", "σ(z3)", pass.o(1), note.get(6));
        row(table, "o2", "σ(z4)", pass.o(2), note.get(7));
        row(table, "Eo1", "½·(t1 − o1)²", pass.error(1), note.get(8));
        row(table, "Eo2", "½·(t2 − o2)²", pass.error(2), note.get(9));
        row(table, "E", "Eo1 + Eo2", pass.error(), note.get(10));
        return table;
    }

    TextTable chainOfW5(Pass pass, float[] gradients) {
        TextTable table = table();
        row(table, "∂E/∂o1", "−(t1 − o1)", pass.errorSlope(1), "0.20944600");
        row(table, "∂o1/∂z3", "o1·(1 − o1)", pass.outputSlope(1), "0.23802157");
        row(table, "∂z3/∂W5", "h1", pass.h(1), "0.51998934");
        row(table, "∂E/∂W5", "their product", gradients[Pass.index(5)], "0.02592286");
        return table;
    }

    TextTable chainOfW1(Pass pass, float[] gradients) {
        TextTable table = table();
        double fromO1 = pass.errorSlope(1) * pass.outputSlope(1) * pass.w(5);
        double fromO2 = pass.errorSlope(2) * pass.outputSlope(2) * pass.w(7);
        row(table, "∂Eo1/∂h1", "∂E/∂o1·∂o1/∂z3·W5", fromO1, "0.02243370");
        row(table, "∂Eo2/∂h1", "∂E/∂o2·∂o2/∂z4·W7", fromO2, "0.00997311");
        row(table, "∂E/∂h1", "∂Eo1/∂h1 + ∂Eo2/∂h1", fromO1 + fromO2, "0.03240681");
        row(table, "∂h1/∂z1", "h1·(1 − h1)", pass.hiddenSlope(1), "0.24960043");
        row(table, "∂z1/∂W1", "x1", 0.1f, "0.1");
        row(table, "∂E/∂W1", "∂E/∂h1·∂h1/∂z1·∂z1/∂W1", gradients[Pass.index(1)], "0.00080888");
        return table;
    }

    TextTable update(Pass before, float[] weights, float[] gradients) {
        TextTable table = table();
        for (int number = 1; number <= Pass.WEIGHTS; number++) {
            String formula = "%s − α·%s"
                    .formatted(
                            TextTable.number(before.w(number), 2), TextTable.number(gradients[Pass.index(number)], 8));
            row(table, "W" + number + "⁺", formula, weights[Pass.index(number)], WEIGHTS.get(number - 1));
        }
        return table;
    }

    private static TextTable table() {
        return TextTable.of("<", "<formula", "here", "note 000");
    }

    private void row(TextTable table, String name, String formula, double value, String note) {
        largestDifference = Math.max(largestDifference, Math.abs(value - Double.parseDouble(note)));
        table.row(name, formula, TextTable.number(value, 8), note);
    }
}
