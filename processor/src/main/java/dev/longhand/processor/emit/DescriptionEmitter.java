package dev.longhand.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.longhand.processor.check.ResolvedLayer.Start;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import dev.longhand.processor.plan.LayerPlan.StatePlan;
import dev.longhand.processor.plan.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints what the model says of itself at run time. */
final class DescriptionEmitter {

    /** More values than this get methods of their own. */
    private static final int MOST_VALUES = 50;

    /** The values of one such method. */
    private static final int VALUES = 500;

    private static final int BYTECODES_OF_VALUE = 8;
    private static final int BYTECODES_OF_LAYER = 120;
    private static final int BYTECODES_OF_STATE = 25;

    /** Leaves room below HotSpot's limit of 8,000. */
    private static final int LARGEST_METHOD = 6_000;

    private DescriptionEmitter() {}

    // model.layer("hidden", "Dense", "a = σ(x·W + b)", 2);
    // model.parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, 2, 2), 2, 2);
    // model.parameter("bias", Initialization.of(Initializer.ZEROS, 1, 2, 2), 2);
    static void layer(Body body, LayerPlan layer) {
        LayerPlan.Head head = layer.head();
        String method = layer.isView() ? "view" : layer.isFusedWithReader() ? "fused" : "layer";
        body.line("model." + method + "(\"" + head.name() + "\", \"" + head.kind() + "\", \"" + head.formula() + "\", "
                + dimensions(head.output()) + ")");
        if (!head.readsTheOneBefore()) {
            body.line("model.from("
                    + head.sources().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
        }
        for (ParameterPlan parameter : head.parameters()) {
            body.line("model.parameter(\"" + parameter.name() + "\"," + Body.BREAK + start(layer, parameter) + ","
                    + Body.BREAK + dimensions(parameter.shape()) + ")");
        }
        for (StatePlan state : layer.state()) {
            body.line("model.state(\"" + state.name() + "\", " + Literals.of(state.start()) + ", "
                    + dimensions(state.shape()) + ")");
        }
    }

    /** Where to split the layers, so that no method which describes them is too long; the last is their number. */
    static List<Integer> parts(List<LayerPlan> layers) {
        List<Integer> ends = new ArrayList<>();
        int bytecodes = 0;
        for (int i = 0; i < layers.size(); i++) {
            int values = layers.get(i).head().parameters().stream()
                    .mapToInt(parameter -> parameter.start().values().size())
                    .filter(count -> count <= MOST_VALUES)
                    .sum();
            int more = BYTECODES_OF_LAYER
                    + BYTECODES_OF_VALUE * values
                    + BYTECODES_OF_STATE * layers.get(i).state().size();
            if (bytecodes + more > LARGEST_METHOD) {
                ends.add(i);
                bytecodes = 0;
            }
            bytecodes += more;
        }
        ends.add(layers.size());
        return ends;
    }

    static void buffers(Body body, ExecutionPlan plan) {
        for (ExecutionPlan.BufferPlan buffer : plan.buffers()) {
            body.line("model." + (buffer.perSample() ? "buffer(" : "batchBuffer(") + buffer.size() + ")");
        }
    }

    // /** Numbers 501 to 1000 of HIDDEN_W, set by hand in Big. */
    // private static void valuesHiddenW501To1000(FloatBuffer values) {
    //     values.put(new float[] {0.5f, …});
    // }
    /** The methods that hold the values set by hand of those parameters that have too many for {@link #layer}. */
    static List<MethodSpec> values(LayerPlan layer, String declaration) {
        List<MethodSpec> methods = new ArrayList<>();
        for (ParameterPlan parameter : layer.head().parameters()) {
            List<Float> values = parameter.start().values();
            if (values.size() <= MOST_VALUES) {
                continue;
            }
            String name = method(layer, parameter);
            Body whole = new Body();
            for (int first = 0; first < values.size(); first += VALUES) {
                int last = Math.min(first + VALUES, values.size());
                String part = name + (first + 1) + "To" + last;
                whole.line(part + "(values)");
                List<String> texts =
                        values.subList(first, last).stream().map(Literals::of).toList();
                methods.add(MethodSpec.methodBuilder(part)
                        .addJavadoc(
                                "$L",
                                Layout.javadoc("Numbers " + (first + 1) + " to " + last + " of " + parameter.constant()
                                        + ", set by hand in " + declaration + "."))
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(RuntimeTypes.FLOAT_BUFFER, "values")
                        .addCode(new Body()
                                .line("values.put(new float[] {" + Body.list(texts) + "})")
                                .build())
                        .build());
            }
            methods.add(
                    methods.size() - (values.size() + VALUES - 1) / VALUES,
                    MethodSpec.methodBuilder(name)
                            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                            .returns(float[].class)
                            .addParameter(RuntimeTypes.FLOAT_BUFFER, "values")
                            .addCode(whole.line("return values.array()").build())
                            .build());
        }
        return methods;
    }

    private static String method(LayerPlan layer, ParameterPlan parameter) {
        return "values" + layer.head().suffix() + parameter.symbol().toUpperCase(Locale.ROOT);
    }

    private static String start(LayerPlan layer, ParameterPlan parameter) {
        Start start = parameter.start();
        int count = start.values().size();
        if (count > MOST_VALUES) {
            return "Initialization.values(" + method(layer, parameter) + "(FloatBuffer.allocate(" + count + ")))";
        } else if (count > 0) {
            List<String> values = start.values().stream().map(Literals::of).toList();
            return "Initialization." + (count < parameter.size() ? "parts" : "values") + "(" + Body.list(values) + ")";
        }
        return "Initialization.of(Initializer." + start.initializer() + ", " + Literals.of(start.scale()) + ", "
                + parameter.fanIn() + ", " + parameter.fanOut() + ")";
    }

    static String dimensions(Shape shape) {
        return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
