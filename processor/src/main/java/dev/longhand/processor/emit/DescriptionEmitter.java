package dev.longhand.processor.emit;

import dev.longhand.processor.check.ResolvedLayer.Start;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import dev.longhand.processor.plan.Literals;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what the model says of itself at run time. */
final class DescriptionEmitter {

    private DescriptionEmitter() {}

    // model.layer("hidden", "Dense", "a = σ(x·W + b)", 2);
    // model.parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, 2, 2), 2, 2);
    // model.parameter("bias", Initialization.of(Initializer.ZEROS, 1, 2, 2), 2);
    static void layer(Body body, LayerPlan layer) {
        LayerPlan.Head head = layer.head();
        String method = layer instanceof LayerPlan.Flatten ? "view" : "layer";
        body.line("model." + method + "(\"" + head.name() + "\", \"" + head.kind() + "\", \"" + head.formula() + "\", "
                + dimensions(head.output()) + ")");
        for (ParameterPlan parameter : head.parameters()) {
            body.line("model.parameter(\"" + parameter.name() + "\"," + Body.BREAK + start(parameter) + "," + Body.BREAK
                    + dimensions(parameter.shape()) + ")");
        }
    }

    static void buffers(Body body, ExecutionPlan plan) {
        for (ExecutionPlan.BufferPlan buffer : plan.buffers()) {
            body.line("model.buffer(" + buffer.size() + ")");
        }
    }

    private static String start(ParameterPlan parameter) {
        Start start = parameter.start();
        if (!start.values().isEmpty()) {
            List<String> values = start.values().stream().map(Literals::of).toList();
            return "Initialization.values(" + Body.list(values) + ")";
        }
        return "Initialization.of(Initializer." + start.initializer() + ", " + Literals.of(start.scale()) + ", "
                + parameter.fanIn() + ", " + parameter.fanOut() + ")";
    }

    static String dimensions(Shape shape) {
        return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
