package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.longhand.Setting;
import dev.longhand.Shape;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.LayerTraining;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LossPlan;
import dev.longhand.processor.plan.MethodPart;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.StatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the description of the network that the model has at run time. */
final class DescriptionEmitter {

    private final ExecutionPlan plan;

    DescriptionEmitter(ExecutionPlan plan) {
        this.plan = plan;
    }

    // private static ModelInfo describe(ModelInfo.Builder model) {
    //     …
    //     return model.build();
    // }
    void emit(Members members) {
        Body body = new Body();
        List<MethodPart<LayerPlan>> parts = plan.descriptionParts();
        if (parts.size() == 1) {
            plan.layers().forEach(layer -> describe(body, layer));
        } else {
            parts.forEach(part -> members.addMethod(part(body, part)));
        }
        for (LossPlan loss : plan.losses()) {
            if (plan.joinsOutputs()) {
                output(body, loss);
            }
            settings(body, loss);
        }
        for (ExecutionPlan.BufferPlan buffer : plan.buffers()) {
            body.line("model." + (buffer.perSample() ? "buffer(" : "batchBuffer(") + buffer.size() + ")");
        }
        if (plan.skipsZeros()) {
            body.line("model.skipsZeros()");
        }
        if (plan.isMasked()) {
            int time = plan.network().input().dimensions().get(0);
            body.line(
                    "model.masked(" + time + ", " + plan.losses().get(0).rows().weighted() + ")");
        }
        members.addMethod(MethodSpec.methodBuilder("describe")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.MODEL_INFO)
                .addParameter(RuntimeTypes.MODEL_INFO_BUILDER, "model")
                .addCode(body.line("return model.build()").build())
                .build());
        for (LayerPlan layer : plan.layers()) {
            values(layer).forEach(members::addMethod);
        }
    }

    private MethodSpec part(Body body, MethodPart<LayerPlan> part) {
        String name = "describeLayers" + part.range();
        body.line(name + "(model)");
        Body layers = new Body();
        part.items().forEach(layer -> describe(layers, layer));
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeTypes.MODEL_INFO_BUILDER, "model")
                .addCode(layers.build())
                .build();
    }

    private void describe(Body body, LayerPlan layer) {
        layer(body, layer);
        parameters(body, layer);
        LayerTraining training = plan.network().loss().training(layer.head().index());
        training.l1().ifPresent(l1 -> body.line("model.l1(" + Literals.of(l1) + ")"));
        training.l2().ifPresent(l2 -> body.line("model.l2(" + Literals.of(l2) + ")"));
        if (training.isFrozen()) {
            body.line("model.frozen()");
        }
    }

    // model.output("temperatures", Loss.MEAN_SQUARED_ERROR, 0.5f);
    private static void output(Body body, LossPlan loss) {
        body.line(
                "model.output(\"" + loss.names().name() + "\", ",
                RuntimeTypes.LOSS,
                "." + loss.loss() + ", " + Literals.of(loss.weight()) + ")");
    }

    // model.delta(0.5f);
    private static void settings(Body body, LossPlan loss) {
        if (loss.labelSmoothing() != 0) {
            body.line("model.labelSmoothing(" + Literals.of(loss.labelSmoothing()) + ")");
        }
        if (loss.delta() != 1) {
            body.line("model.delta(" + Literals.of(loss.delta()) + ")");
        }
    }

    // model.layer("hidden", "Dense", "a = σ(x·W + b)", 2);
    // model.activation(Activation.SIGMOID);
    private void layer(Body body, LayerPlan layer) {
        LayerHead head = layer.head();
        String method = layer.isView() ? "view" : layer.isFusedWithReader() ? "fused" : "layer";
        body.line(
                "model." + method + "(\"" + head.name() + "\", \"" + head.kind() + "\", \"" + head.formula() + "\",",
                Code.BREAK,
                dimensions(head.output()) + ")");
        if (!head.readsTheOneBefore()) {
            body.line("model.from("
                    + head.sources().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
        }
        plan.settings(layer).values().forEach((name, setting) -> body.line("model.", setting(name, setting)));
    }

    private static CodeBlock setting(String name, Setting setting) {
        if (setting instanceof Setting.Function function) {
            float slope = function.slope();
            boolean isDefault = slope == function.activation().defaultSlope();
            return Code.of(
                    "activation(",
                    RuntimeTypes.ACTIVATION,
                    "." + function.activation() + (isDefault ? "" : ", " + Literals.of(slope)) + ")");
        } else if (setting instanceof Setting.Integers integers) {
            return Code.of("integers(\"" + name + "\", " + integers + ")");
        } else if (setting instanceof Setting.Number number) {
            return Code.of("number(\"" + name + "\", " + Literals.of(number.value()) + ")");
        } else if (setting instanceof Setting.Flag flag) {
            return Code.of("flag(\"" + name + "\", " + flag + ")");
        }
        return Code.of("text(\"" + name + "\", \"" + setting + "\")");
    }

    // model.parameter("weight", Initialization.of(Initializer.GLOROT_UNIFORM, 1, 2, 2), 2, 2);
    // model.unpenalized("bias", Initialization.of(Initializer.ZEROS, 1, 2, 2), 2);
    private static void parameters(Body body, LayerPlan layer) {
        for (ParameterPlan parameter : layer.head().parameters()) {
            String add = parameter.isPenalized() ? "parameter" : "unpenalized";
            body.line(
                    "model." + add + "(\"" + parameter.name() + "\",",
                    Code.BREAK,
                    initialization(layer, parameter),
                    ",",
                    Code.BREAK,
                    dimensions(parameter.shape()) + ")");
        }
        for (StatePlan state : layer.state()) {
            body.line("model.state(\"" + state.name() + "\", " + Literals.of(state.initial()) + ", "
                    + dimensions(state.shape()) + ")");
        }
    }

    /** The methods that hold the values set by hand of those parameters that have too many for {@link #layer}. */
    private List<MethodSpec> values(LayerPlan layer) {
        List<MethodSpec> methods = new ArrayList<>();
        for (ParameterPlan parameter : layer.head().parameters()) {
            if (parameter.hasValueMethods()) {
                methods.addAll(values(method(layer, parameter), parameter));
            }
        }
        return methods;
    }

    // private static float[] valuesFrequenciesW(FloatBuffer values) {
    //     valuesFrequenciesW1To500(values);
    //     valuesFrequenciesW501To512(values);
    //     return values.array();
    // }
    //
    // /** Numbers 1 to 500 of P_FREQUENCIES_W, set by hand in Spectrum. */
    // private static void valuesFrequenciesW1To500(FloatBuffer values) {
    //     values.put(new float[] {0.125f, …
    private List<MethodSpec> values(String name, ParameterPlan parameter) {
        List<MethodSpec> methods = new ArrayList<>();
        Body whole = new Body();
        for (MethodPart<Float> part : parameter.valueParts()) {
            whole.line(name + part.range() + "(values)");
            String doc = "Numbers " + (part.first() + 1) + " to "
                    + (part.first() + part.items().size()) + " of " + parameter.constant() + ", set by hand in "
                    + plan.network().model().declaration() + ".";
            methods.add(MethodSpec.methodBuilder(name + part.range())
                    .addJavadoc("$L", Layout.javadoc(doc))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(RuntimeTypes.FLOAT_BUFFER, "values")
                    .addCode(new Body()
                            .line("values.put(new float[] {", literals(part.items()), "})")
                            .build())
                    .build());
        }
        methods.add(
                0,
                MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(float[].class)
                        .addParameter(RuntimeTypes.FLOAT_BUFFER, "values")
                        .addCode(whole.line("return values.array()").build())
                        .build());
        return methods;
    }

    private static String method(LayerPlan layer, ParameterPlan parameter) {
        return "values" + layer.head().suffix() + parameter.symbol().toUpperCase(Locale.ROOT);
    }

    private static CodeBlock initialization(LayerPlan layer, ParameterPlan parameter) {
        Initialization initialization = parameter.initialization();
        int count = initialization.values().size();
        if (parameter.hasValueMethods()) {
            return Code.of(
                    RuntimeTypes.INITIALIZATION,
                    ".values(" + method(layer, parameter) + "(",
                    RuntimeTypes.FLOAT_BUFFER,
                    ".allocate(" + count + ")))");
        } else if (count > 0) {
            String method = count < parameter.size() ? "parts" : "values";
            return Code.of(RuntimeTypes.INITIALIZATION, "." + method + "(", literals(initialization.values()), ")");
        }
        return Code.of(
                RuntimeTypes.INITIALIZATION,
                ".of(",
                RuntimeTypes.INITIALIZER,
                "." + initialization.initializer() + ", "
                        + Literals.of(initialization.scale()) + ", "
                        + parameter.initial().fanIn() + ", "
                        + parameter.initial().fanOut() + ")");
    }

    private static CodeBlock literals(List<Float> values) {
        return Code.list(values.stream().map(Literals::of).toList());
    }

    /** {@code 28, 28, 1}. */
    static String dimensions(Shape shape) {
        return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
