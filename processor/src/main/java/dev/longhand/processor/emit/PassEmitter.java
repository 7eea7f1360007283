package dev.longhand.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.LossPlan;
import dev.longhand.processor.plan.MethodPart;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Prints the passes, each a table of contents: one call for each layer. */
final class PassEmitter {

    private final ExecutionPlan plan;
    private final LayerEmitters layers;
    private final List<MethodSpec> overflow = new ArrayList<>();

    PassEmitter(ExecutionPlan plan, LayerEmitters layers) {
        this.plan = plan;
        this.layers = layers;
    }

    /** The methods that hold calls which are too many for one method. */
    List<MethodSpec> overflow() {
        return List.copyOf(overflow);
    }

    // public void forward(Workspace ws, int n) {
    //     ws.require(INFO, n);
    //     forwardHidden(p, ws.input(), ws.activation(LAYER_HIDDEN), n);
    //     forwardOutput(p, ws.activation(LAYER_HIDDEN), ws.buffer(BUFFER_OUTPUT_Z),
    //             ws.activation(LAYER_OUTPUT), n);
    // }
    void emit(Members members) {
        forward(members);
        members.addMethod(loss());
        members.addMethod(backward());
        if (plan.hasState()) {
            String doc = "After a step: what is kept without being trained follows the training pass.";
            members.addMethod(pass("updateState", doc, layers::updateCalls).build());
        }
    }

    private void forward(Members members) {
        String in = Doc.batch(plan.network().input());
        String doc = "Forward pass: x, " + in + " → " + outputs() + ".";
        if (!plan.trainsDifferently()) {
            members.addMethod(forward("forward", doc, Mode.PREDICTING));
            return;
        }
        members.addMethod(forward("forward", doc + " " + HeadEmitter.predicting(plan), Mode.PREDICTING));
        members.addMethod(forward("forwardTraining", HeadEmitter.training(plan), Mode.TRAINING));
        if (!plan.draws()) {
            String sampling = "Forward pass for samples of predictions: nothing is random here.";
            members.addMethod(method("forwardSampling", sampling)
                    .addCode(new Body()
                            .line("ws.require(INFO, n)")
                            .line("forward(ws, n)")
                            .build())
                    .build());
        } else if (!plan.onlyDraws()) {
            String sampling = "Forward pass for predictions with all that is random in training.";
            members.addMethod(forward("forwardSampling", sampling, Mode.SAMPLING));
        }
    }

    /** {@code output, [n][3]}, or {@code rain, [n][1], and temperatures, [n][2], side by side}. */
    private String outputs() {
        if (!plan.joinsOutputs()) {
            return "output, " + Doc.batch(plan.outputs().get(0).output());
        }
        List<String> outputs = plan.outputs().stream()
                .map(output -> output.name() + ", " + Doc.batch(output.output()))
                .toList();
        int last = outputs.size() - 1;
        return last == 0
                ? outputs.get(0)
                : String.join(", ", outputs.subList(0, last)) + ", and " + outputs.get(last) + ", side by side";
    }

