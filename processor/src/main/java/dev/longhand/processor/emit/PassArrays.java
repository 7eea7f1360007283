package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.WorkspaceArray;
import dev.longhand.processor.plan.WorkspaceArray.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The arrays of the passes in a standalone file: local variables, or in a network of many layers, whose calls don't fit
 * one method, fields of one object. Each is made where a method is first called with it.
 */
final class PassArrays {

    /** The object that holds the arrays of many layers. */
    private static final String OBJECT = "pass";

    /** The names that a pass has beside those of the arrays. */
    private static final Set<String> TAKEN = Set.of(
            "x",
            "t",
            "n",
            "p",
            "g",
            "k",
            "ws",
            "steps",
            "state",
            "loss",
            "learningRate",
            "lengths",
            "padded",
            "seed",
            "step",
            OBJECT);

    private final boolean isInObject;

    /** The variables by the calls that fetch their arrays from a workspace. */
    private final Map<String, Variable> variables = new HashMap<>();

    private final Set<String> names = new HashSet<>(TAKEN);
    private final Set<Variable> made = new LinkedHashSet<>();

    /** An array: its name, and its length as an expression. */
    private record Variable(String name, String length) {}

    private PassArrays(ExecutionPlan plan, boolean isInObject) {
        this.isInObject = isInObject;
        Variable x = new Variable("x", "");
        add(WorkspaceArray.INPUT, x);
        for (LayerPlan layer : plan.layers()) {
            WorkspaceArray a = new WorkspaceArray(Kind.ACTIVATION, layer.head().constant());
            WorkspaceArray da = new WorkspaceArray(Kind.GRADIENT, layer.head().constant());
            String length = Index.count(layer.head().output().size());
            boolean sharesGradient = layer.isView() && layer.a().kind() == Kind.ACTIVATION;
            add(
                    a,
                    layer.isView()
                            ? of(layer.a())
                            : new Variable(name(layer.head().name()), length));
            add(
                    da,
                    sharesGradient
                            ? of(new WorkspaceArray(Kind.GRADIENT, layer.a().constant()))
                            : new Variable(name("d" + layer.head().suffix()), length));
        }
        for (BufferPlan buffer : plan.buffers()) {
            add(
                    new WorkspaceArray(Kind.BUFFER, buffer.constant()),
                    new Variable(
                            name(camelCase(buffer.constant())),
                            buffer.perSample() ? Index.count(buffer.size()) : String.valueOf(buffer.size())));
        }
        variables.put(MethodParameter.g().argument(), new Variable("g", String.valueOf(plan.parameterCount())));
        made.add(x);
    }

    /** The arrays of one pass. */
    static PassArrays of(ExecutionPlan plan) {
        return new PassArrays(plan, !plan.fitsOneMethod());
    }

    private void add(WorkspaceArray array, Variable variable) {
        variables.put(MethodParameter.fetch(array), variable);
    }

    private Variable of(WorkspaceArray array) {
        return known(MethodParameter.fetch(array));
    }

    private Variable known(String fetch) {
        Variable variable = variables.get(fetch);
        if (variable == null) {
            throw new IllegalArgumentException("no array is fetched by " + fetch);
        }
        return variable;
    }

    /** A name that is free. */
    private String name(String wanted) {
        String name = wanted;
        while (!names.add(name)) {
            name += "_";
        }
        return name;
    }

    /** {@code hidden1Z} of {@code BUFFER_HIDDEN1_Z}. */
    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.substring(constant.indexOf('_') + 1).split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            name.append(
                    name.isEmpty() || lower.isEmpty()
                            ? lower
                            : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return name.toString();
    }

    /** Whether they are fields of an object. */
    boolean areInObject() {
        return isInObject;
    }

    /** The expression of an array. */
    String expression(WorkspaceArray array) {
        return expression(of(array).name());
    }

    private String expression(String name) {
        return isInObject ? OBJECT + "." + name : name;
    }

    /** Makes the arrays that a method is the first to be called with, and calls it. */
    void call(Body body, GeneratedMethod method) {
        make(body, method);
        body.line(call(method));
    }

    /** Makes the arrays that a method is the first to be called with. */
    void make(Body body, GeneratedMethod method) {
        for (MethodParameter parameter : method.parameters()) {
            Variable variable = variables.get(parameter.argument());
            if (variable != null && made.add(variable)) {
                body.line((isInObject ? "" : "final float[] ") + expression(variable.name()) + " = new float["
                        + variable.length() + "]");
            }
        }
    }

    /** The call of a method with these arrays. */
    CodeBlock call(GeneratedMethod method) {
        return method.call(argument -> switch (argument) {
            case "ws.targets()" -> expression("t");
            case "ws.steps()" -> expression("steps");
            case "ws" -> expression("ws");
            default ->
                variables.containsKey(argument) ? expression(known(argument).name()) : argument;
        });
    }

    /** The names of the arrays that were made. */
    List<String> made() {
        return new ArrayList<>(made.stream().map(Variable::name).toList());
    }
}
