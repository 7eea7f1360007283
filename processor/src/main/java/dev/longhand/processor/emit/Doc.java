package dev.longhand.processor.emit;

import dev.longhand.Shape;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.stream.Collectors;

/** The first sentences of the javadoc of layers. */
public final class Doc {

    /** What n is where each step of a sequence is a row. */
    public static final String STEPS = "Every step of every sample is a row here, and n is the number of rows.";

    private Doc() {}

    /** {@code Layer 1, hidden, forward: a = σ(x·W + b), [n][2] → [n][2].} */
    public static String forward(LayerHead head) {
        return pass(head, "forward");
    }

    /** The same for the predicting pass alone. */
    public static String predicting(LayerHead head) {
        return pass(head, "predicting");
    }

    private static String pass(LayerHead head, String pass) {
        return "Layer " + (head.index() + 1) + ", " + head.name() + ", " + pass + ": " + head.formula() + ", "
                + head.inputs().stream().map(Doc::batch).collect(Collectors.joining(", ")) + " → "
                + batch(head.output()) + ".";
    }

    /** {@code Layer 1, hidden, backward} */
    public static String backward(LayerHead head) {
        return "Layer " + (head.index() + 1) + ", " + head.name() + ", backward";
    }

    /**
     * What a layer computes, and the methods that do it:
     * {@code Layer 1: a = σ(x·W + b), 2 → 2; {@link #forwardHidden} and {@link #backwardHidden}.}
     */
    static String accessor(LayerPlan layer, List<String> methods) {
        LayerHead head = layer.head();
        List<String> links = methods.stream()
                .map(method -> "{@link" + Words.NO_BREAK + "#" + method + "}")
                .toList();
        String where =
                layer.computedBy().map(name -> "computed with " + name + " by ").orElse("")
                        + (links.isEmpty() ? "nothing to compute" : Words.and(links));
        return Layout.javadoc("Layer " + (head.index() + 1) + ": " + head.formula() + ", "
                        + head.inputs().stream().distinct().map(Shape::toString).collect(Collectors.joining(", "))
                        + " → " + head.output() + "; " + where + ".")
                .replace(Words.NO_BREAK, " ");
    }

    /** Why dx isn't computed. */
    public static String skipped(WorkspaceArray x) {
        return x.kind() == WorkspaceArray.Kind.INPUT
                ? "dx is skipped: x is the data."
                : "dx is skipped: no layer before this one learns.";
    }

    /** A batch of samples of a shape: {@code [n][28][28][1]}. */
    public static String batch(Shape shape) {
        return "[n]" + array(shape);
    }

    /** An array of a shape: {@code [28][28][1]}. */
    static String array(Shape shape) {
        return shape.dimensions().stream().map(d -> "[" + d + "]").collect(Collectors.joining());
    }
}