    // if (ws.isWeighted()) {
    //     // With weights w of samples, E = Σ w·e / Σ w, e the loss of one
    //     return ws.weightedLoss(1, n).crossEntropy(ws.buffer(BUFFER_OUTPUT_Z),
    //             ws.activation(LAYER_OUTPUT), ws.targets(), ws.gradient(LAYER_OUTPUT), n, 10, 0);
    // }
    // return loss(ws.buffer(BUFFER_OUTPUT_Z), ws.activation(LAYER_OUTPUT), ws.targets(),
    //         ws.gradient(LAYER_OUTPUT), n);
    private MethodSpec loss() {
        Body body = new Body();
        if (plan.joinsOutputs()) {
            new OutputsEmitter(plan).loss(body);
        } else {
            loss(body, plan.losses().get(0));
        }
        return MethodSpec.methodBuilder("loss")
                .addJavadoc("The loss E of the outputs against the targets, and its gradient, where backward begins.")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.FLOAT)
                .addParameter(RuntimeTypes.WORKSPACE, "ws")
                .addParameter(TypeName.INT, "n")
                .addCode(body.build())
                .build();
    }

    private static void loss(Body body, LossPlan plan) {
        LossEmitter loss = new LossEmitter(plan, false);
        body.begin("if (ws.isWeighted())");
        body.comment(weights(plan.rows().weighted()));
        body.line("return ", loss.weightedCall());
        body.end().line("return ", loss.emit().call());
    }

    /** What weights do to a loss, each of whose samples has this number of rows with a weight. */
    static String weights(int rows) {
        return rows > 1
                ? "With weights w of samples or steps, E = Σ w·e / Σ w, e the loss of one"
                : "With weights w of samples, E = Σ w·e / Σ w, e the loss of one";
    }

    // final float loss = loss(ws, n);
    // backwardOutput(p, ws.activation(LAYER_ACTIVE), ws.gradient(LAYER_OUTPUT),
    //         ws.gradient(LAYER_ACTIVE), ws.gradients(), n);
    // if (ws.skipsFrozen()) {
    //     // The layers before are frozen
    //     return loss;
    // }
    // backwardActive(ws.activation(LAYER_ACTIVE), ws.gradient(LAYER_ACTIVE),
    //         ws.gradient(LAYER_NORMALIZED), n);
    private MethodSpec backward() {
        Body body = new Body();
        body.line("final float loss = loss(ws, n)");
        List<MethodPart<LayerPlan>> trained = new ArrayList<>();
        List<MethodPart<LayerPlan>> frozen = new ArrayList<>();
        for (MethodPart<LayerPlan> part : plan.passParts()) {
            int size = part.items().size();
            int first = Math.max(0, Math.min(size, plan.frozenFirst() - part.first()));
            if (first > 0) {
                frozen.add(0, new MethodPart<>(part.first(), part.items().subList(0, first)));
            }
            if (first < size) {
                trained.add(
                        0, new MethodPart<>(part.first() + first, part.items().subList(first, size)));
            }
        }
        calls(body, "backward", trained, layers::backwardCalls);
        if (!frozen.isEmpty()) {
            body.begin("if (ws.skipsFrozen())");
            body.comment("The layers before are frozen").line("return loss").end();
            calls(body, "backward", frozen, layers::backwardCalls);
        }
        body.line("return loss");
        return method(
                        "backward",
                        "Backward pass: from the loss to the gradient of every parameter, the layers in reverse.")
                .returns(TypeName.FLOAT)
                .addCode(body.build())
                .build();
    }

    private MethodSpec forward(String name, String doc, Mode mode) {
        MethodSpec.Builder pass = pass(name, doc, part -> layers.forwardCalls(part, mode));
        if (plan.joinsOutputs()) {
            Body body = new Body();
            new OutputsEmitter(plan).join(body);
            pass.addCode(body.build());
        }
        return pass.build();
    }

    private MethodSpec.Builder pass(String name, String doc, Function<List<LayerPlan>, List<GeneratedMethod>> calls) {
        Body body = new Body().line("ws.require(INFO, n)");
        calls(body, name, plan.passParts(), calls);
        return method(name, doc).addCode(body.build());
    }

    private static MethodSpec.Builder method(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", Layout.javadoc(doc))
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.WORKSPACE, "ws")
                .addParameter(TypeName.INT, "n");
    }

    /** Writes the layers' calls, or where they are too many for one method, calls of methods that hold them. */
    private void calls(
            Body body,
            String name,
            List<MethodPart<LayerPlan>> parts,
            Function<List<LayerPlan>, List<GeneratedMethod>> calls) {
        for (MethodPart<LayerPlan> part : parts) {
            List<GeneratedMethod> ofPart = calls.apply(part.items());
            if (plan.passParts().size() == 1) {
                ofPart.forEach(method -> body.line(method.call()));
                continue;
            }
            if (ofPart.isEmpty()) {
                continue;
            }
            String method = name + "Layers" + part.range();
            body.line(method + "(ws, n)");
            Body lines = new Body();
            ofPart.forEach(called -> lines.line(called.call()));
            overflow.add(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(RuntimeTypes.WORKSPACE, "ws")
                    .addParameter(TypeName.INT, "n")
                    .addCode(lines.build())
                    .build());
        }
    }
}
