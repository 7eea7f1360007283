package dev.longhand.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.MethodPart;
import dev.longhand.processor.plan.Mode;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the methods of a standalone file that predict and learn: a call for each layer, with the arrays it fills. */
final class StandalonePasses {

    private static final TypeName FLOATS = ArrayTypeName.of(TypeName.FLOAT);
    private static final TypeName INTS = ArrayTypeName.of(TypeName.INT);

    private final ExecutionPlan plan;
    private final LayerEmitters layers;
    private final StandaloneUpdate update;
    private final ClassName pass;
    private final int in;
    private final int out;

    /** The fields of the object that holds the arrays of many layers. */
    private final Set<String> fields = new TreeSet<>();

    /** The methods that hold calls which are too many for one method. */
    private final List<MethodSpec> overflow = new ArrayList<>();

    StandalonePasses(ExecutionPlan plan, LayerEmitters layers, ClassName file) {
        this.plan = plan;
        this.layers = layers;
        update = new StandaloneUpdate(plan);
        pass = file.nestedClass("Pass");
        in = plan.network().input().size();
        out = plan.output().size();
    }

    void predict(Members members) {
        String x = Doc.batch(plan.network().input());
        String doc =
                "The outputs of any number n of samples.\n\n@param x the samples, " + x + ", one after the other\n";
        String returns = "@return the outputs, " + Doc.batch(plan.output());
        MethodSpec.Builder predict = publicMethod("predict").returns(FLOATS).addParameter(FLOATS, "x");
        if (!plan.isMasked()) {
            members.addMethod(predict.addJavadoc("$L", Layout.javadoc(doc + returns))
                    .addCode(prediction())
                    .build());
            return;
        }
        int time = time();
        members.addMethod(predict.addJavadoc("$L", Layout.javadoc(doc + returns))
                .addCode(new Body()
                        .line("final int[] lengths = new int[samples(x)]")
                        .line(RuntimeTypes.ARRAYS, ".fill(lengths, " + time + ")")
                        .line("return predict(x, lengths)")
                        .build())
                .build());
        members.addMethod(publicMethod("predict")
                .returns(FLOATS)
                .addParameter(FLOATS, "padded")
                .addParameter(INTS, "lengths")
                .addJavadoc(
                        "$L",
                        Layout.javadoc("The outputs of sequences of different lengths, each padded to " + time
                                + " steps.\n\n@param padded the samples, " + x + "\n@param lengths the steps of each"
                                + " sample, from 1 to " + time + "; those after them aren't read\n" + returns))
                .addCode(prediction())
                .build());
    }

    private CodeBlock prediction() {
        PassArrays arrays = PassArrays.of(plan);
        Body body = new Body();
        begin(body, arrays);
        calls(body, "predict", arrays, plan.passParts(), part -> layers.forwardCalls(part, Mode.PREDICTING));
        String output = arrays.expression(last().a());
        boolean isInput = output.equals(arrays.expression(WorkspaceArray.INPUT));
        body.line("return " + output + (isInput ? ".clone()" : ""));
        fields.addAll(arrays.made());
        return body.build();
    }

    /** n, and what the calls read beside the arrays that they make. */
    private void begin(Body body, PassArrays arrays) {
        body.line("final int n = samples(" + (plan.isMasked() ? "padded" : "x") + ")");
        if (arrays.areInObject()) {
            body.line("final Pass pass = new Pass()");
        }
        String object = arrays.areInObject() ? "pass." : "";
        if (plan.isMasked()) {
            body.line((object.isEmpty() ? "final float[] " : object) + "x = masked(padded, lengths)");
            String type = object.isEmpty() ? "final " : object;
            body.line(
                    type,
                    object.isEmpty() ? RuntimeTypes.SEQUENCE_STEPS : "",
                    object.isEmpty() ? " " : "",
                    "steps = new ",
                    RuntimeTypes.SEQUENCE_STEPS,
                    "(lengths)");
        } else if (arrays.areInObject()) {
            body.line("pass.x = x");
        }
    }

