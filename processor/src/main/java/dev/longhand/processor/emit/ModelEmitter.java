package dev.longhand.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import dev.longhand.processor.plan.LayerPlan.StatePlan;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Prints the generated class: constants, construction, the tables of contents, then a pair of methods a layer. */
public final class ModelEmitter {

    /** More steps than this in one method are split, so that it stays below the JIT's limit. */
    private static final int STEPS = 100;

    private final ExecutionPlan plan;
    private final ClassName model;
    private final ClassName declaration;
    private final Map<LayerPlan, LayerEmitter> emitters = new LinkedHashMap<>();
    private final List<MethodSpec> overflow = new ArrayList<>();

    private ModelEmitter(ExecutionPlan plan) {
        this.plan = plan;
        String packageName = plan.network().packageName();
        model = ClassName.get(packageName, plan.network().modelName());
        String[] path = plan.network().declaration().split("\\.");
        declaration = ClassName.get(packageName, path[0], Arrays.copyOfRange(path, 1, path.length));
        for (LayerPlan layer : plan.layers()) {
            LayerEmitters.of(layer).ifPresent(emitter -> emitters.put(layer, emitter));
        }
    }

    /**
     * The Java source of a plan.
     *
     * @param annotated whether to mark it as generated, which needs an annotation of the JDK's
     */
    public static String emit(ExecutionPlan plan, boolean annotated) {
        return Layout.tidy(new ModelEmitter(plan).file(annotated).toString());
    }

    // // Written by Longhand from Xor. Change Xor and recompile: edits made here are lost.
    private JavaFile file(boolean annotated) {
        String name = plan.network().declaration();
        String comment =
                "Written by Longhand from " + name + ". Change " + name + " and recompile: edits made here are lost.";
        return JavaFile.builder(plan.network().packageName(), type(annotated))
                .addFileComment("$L", String.join("\n", Layout.wrap(comment, Layout.COLUMNS - "// ".length(), "")))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private TypeSpec type(boolean annotated) {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(model).addModifiers(Modifier.FINAL).addJavadoc("$L", HeadEmitter.javadoc(plan));
        if (annotated) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.longhand.processor.NetworkProcessor")
                    .build());
        }
        if (plan.network().isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (plan.network().isInterface()) {
            type.addSuperinterface(declaration);
        } else {
            type.superclass(declaration);
        }
        type.addSuperinterface(RuntimeTypes.MODEL);
        type.alwaysQualify(plan.network().takenTypeNames().toArray(String[]::new));
        constants(type);
        construction(type);
        passes(type);
        for (LayerEmitter emitter : emitters.values()) {
            forwardParts(emitter).forEach(part -> type.addMethod(part.method()));
            emitter.backward().ifPresent(part -> type.addMethod(part.method()));
            emitter.update().ifPresent(part -> type.addMethod(part.method()));
        }
        if (!plan.sums().isEmpty()) {
            type.addMethod(addGradient());
        }
        type.addMethod(new LossEmitter(plan.loss()).emit().method());
        overflow.forEach(type::addMethod);
        describe(type);
        return type.build();
    }

