package dev.longhand.processor.emit;

import dev.longhand.Shape;
import dev.longhand.processor.check.StandaloneClass;
import dev.longhand.processor.plan.ExecutionPlan;

/** The javadoc of a standalone file: its layers, how it's used, and how to read the names in it. */
final class StandaloneHead {

    private StandaloneHead() {}

    static String javadoc(ExecutionPlan plan, StandaloneClass standalone) {
        String name = standalone.name();
        StringBuilder doc = new StringBuilder();
        paragraph(
                doc,
                "{@code " + plan.network().model().declaration() + "} in one file that needs nothing but the JDK: "
                        + (standalone.learns() ? "its forward and backward pass" : "its forward pass")
                        + ", layer by layer, as plain loops.");
        doc.append("\n<pre>\n");
        HeadEmitter.tableWithoutStyles(plan)
                .forEach(line -> doc.append("  ").append(line).append('\n'));
        doc.append("</pre>\n\n");
        boolean hasWeights = plan.parameterCount() > 0;
        paragraph(doc, "<p>" + (hasWeights ? "Load the weights that Longhand saved, and predict:" : "Predict:"));
        doc.append("\n<pre>{@code\n");
        if (hasWeights) {
            doc.append(name).append(" network;\n");
            doc.append("try (InputStream in = new FileInputStream(\"weights.safetensors\")) {\n");
            doc.append("    network = ").append(name).append(".load(in);\n}\n");
        } else {
            doc.append(name).append(" network = new ").append(name).append("();\n");
        }
        Shape input = plan.network().input();
        doc.append("float[] x = new float[").append(input.size()).append("]; // a sample, ");
        doc.append(Doc.array(input)).append('\n');
        doc.append("float[] y = network.predict(x); // its outputs, ")
                .append(Doc.array(plan.output()))
                .append('\n');
        if (standalone.learns()) {
            doc.append("float[] t = new float[").append(plan.output().size()).append("]; // what they should be\n");
            doc.append("for (int step = 0; step < 100; step++) {\n");
            doc.append("    float loss = network.learn(x, ")
                    .append(plan.isMasked() ? "new int[] {" + input.dimensions().get(0) + "}, " : "")
                    .append("t, 0.1f")
                    .append(plan.draws() ? ", 42, step);\n}\n" : ");\n}\n");
        }
        doc.append("}</pre>\n\n");
        paragraph(doc, HeadEmitter.names(plan, standalone.learns()));
        return doc.toString();
    }

    private static void paragraph(StringBuilder doc, String text) {
        Layout.wrap(text, Layout.COLUMNS - " * ".length(), "")
                .forEach(line -> doc.append(line).append('\n'));
    }
}