    void learn(Members members) {
        PassArrays arrays = PassArrays.of(plan);
        MethodSpec.Builder learn = publicMethod("learn").returns(TypeName.FLOAT);
        StringBuilder doc = new StringBuilder("A step of gradient descent: p ← p − η·∂E/∂p.\n\n");
        if (plan.isMasked()) {
            learn.addParameter(FLOATS, "padded").addParameter(INTS, "lengths");
            doc.append("@param padded the samples, ")
                    .append(Doc.batch(plan.network().input()));
            doc.append("\n@param lengths the steps of each sample, from 1 to ")
                    .append(time())
                    .append('\n');
        } else {
            learn.addParameter(FLOATS, "x");
            doc.append("@param x the samples, ")
                    .append(Doc.batch(plan.network().input()))
                    .append('\n');
        }
        learn.addParameter(FLOATS, "t").addParameter(TypeName.FLOAT, "learningRate");
        doc.append("@param t their targets, ").append(Doc.batch(plan.output())).append('\n');
        doc.append("@param learningRate η\n");
        if (plan.draws()) {
            learn.addParameter(TypeName.LONG, "seed").addParameter(TypeName.LONG, "step");
            doc.append("@param seed what everything random follows from, together with step\n");
            doc.append("@param step the number of the step, a different one each time: 0, 1, 2 and so on\n");
        }
        doc.append("@return the loss E before the step, the mean over the samples");
        members.addMethod(learn.addJavadoc("$L", Layout.javadoc(doc.toString()))
                .addCode(step(arrays))
                .build());
        fields.addAll(arrays.made());
        fields.add("t");
    }

    private CodeBlock step(PassArrays arrays) {
        Body body = new Body();
        begin(body, arrays);
        body.line("requireTargets(t, n)");
        if (arrays.areInObject()) {
            body.line("pass.t = t");
        }
        if (plan.draws()) {
            if (arrays.areInObject()) {
                body.line("pass.ws = new ", RuntimeTypes.WORKSPACE, "()").line("pass.ws.beginStep(seed, step)");
            } else {
                body.line("final ", RuntimeTypes.WORKSPACE, " ws = new ", RuntimeTypes.WORKSPACE, "()");
                body.line("ws.beginStep(seed, step)");
            }
        }
        body.comment("Forward: the layers in order");
        calls(body, "forward", arrays, plan.passParts(), part -> layers.forwardCalls(part, Mode.TRAINING));
        GeneratedMethod loss = new LossEmitter(plan.losses().get(0), false).emit();
        body.comment("E, and its gradient in the outputs");
        arrays.make(body, loss);
        body.line("final float loss = ", arrays.call(loss));
        if (plan.parameterCount() > 0) {
            body.comment("Backward: the layers in reverse");
            List<MethodPart<LayerPlan>> reversed = new ArrayList<>(plan.passParts());
            Collections.reverse(reversed);
            calls(body, "backward", arrays, reversed, layers::backwardCalls);
            update.descend(body, arrays.areInObject() ? "pass.g" : "g");
        }
        if (!layers.updateCalls(update.trained(plan.layers())).isEmpty()) {
            body.comment("What is kept without being trained follows the batch");
            calls(body, "update", arrays, plan.passParts(), part -> layers.updateCalls(update.trained(part)));
        }
        return body.line("return loss").build();
    }

    /** Writes the calls of layers, or where they are too many for one method, calls of methods that hold them. */
    private void calls(
            Body body,
            String name,
            PassArrays arrays,
            List<MethodPart<LayerPlan>> parts,
            Function<List<LayerPlan>, List<GeneratedMethod>> calls) {
        if (!arrays.areInObject()) {
            calls.apply(plan.layers()).forEach(method -> arrays.call(body, method));
            return;
        }
        for (MethodPart<LayerPlan> part : parts) {
            List<GeneratedMethod> ofPart = calls.apply(part.items());
            if (ofPart.isEmpty()) {
                continue;
            }
            String method = name + "Layers" + part.range();
            body.line(method + "(pass, n)");
            Body lines = new Body();
            ofPart.forEach(called -> arrays.call(lines, called));
            overflow.add(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(pass, "pass")
                    .addParameter(TypeName.INT, "n")
                    .addCode(lines.build())
                    .build());
        }
    }

    /** The methods that the others call: checks, and calls of layers. */
    void rest(Members members, boolean learns) {
        overflow.forEach(members::addMethod);
        members.addMethod(samples());
        if (plan.isMasked()) {
            members.addMethod(masked());
        }
        if (learns) {
            members.addMethod(requireTargets());
        }
        if (learns && update.isPenalized()) {
            members.addMethod(penalize());
        }
    }

