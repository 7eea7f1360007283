package dev.longhand.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.MethodPart;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.Collections;
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
            members.addMethod(pass("updateState", doc, layers::updateCalls));
        }
    }

    private void forward(Members members) {
        String in = Doc.batch(plan.network().input());
        String out = Doc.batch(plan.output());
        String doc = "Forward pass: x, " + in + " → output, " + out + ".";
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

    // if (ws.isWeighted()) {
    //     // With weights w of samples, E = Σ w·e / Σ w, e the loss of one
    //     return ws.weightedLoss(1, n).crossEntropy(ws.buffer(BUFFER_OUTPUT_Z),
    //             ws.activation(LAYER_OUTPUT), ws.targets(), ws.gradient(LAYER_OUTPUT), n, 10, 0);
    // }
    // return loss(ws.buffer(BUFFER_OUTPUT_Z), ws.activation(LAYER_OUTPUT), ws.targets(),
    //         ws.gradient(LAYER_OUTPUT), n);
    private MethodSpec loss() {
        LossEmitter loss = new LossEmitter(plan.loss());
        Body body = new Body().begin("if (ws.isWeighted())");
        body.comment(
                plan.loss().weightedRows() > 1
                        ? "With weights w of samples or steps, E = Σ w·e / Σ w, e the loss of one"
                        : "With weights w of samples, E = Σ w·e / Σ w, e the loss of one");
        loss.weighted(body);
        body.end().line("return ", loss.emit().call());
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

    private MethodSpec backward() {
        Body body = new Body();
        body.line("final float loss = loss(ws, n)");
        List<MethodPart<LayerPlan>> reversed = new ArrayList<>(plan.passParts());
        Collections.reverse(reversed);
        calls(body, "backward", reversed, layers::backwardCalls);
        body.line("return loss");
        return method(
                        "backward",
                        "Backward pass: from the loss to the gradient of every parameter, the layers in reverse.")
                .returns(TypeName.FLOAT)
                .addCode(body.build())
                .build();
    }

    private MethodSpec forward(String name, String doc, Mode mode) {
        return pass(name, doc, part -> layers.forwardCalls(part, mode));
    }

    private MethodSpec pass(String name, String doc, Function<List<LayerPlan>, List<GeneratedMethod>> calls) {
        Body body = new Body().line("ws.require(INFO, n)");
        calls(body, name, plan.passParts(), calls);
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

    /** Writes the layers' calls, or where they are too many for one method, calls of methods that hold them. */
    private void calls(
            Body body,
            String name,
            List<MethodPart<LayerPlan>> parts,
            Function<List<LayerPlan>, List<GeneratedMethod>> calls) {
        if (parts.size() == 1) {
            calls.apply(plan.layers()).forEach(method -> body.line(method.call()));
            return;
        }
        for (MethodPart<LayerPlan> part : parts) {
            List<GeneratedMethod> ofPart = calls.apply(part.items());
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
