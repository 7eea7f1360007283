package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.check.ModelClass;
import dev.longhand.processor.check.StandaloneClass;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Prints the standalone file of a network: a class with its passes, the methods of its layers as loops, and in it the
 * classes of the runtime that they call.
 */
public final class StandaloneEmitter {

    private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);

    /** The types of java.lang that the file names: its package may have others of these names. */
    private static final List<String> OF_THE_LANGUAGE = List.of("Math", "String", "System");

    private final ExecutionPlan plan;
    private final StandaloneClass standalone;
    private final LayerEmitters layers;
    private final ModelClass names;
    private final ClassName file;

    private StandaloneEmitter(ExecutionPlan plan, StandaloneClass standalone, LayerEmitters layers) {
        this.plan = plan;
        this.standalone = standalone;
        this.layers = layers;
        names = plan.network().model();
        file = ClassName.get(names.packageName(), standalone.name());
    }

    /**
     * The Java source.
     *
     * @param plan the network with every layer as loops
     * @param emitters the emitter of a layer of any kind
     */
    public static String emit(
            ExecutionPlan plan, StandaloneClass standalone, Function<LayerPlan, LayerEmitter> emitters) {
        return new StandaloneEmitter(plan, standalone, new LayerEmitters(plan, emitters)).source();
    }

    /** The source, in which the names of the runtime's classes are those of the nested ones, so that none is imported. */
    private String source() {
        List<String> qualified = names.takenTypeNames().stream()
                .filter(OF_THE_LANGUAGE::contains)
                .toList();
        return SourceFile.print(file, names.declaration(), qualified, type())
                .replaceAll("(?m)^import dev\\.longhand\\..*;\n", "");
    }

    private CodeBlock type() {
        CodeBlock code = members();
        CodeBlock.Builder type = CodeBlock.builder()
                .add(Members.javadoc(CodeBlock.of("$L", StandaloneHead.javadoc(plan, standalone)), 0))
                .add(names.isPublic() ? "public final class $L {\n$>" : "final class $L {\n$>", standalone.name())
                .add(code);
        RuntimeSource.of(code).forEach(nested -> type.add("\n").add(nested));
        return type.add("$<}\n").build();
    }

    private CodeBlock members() {
        boolean learns = standalone.learns();
        Members members = new Members();
        StandalonePasses passes = new StandalonePasses(plan, layers, file);
        passes.predict(members);
        if (learns) {
            passes.learn(members);
        }
        List<GeneratedMethod> methods = learns ? layers.methods() : layers.predictingMethods();
        Set<String> unused = layers.updateCalls(new StandaloneUpdate(plan).frozen()).stream()
                .map(GeneratedMethod::name)
                .collect(Collectors.toSet());
        methods.stream()
                .filter(method -> !unused.contains(method.name()))
                .forEach(method -> members.addMethod(method.method()));
        if (learns) {
            layers.addGradient().ifPresent(members::addMethod);
            members.addMethod(
                    new LossEmitter(plan.losses().get(0), false).emit().method());
        }
        passes.rest(members, learns);
        String code = members.build().toString();
        members.addHeading("Bookkeeping: where each array of parameters begins, and how they are loaded.");
        constants(members, code);
        if (size() > 0) {
            construction(members);
            new StandaloneWeights(plan, file, size()).emit(members);
        }
        CodeBlock.Builder all = CodeBlock.builder().add(members.build());
        passes.object().forEach(object -> all.add("\n").add(object));
        return all.build();
    }

    private void constants(Members members, String code) {
        FieldEmitter.layerIndices(
                members,
                plan.layers().stream()
                        .filter(layer -> code.contains(layer.head().constant() + ",")
                                || code.contains(layer.head().constant() + ")"))
                        .toList());
        plan.layers().forEach(layer -> FieldEmitter.offsets(members, layer, standalone.learns() ? "p and g" : "p"));
        layers.all()
                .flatMap(emitter -> emitter.constants().stream())
                .map(GeneratedConstant::field)
                .forEach(members::addField);
        if (size() > 0) {
            members.addField(field("p").addJavadoc("The parameters.").build());
        }
        if (plan.hasState()) {
            members.addField(field("state")
                    .addJavadoc("What is kept without being trained.")
                    .build());
        }
    }

    private static FieldSpec.Builder field(String name) {
        return FieldSpec.builder(FLOATS, name, Modifier.PRIVATE, Modifier.FINAL);
    }

    private void construction(Members members) {
        int parameters = plan.parameterCount();
        Body body = new Body()
                .begin("if (parameters.length != " + size() + ")")
                .line(
                        "throw new IllegalArgumentException(",
                        CodeBlock.of(
                                "$Z$S$W+ parameters.length",
                                names.declaration() + " has " + size() + " parameters, not "),
                        ")")
                .end();
        if (plan.hasState()) {
            body.line("p = ", RuntimeTypes.ARRAYS, ".copyOf(parameters, " + parameters + ")");
            body.line("state = ", RuntimeTypes.ARRAYS, ".copyOfRange(parameters, " + parameters + ", " + size() + ")");
        } else {
            body.line("p = parameters.clone()");
        }
        members.addConstructor(
                standalone.name(),
                MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc(
                                "$L",
                                Layout.javadoc("A network with these parameters.\n\n@param parameters " + order()))
                        .addParameter(FLOATS, "parameters")
                        .addCode(body.build())
                        .build());
        if (standalone.learns()) {
            parameters(members);
        }
    }

    private String order() {
        return "all " + size() + ", in the order of the constants above"
                + (plan.hasState() ? ": first those that are trained, then the state" : "");
    }

    private void parameters(Members members) {
        Body body = new Body();
        if (plan.hasState()) {
            body.line("final float[] parameters = ", RuntimeTypes.ARRAYS, ".copyOf(p, " + size() + ")");
            body.line(
                    RuntimeTypes.SYSTEM,
                    ".arraycopy(state, 0, parameters, " + plan.parameterCount() + ", state.length)");
            body.line("return parameters");
        } else {
            body.line("return p.clone()");
        }
        members.addMethod(MethodSpec.methodBuilder("parameters")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("A copy of the parameters, as the constructor takes them.")
                .returns(FLOATS)
                .addCode(body.build())
                .build());
    }

    /** The number of parameters, state included. */
    private int size() {
        return plan.parameterCount()
                + plan.layers().stream()
                        .flatMap(layer -> layer.state().stream())
                        .mapToInt(array -> array.shape().size())
                        .sum();
    }
}
