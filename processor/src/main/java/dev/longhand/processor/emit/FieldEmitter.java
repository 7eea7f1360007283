package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.Shape;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.ExecutionPlan.BufferPlan;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.StatePlan;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Prints the constants and fields of the generated class. */
final class FieldEmitter {

    private final ExecutionPlan plan;
    private final LayerEmitters layers;

    FieldEmitter(ExecutionPlan plan, LayerEmitters layers) {
        this.plan = plan;
        this.layers = layers;
    }

    void emit(Members members) {
        layerIndices(members);
        plan.layers().forEach(layer -> offsets(members, layer, "p and g"));
        buffers(members);
        layers.all()
                .flatMap(emitter -> emitter.constants().stream())
                .map(GeneratedConstant::field)
                .forEach(members::addField);
        fields(members);
    }

    // /** The indices of the layers, from 0. */
    // private static final int LAYER_HIDDEN = 0;
    // private static final int LAYER_OUTPUT = 1;
    private void layerIndices(Members members) {
        layerIndices(members, plan.layers());
    }

    static void layerIndices(Members members, List<LayerPlan> layers) {
        List<FieldSpec.Builder> indices = layers.stream()
                .map(layer -> constant(layer.head().constant(), layer.head().index()))
                .toList();
        documented(members, "The indices of the layers, from 0.", indices);
    }

    // /** Where W, [2][2], and b, [2], of hidden begin in p and g. */
    // private static final int P_HIDDEN_W = 0;
    // private static final int P_HIDDEN_B = 4;
    static void offsets(Members members, LayerPlan layer, String where) {
        LayerHead head = layer.head();
        List<ParameterPlan> parameters = head.parameters();
        documented(
                members,
                begin(list(parameters, ParameterPlan::symbol, ParameterPlan::shape), parameters.size(), head, where),
                parameters.stream()
                        .map(array -> constant(array.constant(), array.offset()))
                        .toList());
        documented(
                members,
                begin(
                        list(layer.state(), StatePlan::symbol, StatePlan::shape),
                        layer.state().size(),
                        head,
                        "the state"),
                layer.state().stream()
                        .filter(StatePlan::isNamed)
                        .map(array -> constant(array.constant(), array.offset()))
                        .toList());
    }

    private static String begin(String arrays, int count, LayerHead head, String where) {
        return "Where " + arrays + ", of " + head.name() + (count == 1 ? " begins in " : " begin in ") + where + ".";
    }

    /** Constants in one block, with one javadoc. */
    private static void documented(Members members, String doc, List<FieldSpec.Builder> constants) {
        for (int i = 0; i < constants.size(); i++) {
            if (i == 0) {
                constants.get(i).addJavadoc("$L", Layout.javadoc(doc));
            }
            members.addField(constants.get(i).build());
        }
    }

    private void buffers(Members members) {
        for (int i = 0; i < plan.buffers().size(); i++) {
            BufferPlan buffer = plan.buffers().get(i);
            members.addField(constant(buffer.constant(), i)
                    .addJavadoc("$L", Layout.javadoc("The buffer that keeps " + buffer.meaning() + "."))
                    .build());
        }
    }

    private void fields(Members members) {
        members.addField(
                FieldSpec.builder(RuntimeTypes.MODEL_INFO, "INFO", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("What the network is made of, for summaries, files and workspaces.")
                        .initializer(CodeBlock.of(
                                "describe($Z$T.builder($S, $L$L))",
                                RuntimeTypes.MODEL_INFO,
                                simpleName(),
                                loss(),
                                DescriptionEmitter.dimensions(plan.network().input())))
                        .build());
        members.addField(field(RuntimeTypes.PARAMETERS, "parameters").build());
        if (plan.parameterCount() > 0) {
            members.addField(field(ArrayTypeName.of(TypeName.FLOAT), "p").build());
        }
        if (plan.hasState()) {
            members.addField(field(ArrayTypeName.of(TypeName.FLOAT), "state").build());
        }
        members.addField(field(RuntimeTypes.PREDICTOR, "predictor")
                .initializer("new $T(this, INFO)", RuntimeTypes.PREDICTOR)
                .build());
    }

    /** The loss, unless each output has one. */
    private CodeBlock loss() {
        return plan.joinsOutputs()
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "$T.$L, ", RuntimeTypes.LOSS, plan.losses().get(0).loss());
    }

    private static FieldSpec.Builder field(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL);
    }

    private static FieldSpec.Builder constant(String name, int value) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value);
    }

    /** {@code W, [2][2], and b, [2]}. */
    private static <T> String list(List<T> arrays, Function<T, String> symbol, Function<T, Shape> shape) {
        List<String> texts = arrays.stream()
                .map(array -> symbol.apply(array) + ", " + Doc.array(shape.apply(array)))
                .toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + ", and " + texts.get(last);
    }

    private String simpleName() {
        String name = plan.network().model().declaration();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
