package dev.longhand.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Prints the generated class: the passes, the methods of each layer, the loss, then the bookkeeping. */
public final class ModelEmitter {

    private final ExecutionPlan plan;
    private final LayerEmitters layers;
    private final ModelClass names;
    private final ClassName model;

    private ModelEmitter(ExecutionPlan plan, LayerEmitters layers) {
        this.plan = plan;
        this.layers = layers;
        names = plan.network().model();
        model = ClassName.get(names.packageName(), names.name());
    }

    /**
     * The Java source of a plan.
     *
     * @param emitters the emitter of a layer of any kind
     */
    public static String emit(ExecutionPlan plan, Function<LayerPlan, LayerEmitter> emitters) {
        ModelEmitter emitter = new ModelEmitter(plan, new LayerEmitters(plan, emitters));
        return Layout.tidy(MemberOrder.arrange(emitter.file().toString()));
    }

    // // Written by Longhand from Xor. Change Xor and recompile: edits made here are lost.
    private JavaFile file() {
        String name = names.declaration();
        String comment =
                "Written by Longhand from " + name + ". Change " + name + " and recompile: edits made here are lost.";
        return JavaFile.builder(names.packageName(), type())
                .addFileComment("$L", String.join("\n", Layout.wrap(comment, Layout.COLUMNS - "// ".length(), "")))
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private TypeSpec type() {
        TypeSpec.Builder type =
                TypeSpec.classBuilder(model).addModifiers(Modifier.FINAL).addJavadoc("$L", HeadEmitter.javadoc(plan));
        type.addAnnotation(RuntimeTypes.LONGHAND_GENERATED);
        if (names.traits().seesGenerated()) {
            type.addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                    .addMember("value", "$S", "dev.longhand.processor.NetworkProcessor")
                    .build());
        }
        if (!names.traits().suppressed().isEmpty()) {
            AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
            names.traits().suppressed().forEach(warning -> suppress.addMember("value", "$S", warning));
            type.addAnnotation(suppress.build());
        }
        if (names.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        if (names.implementsDeclaration()) {
            type.addSuperinterface(declaration(names));
        } else {
            type.superclass(declaration(names));
        }
        type.addSuperinterface(RuntimeTypes.MODEL);
        type.alwaysQualify(names.takenTypeNames().stream()
                .flatMap(name -> Stream.concat(Stream.of(name), RuntimeTypes.nestedIn(name)))
                .toArray(String[]::new));
        new FieldEmitter(plan, layers).emit(type);
        PassEmitter passes = new PassEmitter(plan, layers);
        passes.emit(type);
        layers.methods().forEach(method -> type.addMethod(method.method()));
        if (!plan.sums().isEmpty()) {
            type.addMethod(addGradient());
        }
        type.addMethod(new LossEmitter(plan.loss()).emit().method());
        passes.overflow().forEach(type::addMethod);
        construction(type);
        new DescriptionEmitter(plan).emit(type);
        return type.build();
    }

    /** The class of a declaration. */
    static ClassName declaration(ModelClass names) {
        String[] path = names.declaration().split("\\.");
        return ClassName.get(names.packageName(), path[0], Arrays.copyOfRange(path, 1, path.length));
    }

    // public static XorModel create(long seed) {
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
                .addJavadoc(MemberOrder.BOOKKEEPING
                        + "A model whose parameters are drawn from {@code seed}: the same seed, the same model.\n\n"
                        + "@param seed what the parameters are drawn from\n"
                        + "@return the model\n")
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
        type.addMethod(getter("parameters", RuntimeTypes.PARAMETERS)
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.SUPPRESS_WARNINGS)
                        .addMember("value", "$S", "EI_EXPOSE_REP")
                        .build())
                .build());
        type.addMethod(getter("predictor", RuntimeTypes.PREDICTOR).build());
        if (!names.traits().hasToString()) {
            type.addMethod(MethodSpec.methodBuilder("toString")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(String.class)
                    .addStatement("return INFO.title()")
                    .build());
        }
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
}
