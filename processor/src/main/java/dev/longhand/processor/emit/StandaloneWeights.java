package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.Shape;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.MethodPart;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.StatePlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints how a standalone file loads its parameters from a file of weights. */
final class StandaloneWeights {

    private final ExecutionPlan plan;
    private final ClassName file;
    private final ClassName weightsFile;
    private final int size;

    /**
     * Of a network.
     *
     * @param size the number of parameters, state included
     */
    StandaloneWeights(ExecutionPlan plan, ClassName file, int size) {
        this.size = size;
        this.plan = plan;
        this.file = file;
        weightsFile = file.nestedClass("WeightsFile");
    }

    void emit(Members members) {
        List<CodeBlock> reads = List.copyOf(arrays().values());
        List<MethodPart<CodeBlock>> parts = MethodPart.ofCalls(reads);
        Body body = new Body();
        body.line("final WeightsFile file = new WeightsFile(in)");
        body.line("final float[] parameters = new float[" + size + "]");
        if (parts.size() == 1) {
            reads.forEach(read -> body.line(read));
        } else {
            parts.forEach(part -> body.line(name(part) + "(file, parameters)"));
        }
        body.line("file.end()").line("return new ", file, "(parameters)");
        members.addMethod(MethodSpec.methodBuilder("load")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(
                        "$L",
                        Layout.javadoc("The network with the parameters of a safetensors file that Longhand wrote.\n\n"
                                + "@param in the file, which is read to its end but not closed\n"
                                + "@throws IOException if it can't be read, or isn't a file of this network; the message says"
                                + " why"))
                .returns(file)
                .addParameter(RuntimeTypes.INPUT_STREAM, "in")
                .addException(RuntimeTypes.IO_EXCEPTION)
                .addCode(body.build())
                .build());
        if (parts.size() > 1) {
            parts.forEach(part -> members.addMethod(part(part)));
        }
    }

    private MethodSpec part(MethodPart<CodeBlock> part) {
        Body body = new Body();
        part.items().forEach(read -> body.line(read));
        return MethodSpec.methodBuilder(name(part))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(weightsFile, "file")
                .addParameter(ArrayTypeName.of(TypeName.FLOAT), "parameters")
                .addException(RuntimeTypes.IO_EXCEPTION)
                .addCode(body.build())
                .build();
    }

    private static String name(MethodPart<CodeBlock> part) {
        return "readArrays" + part.range();
    }

    // file.read("hidden.bias", "[8]", parameters, P_HIDDEN_B, 8);
    // file.read("hidden.weight", "[4,8]", parameters, P_HIDDEN_W, 32);
    private SortedMap<String, CodeBlock> arrays() {
        SortedMap<String, CodeBlock> arrays = new TreeMap<>();
        for (LayerPlan layer : plan.layers()) {
            for (ParameterPlan array : layer.head().parameters()) {
                add(arrays, layer, array.name(), array.shape(), array.constant());
            }
            for (StatePlan array : layer.state()) {
                add(arrays, layer, array.name(), array.shape(), plan.parameterCount() + " + " + array.constant());
            }
        }
        return arrays;
    }

    private static void add(
            SortedMap<String, CodeBlock> arrays, LayerPlan layer, String array, Shape shape, String offset) {
        String name = layer.head().name() + "." + array;
        String dimensions = shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        arrays.put(name, Code.call("file.read", quoted(name), quoted(dimensions), "parameters", offset, shape.size()));
    }

    private static CodeBlock quoted(String text) {
        return CodeBlock.of("$S", text);
    }
}
