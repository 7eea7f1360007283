package dev.longhand.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LossPlan;
import dev.longhand.processor.pretrained.PretrainedPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Prints the generated class: the passes, the methods of each layer, the loss, then the bookkeeping. */
public final class ModelEmitter {

    private final ExecutionPlan plan;
    private final Optional<PretrainedPlan> pretrained;
    private final LayerEmitters layers;
    private final ModelClass names;
    private final ClassName model;

    private ModelEmitter(ExecutionPlan plan, Optional<PretrainedPlan> pretrained, LayerEmitters layers) {
        this.plan = plan;
        this.pretrained = pretrained;
        this.layers = layers;
        names = plan.network().model();
        model = ClassName.get(names.packageName(), names.name());
    }

    /**
     * The Java source of a plan.
     *
     * @param pretrained what its pretrained weights add, if it has any
     * @param emitters the emitter of a layer of any kind
     */
    public static String emit(
            ExecutionPlan plan, Optional<PretrainedPlan> pretrained, Function<LayerPlan, LayerEmitter> emitters) {
        return new ModelEmitter(plan, pretrained, new LayerEmitters(plan, emitters)).source();
    }

    private String source() {
        List<String> qualified = Stream.concat(
                        names.takenTypeNames().stream(),
                        pretrained.stream().flatMap(any -> PretrainedEmitter.types().stream()))
                .flatMap(taken -> Stream.concat(Stream.of(taken), RuntimeTypes.nestedIn(taken)))
                .distinct()
                .toList();
        return SourceFile.print(model, names.declaration(), qualified, type());
    }

    private CodeBlock type() {
        CodeBlock.Builder type = CodeBlock.builder().add(head());
        Members members = new Members();
        PassEmitter passes = new PassEmitter(plan, layers);
        passes.emit(members);
        layers.methods().forEach(method -> members.addMethod(method.method()));
        layers.addGradient().ifPresent(members::addMethod);
        for (LossPlan loss : plan.losses()) {
            members.addMethod(new LossEmitter(loss, plan.joinsOutputs()).emit().method());
        }
        if (plan.losses().stream().anyMatch(loss -> loss.weight() != 1)) {
            members.addMethod(OutputsEmitter.scaleGradient().method());
        }
        passes.overflow().forEach(members::addMethod);
        pretrained.ifPresent(weights -> new PretrainedEmitter(weights, names).emit(members));
        members.addHeading(
                "Bookkeeping: the indices and offsets that the methods above use, the sizes that kernels",
                "need, and how a model is made and described.");
        new FieldEmitter(plan, layers).emit(members);
        construction(members);
        new DescriptionEmitter(plan).emit(members);
        return type.add("$>").add(members.build()).add("$<}\n").build();
    }

    // @LonghandGenerated
    // @Generated("dev.longhand.processor.NetworkProcessor")
    // public final class XorModel implements Xor, Model {
    private CodeBlock head() {
        CodeBlock.Builder head = CodeBlock.builder();
        head.add(Members.javadoc(CodeBlock.of("$L", HeadEmitter.javadoc(plan)), 0));
        head.add("@$T\n", RuntimeTypes.LONGHAND_GENERATED);
        if (names.traits().seesGenerated()) {
            head.add("@$T($S)\n", RuntimeTypes.GENERATED, "dev.longhand.processor.NetworkProcessor");
        }
        List<String> suppressed = names.traits().suppressed();
        if (!suppressed.isEmpty()) {
            CodeBlock warnings = Code.list(suppressed.stream()
                    .map(warning -> CodeBlock.of("$S", warning))
                    .toList());
            head.add(suppressed.size() == 1 ? "@$T($L)\n" : "@$T({$L})\n", SuppressWarnings.class, warnings);
        }
        head.add(names.isPublic() ? "public final class $L" : "final class $L", names.name());
        head.add(
                names.implementsDeclaration() ? " implements $T, $T {\n" : " extends $T implements $T {\n",
                declaration(names),
                RuntimeTypes.MODEL);
        return head.build();
    }

    /** The class of a declaration. */
    static ClassName declaration(ModelClass names) {
        String[] path = names.declaration().split("\\.");
        return ClassName.get(names.packageName(), path[0], Arrays.copyOfRange(path, 1, path.length));
    }

    // public static XorModel create(long seed) {
    private void construction(Members members) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.PARAMETERS, "parameters")
                .addStatement("this.parameters = parameters");
        if (plan.parameterCount() > 0) {
            constructor.addStatement("p = parameters.forReading()");
        }
        if (plan.hasState()) {
            constructor.addStatement("state = parameters.state()");
        }
        members.addConstructor(names.name(), constructor.build());
        members.addMethod(MethodSpec.methodBuilder("create")
                .addJavadoc("A model whose parameters are drawn from {@code seed}: the same seed, the same model.\n\n"
                        + "@param seed what the parameters are drawn from\n"
                        + "@return the model\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model)
                .addParameter(TypeName.LONG, "seed")
                .addStatement("return new $T($T.draw(INFO, seed))", model, RuntimeTypes.PARAMETERS)
                .build());
        for (LayerPlan layer : plan.layers()) {
            members.addMethod(accessor(layer));
        }
        members.addMethod(getter("parameters", RuntimeTypes.PARAMETERS)
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.SUPPRESS_WARNINGS)
                        .addMember("value", "$S", "EI_EXPOSE_REP")
                        .build())
                .build());
        members.addMethod(getter("predictor", RuntimeTypes.PREDICTOR).build());
        if (!names.traits().hasToString()) {
            members.addMethod(MethodSpec.methodBuilder("toString")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return INFO.title()")
                    .build());
        }
    }

    // /** Layer 1: a = σ(x·W + b), 2 → 2; {@link #forwardHidden} and {@link #backwardHidden}. */
    // @Override
    // public Layer hidden() {
    //     return parameters.layer(LAYER_HIDDEN);
    // }
    private MethodSpec accessor(LayerPlan layer) {
        return MethodSpec.methodBuilder(layer.head().name())
                .addJavadoc("$L", Doc.accessor(layer, layers.methodNames(layer)))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.LAYER)
                .addStatement("return parameters.layer($L)", layer.head().constant())
                .build();
    }

    // @Override
    // @LonghandGenerated.SuppressFBWarnings("EI_EXPOSE_REP")
    // public Parameters parameters() {
    //     return parameters;
    // }
    private static MethodSpec.Builder getter(String name, ClassName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addStatement("return $L", name);
    }
}
