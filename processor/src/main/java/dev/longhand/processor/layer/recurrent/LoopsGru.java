package dev.longhand.processor.layer.recurrent;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;

/** Gated recurrent units as nested loops. */
final class LoopsGru extends LoopsRecurrent {

    LoopsGru(RecurrentPlan layer) {
        super(layer);
    }

    @Override
    void forwardStep(Body body) {
        body.step("1. " + GruFormulas.gates(layer));
        body.loop("k", String.valueOf(2 * units));
        body.line("float zk = " + (layer.hasBias() ? "p[" + bias() + " + k] + p[" + recurrentBias() + " + k]" : "0"));
        addInputs(body, "zk", "k");
        addStates(body, "zk", "k");
        body.line(at("gates", width, "step", 0, "k") + " = ", RuntimeTypes.FUNCTIONS, ".sigmoid(zk)")
                .end();
        body.loop("j", String.valueOf(units));
        body.step("2. " + GruFormulas.candidate(layer));
        String column = 2 * units + " + j";
        body.line("float vmj = " + (layer.hasBias() ? "p[" + recurrentBias() + " + " + column + "]" : "0"));
        addStates(body, "vmj", column);
        body.line(at("vm", units, "step", 0, "j") + " = vmj");
        body.line("float zmj = " + (layer.hasBias() ? "p[" + bias() + " + " + column + "]" : "0"));
        addInputs(body, "zmj", column);
        body.line("zmj += " + gate(1) + " * vmj");
        body.line("final float mj = ", RuntimeTypes.FUNCTIONS, ".tanh(zmj)");
        body.line(gate(2) + " = mj");
        body.step("3. " + GruFormulas.STATE);
        body.line(
                "final float hj = (1 - " + gate(0) + ") * mj",
                Code.BREAK,
                "+ " + gate(0) + " * " + at("previous", units, "step", 0, "j"));
        storeState(body);
        body.end();
    }

    @Override
    void backwardStep(Body body) {
        body.loop("j", String.valueOf(units));
        gradientOfState(body);
        body.line("final float uj = " + gate(0));
        body.line("final float rj = " + gate(1));
        body.line("final float mj = " + gate(2));
        body.step("3. " + GruFormulas.STATE).step("   " + GruFormulas.STATE_GRADIENT);
        body.line("final float duj = dhj * (" + at("previous", units, "step", 0, "j") + " - mj)");
        body.line(at("dhNext", units, "s", 0, "j") + " = dhj * uj");
        body.line("final float dmj = dhj * (1 - uj)");
        body.step("2. " + GruFormulas.candidate(layer)).step("   " + GruFormulas.CANDIDATE_GRADIENT);
        body.line("final float dzmj = dmj * (1 - mj) * (1 + mj)");
        body.line("final float drj = dzmj * " + at("vm", units, "step", 0, "j"));
        body.line(at("dz", width, "step", 2 * units, "j") + " = dzmj");
        body.line(at("dv", width, "step", 2 * units, "j") + " = dzmj * rj");
        body.step("1. " + GruFormulas.gates(layer)).step("   " + GruFormulas.GATES_GRADIENT);
        body.line(at("dz", width, "step", 0, "j") + " = duj * uj * (1 - uj)");
        body.line(at("dz", width, "step", units, "j") + " = drj * rj * (1 - rj)");
        body.line(at("dv", width, "step", 0, "j") + " = " + at("dz", width, "step", 0, "j"));
        body.line(at("dv", width, "step", units, "j") + " = " + at("dz", width, "step", units, "j"));
        body.end();
        body.step("   x·W" + (layer.hasBias() ? " + b" : "") + "  "
                + RecurrentFormulas.gradientsOfInputs(layer, layer.dx().isPresent()));
        body.step("   h'·U" + (layer.hasBias() ? " + c" : "") + "  " + RecurrentFormulas.gradientsOfStates(layer));
        gradientsOfSums(body);
    }

    private String gate(int part) {
        return at("gates", width, "step", part * units, "j");
    }
}