    // /** Layer 1, hidden: its index; where its W, [2][2], and b, [2], begin in p and g. */
    // private static final int HIDDEN = 0;
    // private static final int HIDDEN_W = 0;
    // private static final int HIDDEN_B = 4;
    private void constants(TypeSpec.Builder type) {
        for (LayerPlan layer : plan.layers()) {
            LayerPlan.Head head = layer.head();
            String places = places(head.parameters(), ParameterPlan::symbol, ParameterPlan::shape);
            String stored = places(layer.state(), StatePlan::symbol, StatePlan::shape);
            String doc = "Layer " + (head.index() + 1) + ", " + head.name() + ": its index"
                    + (places.isEmpty() ? "" : "; where its " + places + ", begin in p and g")
                    + (stored.isEmpty() ? "" : "; where its " + stored + ", begin in state") + ".";
            type.addField(constant(head.constant(), head.index())
                    .addJavadoc("$L", Layout.javadoc(doc))
                    .build());
            for (ParameterPlan parameter : head.parameters()) {
                type.addField(constant(parameter.constant(), parameter.offset()).build());
            }
            for (StatePlan state : layer.state()) {
                type.addField(constant(state.constant(), state.offset()).build());
            }
        }
        for (int i = 0; i < plan.buffers().size(); i++) {
            ExecutionPlan.BufferPlan buffer = plan.buffers().get(i);
            type.addField(constant(buffer.constant(), i)
                    .addJavadoc("$L", Layout.javadoc("The buffer that keeps " + buffer.meaning() + "."))
                    .build());
        }
        emitters.values().stream()
                .flatMap(emitter -> emitter.constants().stream())
                .forEach(type::addField);
        type.addField(
                FieldSpec.builder(RuntimeTypes.MODEL_INFO, "INFO", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("What the network is made of, for summaries, files and workspaces.")
                        .initializer(
                                "describe($Z$T.builder($S, $T.$L, $L))",
                                RuntimeTypes.MODEL_INFO,
                                simpleName(),
                                RuntimeTypes.LOSS,
                                plan.network().loss(),
                                DescriptionEmitter.dimensions(plan.network().input()))
                        .build());
        type.addField(FieldSpec.builder(RuntimeTypes.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL)
                .build());
        if (plan.parameterCount() > 0) {
            type.addField(FieldSpec.builder(float[].class, "p", Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        if (plan.hasState()) {
            type.addField(FieldSpec.builder(float[].class, "state", Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        type.addField(FieldSpec.builder(RuntimeTypes.PREDICTOR, "predictor", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T(this, INFO)", RuntimeTypes.PREDICTOR)
                .build());
    }

    private static FieldSpec.Builder constant(String name, int value) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value);
    }

    /** {@code W, [2][2], and b, [2]}. */
    private static <T> String places(List<T> arrays, Function<T, String> symbol, Function<T, Shape> shape) {
        List<String> places = arrays.stream()
                .map(array -> symbol.apply(array) + ", ["
                        + shape.apply(array).toString().replace("×", "][") + "]")
                .toList();
        int last = places.size() - 1;
        return last < 1
                ? String.join("", places)
                : String.join(", ", places.subList(0, last)) + ", and " + places.get(last);
    }

    // public static XorModel create(long seed)
    // public Layer hidden()
    private void construction(TypeSpec.Builder type) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.PARAMETERS, "parameters")
                .addStatement("this.parameters = parameters");
        if (plan.parameterCount() > 0) {
            constructor.addStatement("p = parameters.values()");
        }
        if (plan.hasState()) {
            constructor.addStatement("state = parameters.state()");
        }
        type.addMethod(constructor.build());
        type.addMethod(MethodSpec.methodBuilder("create")
                .addJavadoc("A model whose parameters are drawn from {@code seed}: the same seed, the same model.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model)
                .addParameter(TypeName.LONG, "seed")
                .addStatement("return new $T($T.draw(INFO, seed))", model, RuntimeTypes.PARAMETERS)
                .build());
        for (LayerPlan layer : plan.layers()) {
            type.addMethod(MethodSpec.methodBuilder(layer.head().name())
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(RuntimeTypes.LAYER)
                    .addStatement("return parameters.layer($L)", layer.head().constant())
                    .build());
        }
        type.addMethod(getter("parameters", RuntimeTypes.PARAMETERS));
        type.addMethod(getter("predictor", RuntimeTypes.PREDICTOR));
    }

    private static MethodSpec getter(String name, ClassName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addStatement("return $L", name)
                .build();
    }

    // public void forward(Workspace ws, int n) {
    //     ws.require(INFO, n);
    //     forwardHidden(p, ws.input(), ws.activation(HIDDEN), n);
    //     forwardOutput(p, ws.activation(HIDDEN), ws.output(), n);
    // }
    private void passes(TypeSpec.Builder type) {
        List<String> predicting = calls(Mode.PREDICTING);
        List<String> training = calls(Mode.TRAINING);
        List<String> sampling = calls(Mode.SAMPLING);
        String in = Doc.batch(plan.network().input());
        String out =
                Doc.batch(plan.layers().get(plan.layers().size() - 1).head().output());
        boolean trainsDifferently = !training.equals(predicting);
        String random = trainsDifferently ? " " + HeadEmitter.predicting(plan) : "";
        type.addMethod(pass("forward", "Forward pass: x, " + in + " → output, " + out + "." + random, predicting));
        if (trainsDifferently) {
            type.addMethod(pass("forwardTraining", HeadEmitter.training(plan), training));
        }
        if (sampling.equals(predicting) && trainsDifferently) {
            String doc = "Forward pass for samples of predictions: nothing is random here.";
            type.addMethod(pass("forwardSampling", doc, List.of("forward(ws, n)")));
        } else if (!sampling.equals(training)) {
            type.addMethod(pass("forwardSampling", HeadEmitter.sampling(plan), sampling));
        }
        type.addMethod(MethodSpec.methodBuilder("loss")
                .addJavadoc("The loss E of the outputs against the targets, and its gradient, where backward begins.")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.FLOAT)
                .addParameter(RuntimeTypes.WORKSPACE, "ws")
                .addParameter(TypeName.INT, "n")
                .addCode(new Body()
                        .line("return " + new LossEmitter(plan.loss()).emit().call())
                        .build())
                .build());
        Body body = new Body();
        body.line("final float loss = loss(ws, n)");
        steps(body, "backward", backwardCalls());
        body.line("return loss");
        type.addMethod(method(
                        "backward",
                        "Backward pass: from the loss to the gradient of every parameter, the layers in reverse.")
                .returns(TypeName.FLOAT)
                .addCode(body.build())
                .build());
        updates(type);
    }

    // public void updateState(Workspace ws, int n) {
    //     updateNorm(ws.buffer(NORM_STATISTICS), state, n);
    // }
    private void updates(TypeSpec.Builder type) {
        List<String> updates = emitters.values().stream()
                .flatMap(emitter -> emitter.update().stream())
                .map(GeneratedMethod::call)
                .toList();
        if (!updates.isEmpty()) {
            type.addMethod(pass(
                    "updateState",
                    "After a step: what is kept without being trained follows the training pass.",
                    updates));
        }
    }

    /** The calls of a forward pass. */
    private List<String> calls(Mode mode) {
        return emitters.entrySet().stream()
                .filter(entry -> mode == Mode.TRAINING || !isPredictedElsewhere(entry.getKey()))
                .flatMap(entry -> entry.getValue().forward(mode).stream())
                .map(GeneratedMethod::call)
                .toList();
    }

    private boolean isPredictedElsewhere(LayerPlan layer) {
        return plan.predictedByAnother().contains(layer.head().index());
    }

    /** The calls of the backward pass: a layer's, then what is added to gradients that it has a part in. */
    private List<String> backwardCalls() {
        List<String> calls = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            List<String> ofLayer = new ArrayList<>();
            LayerEmitter emitter = emitters.get(layer);
            if (emitter != null) {
                emitter.backward().ifPresent(part -> ofLayer.add(part.call()));
            }
            for (ExecutionPlan.GradientSum sum : plan.sums()) {
                if (sum.after() == layer.head().index()) {
                    ofLayer.add("addGradient(" + sum.part().fetch() + ", "
                            + sum.gradient().fetch() + ", " + Index.count(sum.size()) + ")");
                }
            }
            calls.addAll(0, ofLayer);
        }
        return calls;
    }

    /** The methods of a layer's forward passes, each once. */
    private static List<GeneratedMethod> forwardParts(LayerEmitter emitter) {
        Map<String, GeneratedMethod> parts = new LinkedHashMap<>();
        for (Mode mode : List.of(Mode.TRAINING, Mode.PREDICTING, Mode.SAMPLING)) {
            emitter.forward(mode).ifPresent(part -> parts.putIfAbsent(part.name(), part));
        }
        return List.copyOf(parts.values());
    }

    // /** Where several layers read one, its da is the sum of theirs. */
    // private static void addGradient(float[] part, float[] da, int count) {
    //     for (int k = 0; k < count; k++) {
    //         da[k] += part[k];
    //     }
    // }
    private static MethodSpec addGradient() {
        return new GeneratedMethod(
                        List.of("Where several layers read one, its da is the sum of theirs."),
                        TypeName.VOID,
                        "addGradient",
                        List.of(
                                MethodParameter.array("part", ""),
                                MethodParameter.array("da", ""),
                                new MethodParameter(TypeName.INT, "count", "")),
                        new Body()
                                .loop("k", "count")
                                .line("da[k] += part[k]")
                                .end()
                                .build())
                .method();
    }

    private MethodSpec pass(String name, String doc, List<String> calls) {
        Body body = new Body().line("ws.require(INFO, n)");
        steps(body, name, calls);
        return method(name, doc).addCode(body.build()).build();
    }

    private static MethodSpec.Builder method(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", Layout.javadoc(doc))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WORKSPACE, "ws")
                .addParameter(TypeName.INT, "n");
    }

    /** Writes the calls, or where there are too many for one method, calls of methods that hold them. */
    private void steps(Body body, String name, List<String> calls) {
        if (calls.size() <= STEPS) {
            calls.forEach(body::line);
            return;
        }
        for (int first = 0; first < calls.size(); first += STEPS) {
            int last = Math.min(first + STEPS, calls.size());
            String part = name + "Steps" + (first + 1) + "To" + last;
            body.line(part + "(ws, n)");
            Body steps = new Body();
            calls.subList(first, last).forEach(steps::line);
            overflow.add(MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(RuntimeTypes.WORKSPACE, "ws")
                    .addParameter(TypeName.INT, "n")
                    .addCode(steps.build())
                    .build());
        }
    }

    // private static ModelInfo describe(ModelInfo.Builder model) {
    //     …
    //     return model.build();
    // }
    private void describe(TypeSpec.Builder type) {
        Body body = new Body();
        List<LayerPlan> layers = plan.layers();
        List<Integer> ends = DescriptionEmitter.parts(layers);
        if (ends.size() == 1) {
            layers.forEach(layer -> DescriptionEmitter.layer(body, layer));
        } else {
            int first = 0;
            for (int end : ends) {
                String part = "describeLayers" + (first + 1) + "To" + end;
                body.line(part + "(model)");
                Body target = new Body();
                layers.subList(first, end).forEach(layer -> DescriptionEmitter.layer(target, layer));
                type.addMethod(MethodSpec.methodBuilder(part)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(RuntimeTypes.MODEL_INFO_BUILDER, "model")
                        .addCode(target.build())
                        .build());
                first = end;
            }
        }
        DescriptionEmitter.buffers(body, plan);
        if (plan.skipsZeros()) {
            body.line("model.skipsZeros()");
        }
        type.addMethod(MethodSpec.methodBuilder("describe")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeTypes.MODEL_INFO)
                .addParameter(RuntimeTypes.MODEL_INFO_BUILDER, "model")
                .addCode(body.line("return model.build()").build())
                .build());
        for (LayerPlan layer : layers) {
            DescriptionEmitter.values(layer, plan.network().declaration()).forEach(type::addMethod);
        }
    }

    private String simpleName() {
        String name = plan.network().declaration();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
