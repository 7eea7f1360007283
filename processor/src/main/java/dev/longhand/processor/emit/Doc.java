package dev.longhand.processor.emit;

import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.LayerPlan.Head;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.stream.Collectors;

/** The sentences that javadocs of layers begin with. */
public final class Doc {

    /** What n is where each step of a sequence is a row of its own. */
    public static final String STEPS = "Each step of each sample is a row of its own here: n counts them all.";

    private Doc() {}

    /** {@code Layer 1, hidden, forward: a = σ(x·W + b), [n][2] → [n][2].} */
    public static String forward(Head head) {
        return "Layer " + (head.index() + 1) + ", " + head.name() + ", forward: " + head.formula() + ", "
                + head.inputs().stream().map(Doc::batch).collect(Collectors.joining(", ")) + " → "
                + batch(head.output()) + ".";
    }

    /** {@code Layer 1, hidden, backward} */
    public static String backward(Head head) {
        return "Layer " + (head.index() + 1) + ", " + head.name() + ", backward";
    }

    /** {@code a, b and c}. */
    public static String and(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Why dx isn't computed. */
    public static String skipped(WorkspaceArray x) {
        return x.kind() == WorkspaceArray.Kind.INPUT
                ? "dx is skipped: x is the data."
                : "dx is skipped: no layer before this one learns.";
    }

    /** A batch of samples of a shape: {@code [n][28][28][1]}. */
    public static String batch(Shape shape) {
        return "[n]" + shape.dimensions().stream().map(d -> "[" + d + "]").collect(Collectors.joining());
    }

    /** The formula of an activation without what explains it: {@code a = max(0, z)}. */
    public static String first(ActivationRule rule) {
        int comma = rule.says().indexOf(", with");
        return comma < 0 ? rule.says() : rule.says().substring(0, comma);
    }
}
