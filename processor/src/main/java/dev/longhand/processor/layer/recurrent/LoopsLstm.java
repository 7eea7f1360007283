package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;

/** A layer with long short-term memory as nested loops. */
final class LoopsLstm extends LoopsRecurrent {

    LoopsLstm(RecurrentPlan layer) {
        super(layer);
    }

    @Override
    void forwardStep(Body body) {
        body.step("1. " + LstmFormulas.sums(layer));
        body.loop("k", String.valueOf(width));
        body.line("float zk = " + (layer.hasBias() ? "p[" + bias() + " + k]" : "0"));
        addInputs(body, "zk", "k");
        addStates(body, "zk", "k");
        body.line(at("gates", width, "step", 0, "k") + " = zk").end();
        body.loop("j", String.valueOf(units));
        body.step("2. " + LstmFormulas.GATES);
        body.line("final float zi = " + gate(0) + ", zf = " + gate(1));
        body.line("final float zg = " + gate(2) + ", zo = " + gate(3));
        body.line("final float ij = ", RuntimeTypes.FUNCTIONS, ".sigmoid(zi)");
        body.line("final float fj = ", RuntimeTypes.FUNCTIONS, ".sigmoid(zf)");
        body.line("final float gj = ", RuntimeTypes.FUNCTIONS, ".tanh(zg)");
        body.line("final float oj = ", RuntimeTypes.FUNCTIONS, ".sigmoid(zo)");
        body.line(gate(0) + " = ij")
                .line(gate(1) + " = fj")
                .line(gate(2) + " = gj")
                .line(gate(3) + " = oj");
        body.step("3. " + LstmFormulas.MEMORY + "; c' is 0 before the first step");
        body.line("final float cj = fj * " + before() + " + ij * gj");
        body.line(at("c", units, "step", 0, "j") + " = cj");
        body.step("4. " + LstmFormulas.STATE);
        body.line("final float hj = oj * ", RuntimeTypes.FUNCTIONS, ".tanh(cj)");
        storeState(body);
        body.end();
    }

    @Override
    void backwardStep(Body body) {
        body.loop("j", String.valueOf(units));
        gradientOfState(body);
        body.line("final float ij = " + gate(0));
        body.line("final float fj = " + gate(1));
        body.line("final float gj = " + gate(2));
        body.line("final float oj = " + gate(3));
        body.step("4. " + LstmFormulas.STATE).step("   " + LstmFormulas.STATE_GRADIENT);
        body.line("final float tanh = ", RuntimeTypes.FUNCTIONS, ".tanh(" + at("c", units, "step", 0, "j") + ")");
        body.line("final float doj = dhj * tanh");
        body.line("final float dcj = dhj * oj * (1 - tanh) * (1 + tanh)", ofStepAfter());
        body.line(at("dcNext", units, "s", 0, "j") + " = dcj * fj");
        body.step("3. " + LstmFormulas.MEMORY + "  " + LstmFormulas.MEMORY_GRADIENT);
        body.line("final float dij = dcj * gj");
        body.line("final float dfj = dcj * " + before());
        body.line("final float dgj = dcj * ij");
        body.step("2. " + LstmFormulas.GATES).step("   " + LstmFormulas.GATES_GRADIENT);
        body.line(at("dz", width, "step", 0, "j") + " = dij * ij * (1 - ij)");
        body.line(at("dz", width, "step", units, "j") + " = dfj * fj * (1 - fj)");
        body.line(at("dz", width, "step", 2 * units, "j") + " = dgj * (1 - gj) * (1 + gj)");
        body.line(at("dz", width, "step", 3 * units, "j") + " = doj * oj * (1 - oj)");
        body.end();
        body.step("1. " + RecurrentFormulas.affine(layer) + "  " + RecurrentFormulas.gradientsOfAll(layer));
        gradientsOfSums(body);
    }

    private String gate(int part) {
        return at("gates", width, "step", part * units, "j");
    }

    /** The part of dc that comes from the step after. */
    private CodeBlock ofStepAfter() {
        return time == 1
                ? Code.of("")
                : Code.of(Code.BREAK, "+ (t < " + lastStep() + " ? " + at("dcNext", units, "s", 0, "j") + " : 0)");
    }

    /** c' of unit j. */
    private String before() {
        return time == 1 ? "0" : "(t > " + firstStep() + " ? " + at("c", units, "(step - 1)", 0, "j") + " : 0)";
    }
}
