package dev.longhand.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.MethodBudget;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;
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
    //     forwardOutput(p, ws.activation(LAYER_HIDDEN), ws.output(), n);
    // }
    void emit(TypeSpec.Builder type) {
        forward(type);
        type.addMethod(loss());
        type.addMethod(backward());
        List<String> updates = layers.updateCalls();
        if (!updates.isEmpty()) {
            String doc = "After a step: what is kept without being trained follows the training pass.";
            type.addMethod(pass("updateState", doc, updates));
        }
    }

    private void forward(TypeSpec.Builder type) {
        List<String> predicting = layers.forwardCalls(Mode.PREDICTING);
        List<String> training = layers.forwardCalls(Mode.TRAINING);
        List<String> sampling = layers.forwardCalls(Mode.SAMPLING);
        String in = Doc.batch(plan.network().input());
        String out = Doc.batch(plan.output());
        boolean trainsDifferently = !training.equals(predicting);
        String random = trainsDifferently ? " " + HeadEmitter.predicting(plan) : "";
        type.addMethod(pass(
                "forward",
                MemberOrder.PASSES + "Forward pass: x, " + in + " → output, " + out + "." + random,
                predicting));
        if (trainsDifferently) {
            type.addMethod(pass("forwardTraining", HeadEmitter.training(plan), training));
        }
        if (sampling.equals(predicting) && trainsDifferently) {
            String doc = "Forward pass for samples of predictions: nothing is random here.";
            type.addMethod(pass("forwardSampling", doc, List.of("forward(ws, n)")));
        } else if (!sampling.equals(training)) {
            String doc = "Forward pass for predictions with all that is random in training.";
            type.addMethod(pass("forwardSampling", doc, sampling));
        }
    }

    private MethodSpec loss() {
        return MethodSpec.methodBuilder("loss")
                .addJavadoc("The loss E of the outputs against the targets, and its gradient, where backward begins.")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.FLOAT)
                .addParameter(RuntimeTypes.WORKSPACE, "ws")
                .addParameter(TypeName.INT, "n")
                .addCode(new Body()
                        .line("return " + new LossEmitter(plan.loss()).emit().call())
                        .build())
                .build();
    }

    private MethodSpec backward() {
        Body body = new Body();
        body.line("final float loss = loss(ws, n)");
        calls(body, "backward", layers.backwardCalls());
        body.line("return loss");
        return method(
                        "backward",
                        "Backward pass: from the loss to the gradient of every parameter, the layers in reverse.")
                .returns(TypeName.FLOAT)
                .addCode(body.build())
                .build();
    }

    private MethodSpec pass(String name, String doc, List<String> calls) {
        Body body = new Body().line("ws.require(INFO, n)");
        calls(body, name, calls);
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

    /** Writes the calls, or where they are too many for one method, calls of methods that hold them. */
    private void calls(Body body, String name, List<String> calls) {
        List<MethodBudget.Part<String>> parts = MethodBudget.calls(calls);
        if (parts.size() <= 1) {
            calls.forEach(body::line);
            return;
        }
        for (MethodBudget.Part<String> part : parts) {
            String method = name + "Steps" + part.range();
            body.line(method + "(ws, n)");
            Body steps = new Body();
            part.items().forEach(steps::line);
            overflow.add(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(RuntimeTypes.WORKSPACE, "ws")
                    .addParameter(TypeName.INT, "n")
                    .addCode(steps.build())
                    .build());
        }
    }
}
