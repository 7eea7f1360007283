package dev.longhand.processor.layer.recurrent;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;

/** A simple recurrent layer as nested loops. */
final class LoopsRnn extends LoopsRecurrent {

    LoopsRnn(RecurrentPlan layer) {
        super(layer);
    }

    // for (int j = 0; j < 5; j++) {
    //     // 1. z = x·W + h'·U + b
    //     float zj = p[P_MOTIF_B + j];
    //     …
    //     // 2. h = tanh(z)
    //     final float hj = Functions.tanh(zj);
    //     h[5 * step + j] = hj;
    @Override
    void forwardStep(Body body) {
        String kept = RecurrentEmitter.gates(layer);
        body.loop("j", String.valueOf(units));
        body.step("1. " + RecurrentFormulas.affine(layer));
        body.line("float zj = " + (layer.hasBias() ? "p[" + bias() + " + j]" : "0"));
        addInputs(body, "zj", "j");
        addStates(body, "zj", "j");
        body.step("2. " + RnnFormulas.state(layer));
        body.line("final float hj = ", Expressions.forward(layer.function(), "zj"));
        body.line(at(kept, units, "step", 0, "j") + " = " + kept + "j");
        storeState(body);
        body.end();
    }

    @Override
    void backwardStep(Body body) {
        String kept = RecurrentEmitter.gates(layer);
        body.loop("j", String.valueOf(units));
        gradientOfState(body);
        body.step("2. " + RnnFormulas.state(layer) + "  so " + RnnFormulas.stateGradient(layer));
        if (layer.backwardReadsGates()) {
            body.line("final float " + kept + "j = " + at(kept, units, "step", 0, "j"));
        }
        body.line(at("dz", units, "step", 0, "j") + " = ", Expressions.gradient(layer.function(), "zj", "hj", "dhj"));
        body.end();
        body.step("1. " + RecurrentFormulas.affine(layer) + "  " + RecurrentFormulas.gradientsOfAll(layer));
        gradientsOfSums(body);
    }
}