    // /** The number of samples in x. */
    // private static int samples(float[] x) {
    //     if (x.length == 0 || x.length % 4 != 0) {
    //         throw new IllegalArgumentException(
    //                 "Iris takes samples of 4 numbers (4), but x holds " + x.length);
    //     }
    //     return x.length / 4;
    // }
    private MethodSpec samples() {
        String of = plan.network().model().declaration() + " takes samples of " + in + " numbers ("
                + plan.network().input() + "), but x holds ";
        return privateStatic("samples", "The number of samples in x.")
                .returns(TypeName.INT)
                .addParameter(FLOATS, "x")
                .addCode(new Body()
                        .begin("if (x.length == 0" + (in == 1 ? "" : " || x.length % " + in + " != 0") + ")")
                        .line("throw new IllegalArgumentException(", CodeBlock.of("$Z$S + x.length", of), ")")
                        .end()
                        .line("return x.length" + (in == 1 ? "" : " / " + in))
                        .build())
                .build();
    }

    private MethodSpec requireTargets() {
        String targets = out == 1 ? "n" : out + " * n";
        return privateStatic("requireTargets", "Checks that t has the targets of n samples.")
                .addParameter(FLOATS, "t")
                .addParameter(TypeName.INT, "n")
                .addCode(new Body()
                        .begin("if (t.length != " + targets + ")")
                        .line(
                                "throw new IllegalArgumentException(",
                                CodeBlock.of(
                                        "$Z$S + t.length + $S + n + $S$W+ $L + $S",
                                        "t holds ",
                                        " numbers, but ",
                                        " samples have ",
                                        targets,
                                        " targets"),
                                ")")
                        .end()
                        .build())
                .build();
    }

    private MethodSpec masked() {
        int features = in / time();
        String step = Index.times(time(), "s") + " + lengths[s]";
        String padding = features == 1 ? step : features + " * (" + step + ")";
        return privateStatic("masked", "A copy of the samples with 0 in the steps that pad them.")
                .returns(FLOATS)
                .addParameter(FLOATS, "padded")
                .addParameter(INTS, "lengths")
                .addCode(new Body()
                        .begin("if (lengths.length != samples(padded))")
                        .line(
                                "throw new IllegalArgumentException(",
                                CodeBlock.of(
                                        "$Z$S + lengths.length", "each sample" + " needs one length, but there are "),
                                ")")
                        .end()
                        .line("final float[] x = padded.clone()")
                        .loop("s", "lengths.length")
                        .begin("if (lengths[s] < 1 || lengths[s] > " + time() + ")")
                        .line("throw new IllegalArgumentException(\"a length is from 1 to " + time()
                                + ", not \" + lengths[s])")
                        .end()
                        .line(RuntimeTypes.ARRAYS, ".fill(x, " + padding + ", " + Index.times(in, "(s + 1)") + ", 0)")
                        .end()
                        .line("return x")
                        .build())
                .build();
    }

    private static MethodSpec penalize() {
        return MethodSpec.methodBuilder("penalize")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        "$L",
                        Layout.javadoc("Adds the penalties of weights to their gradients, l1·sign(p) as a large number"
                                + " with the sign of p, kept within ±l1."))
                .addParameter(FLOATS, "g")
                .addParameter(TypeName.INT, "first")
                .addParameter(TypeName.INT, "count")
                .addParameter(TypeName.FLOAT, "l1")
                .addParameter(TypeName.FLOAT, "l2")
                .addCode(new Body()
                        .begin("for (int k = first; k < first + count; k++)")
                        .line(
                                "g[k] += l2 * p[k] + ",
                                RuntimeTypes.MATH,
                                ".max(-l1, ",
                                RuntimeTypes.MATH,
                                ".min(l1, p[k] * 3e38f))")
                        .end()
                        .build())
                .build();
    }

    /** The class of the object that holds the arrays of many layers, if there is one. */
    List<CodeBlock> object() {
        if (plan.fitsOneMethod()) {
            return List.of();
        }
        CodeBlock.Builder type = CodeBlock.builder()
                .add(
                        "/** The arrays of a pass: the outputs of each layer, gradients of them, and what layers keep. */\n")
                .add("private static final class Pass {\n$>");
        if (plan.isMasked()) {
            type.add("$T steps;\n", RuntimeTypes.SEQUENCE_STEPS);
        }
        if (fields.contains("t") && plan.draws()) {
            type.add("$T ws;\n", RuntimeTypes.WORKSPACE);
        }
        type.add(fields.stream().map(name -> "float[] " + name + ";\n").collect(Collectors.joining()));
        return List.of(type.add("$<}\n").build());
    }

    private LayerPlan last() {
        return plan.layers().get(plan.layers().size() - 1);
    }

    private int time() {
        return plan.network().input().dimensions().get(0);
    }

    private static MethodSpec.Builder publicMethod(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec.Builder privateStatic(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addJavadoc("$L", doc);
    }
}
