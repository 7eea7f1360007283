package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.LossPlan;
import java.util.List;

/** Prints what a network with several outputs does with them: it copies them side by side, and adds their losses. */
final class OutputsEmitter {

    private final ExecutionPlan plan;

    OutputsEmitter(ExecutionPlan plan) {
        this.plan = plan;
    }

    // // The outputs of each sample side by side: rain, then temperatures
    // ws.joinOutputs(n);
    void join(Body body) {
        body.comment("The outputs of each sample side by side: "
                + String.join(
                        ", then ", plan.outputs().stream().map(LayerHead::name).toList()));
        body.line("ws.joinOutputs(n)");
    }

    // // Each output has its columns of the targets.
    // ws.splitTargets(n);
    // if (ws.isWeighted()) {
    //     // With weights w of samples, E = Σ w·e / Σ w, e the loss of one
    //     …
    // } else {
    //     ws.setLoss(LAYER_RAIN, lossRain(ws.buffer(BUFFER_RAIN_Z), ws.activation(LAYER_RAIN),
    //             ws.targets(LAYER_RAIN), ws.gradient(LAYER_RAIN), n));
    //     ws.setLoss(LAYER_TEMPERATURES, lossTemperatures(ws.activation(LAYER_TEMPERATURES),
    //             ws.targets(LAYER_TEMPERATURES), ws.gradient(LAYER_TEMPERATURES), n));
    // }
    // // E = E(rain) + 0.5·E(temperatures); the gradients have the same factors
    // scaleGradient(ws.gradient(LAYER_TEMPERATURES), 0.5f, 2 * n);
    // return ws.loss(LAYER_RAIN) + 0.5f * ws.loss(LAYER_TEMPERATURES);
    void loss(Body body) {
        body.comment("Each output has its columns of the targets.").line("ws.splitTargets(n)");
        body.begin("if (ws.isWeighted())").comment(PassEmitter.weights(rows()));
        for (LossPlan loss : plan.losses()) {
            set(body, loss, new LossEmitter(loss, true).weightedCall());
        }
        body.orElse();
        for (LossPlan loss : plan.losses()) {
            set(body, loss, new LossEmitter(loss, true).emit().call());
        }
        body.end();
        body.comment("E = " + formula() + "; the gradients have the same factors");
        for (LossPlan loss : plan.losses()) {
            if (loss.weight() != 1) {
                body.line(
                        "scaleGradient(",
                        MethodParameter.fetch(loss.arrays().gradient()),
                        ", " + Literals.of(loss.weight()) + ", " + Index.count(loss.outputs()) + ")");
            }
        }
        body.line(
                "return ",
                Code.join("+", plan.losses().stream().map(OutputsEmitter::term).toList()));
    }

    private int rows() {
        return plan.losses().stream()
                .mapToInt(loss -> loss.rows().weighted())
                .max()
                .orElse(1);
    }

    private static void set(Body body, LossPlan loss, CodeBlock call) {
        body.line("ws.setLoss(" + loss.names().constant() + ",", Code.BREAK, call, ")");
    }

    /** {@code E(digit) + 0.5·E(slant)}. */
    private String formula() {
        return String.join(
                " + ",
                plan.losses().stream()
                        .map(loss -> factor(loss) + "E(" + loss.names().name() + ")")
                        .toList());
    }

    private static String factor(LossPlan loss) {
        return loss.weight() == 1 ? "" : Literals.plain(loss.weight()) + "·";
    }

    private static String term(LossPlan loss) {
        String factor = loss.weight() == 1 ? "" : Literals.of(loss.weight()) + " * ";
        return factor + "ws.loss(" + loss.names().constant() + ")";
    }

    /** In words: {@code cross-entropy of digit + 0.5·mean squared error of slant}. */
    static String sum(ExecutionPlan plan) {
        return String.join(
                " + ",
                plan.losses().stream()
                        .map(loss -> factor(loss) + HeadEmitter.loss(loss.loss()) + " of "
                                + loss.names().name())
                        .toList());
    }

    // /** A loss times its weight has its gradient times that weight. */
    // private static void scaleGradient(float[] da, float weight, int count) {
    //     for (int k = 0; k < count; k++) {
    //         da[k] *= weight;
    //     }
    // }
    static GeneratedMethod scaleGradient() {
        return new GeneratedMethod(
                List.of("A loss times its weight has its gradient times that weight."),
                TypeName.VOID,
                "scaleGradient",
                List.of(
                        MethodParameter.array("da", ""),
                        new MethodParameter(TypeName.FLOAT, "weight", ""),
                        new MethodParameter(TypeName.INT, "count", "")),
                new Body().loop("k", "count").line("da[k] *= weight").end().build());
    }
}
