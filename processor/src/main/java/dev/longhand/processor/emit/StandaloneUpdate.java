package dev.longhand.processor.emit;

import dev.longhand.processor.check.LayerTraining;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.ExecutionPlan;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.ParameterPlan;
import java.util.List;

/** Prints what a step of a standalone class does with the gradients: penalties, frozen layers, and the update. */
final class StandaloneUpdate {

    private final ExecutionPlan plan;

    StandaloneUpdate(ExecutionPlan plan) {
        this.plan = plan;
    }

    // // p ← p − η·g
    // for (int k = 0; k < p.length; k++) {
    //     p[k] -= learningRate * g[k];
    // }
    void descend(Body body, String g) {
        if (isPenalized()) {
            body.comment("Penalties on weights: g ← g + l2·p + l1·sign(p)");
            for (LayerPlan layer : plan.layers()) {
                LayerTraining training = training(layer);
                for (ParameterPlan parameter : penalized(layer)) {
                    body.line("penalize(" + g + ", " + parameter.constant() + ", " + parameter.size() + ", "
                            + Literals.of(training.l1().orElse(0f)) + ", "
                            + Literals.of(training.l2().orElse(0f)) + ")");
                }
            }
        }
        List<ParameterPlan> frozen = frozen().stream()
                .flatMap(layer -> layer.head().parameters().stream())
                .toList();
        if (!frozen.isEmpty()) {
            body.comment("Frozen parameters keep their values");
        }
        for (ParameterPlan parameter : frozen) {
            String from = parameter.constant();
            body.begin("for (int k = " + from + "; k < " + from + " + " + parameter.size() + "; k++)")
                    .line(g + "[k] = 0")
                    .end();
        }
        body.comment("p ← p − η·g");
        body.loop("k", "p.length").line("p[k] -= learningRate * " + g + "[k]").end();
    }

    /** Whether a penalty applies to any weights. */
    boolean isPenalized() {
        return plan.layers().stream().anyMatch(layer -> !penalized(layer).isEmpty());
    }

    private List<ParameterPlan> penalized(LayerPlan layer) {
        LayerTraining training = training(layer);
        boolean isNone = training.l1().orElse(0f) == 0 && training.l2().orElse(0f) == 0;
        return layer.head().parameters().stream()
                .filter(parameter -> parameter.isPenalized() && !isNone && !training.isFrozen())
                .toList();
    }

    /** Those of the layers whose state follows the batch. */
    List<LayerPlan> trained(List<LayerPlan> layers) {
        return layers.stream().filter(layer -> !isFrozen(layer)).toList();
    }

    /** The layers that keep their parameters and their state. */
    List<LayerPlan> frozen() {
        return plan.layers().stream().filter(this::isFrozen).toList();
    }

    private boolean isFrozen(LayerPlan layer) {
        return training(layer).isFrozen();
    }

    private LayerTraining training(LayerPlan layer) {
        return plan.network().loss().training(layer.head().index());
    }
}
