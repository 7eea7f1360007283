package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.DenseDescriptor;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.plan.ParameterPlan;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent layer as calls of kernels: one product for x·W of all steps, then one call that runs through the
 * steps.
 */
final class KernelsRecurrent implements LayerBodies {

    private final RecurrentPlan layer;
    private final String rows;
    private final int in;
    private final int width;

    KernelsRecurrent(RecurrentPlan layer) {
        this.layer = layer;
        rows = RecurrentEmitter.rows(layer);
        in = layer.in();
        width = layer.width();
    }

    // // 1. z = x·W + h'·U + b, with the columns of zi, zf, zg and zo side by side:
    // //    first x·W + b of all steps in one product  (16·n×8)·(8×128), in the array gates until
    // //    the gates replace it
    // dense.forward(READER_W, x, p, gates, 16 * n);
    // //    then, step by step, h'·U is added, and
    // // 2. i = σ(zi), f = σ(zf), g = tanh(zg), o = σ(zo)
    // // 3. c = f∘c' + i∘g
    // // 4. h = o∘tanh(c)
    // recurrence.lstm(READER, gates, p, previous, c, a, n);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        String gates = RecurrentEmitter.gates(layer);
        String sizes =
                "  (" + (layer.time() == 1 ? "" : layer.time() + "·") + "n×" + in + ")·(" + in + "×" + width + ")";
        String atOnce = "   first " + RecurrentFormulas.ofInputs(layer) + " of all steps in one product" + sizes
                + overwritten();
        CodeBlock start = Code.call("dense.forward", ofInputs(layer), "x", "p", gates, rows);
        String shape = RecurrentEmitter.shape(layer);
        switch (layer.cell()) {
            case RNN -> {
                body.step("1. " + RecurrentFormulas.affine(layer) + ":").step(atOnce);
                body.line(start);
                body.step("   then, step by step, h'·U is added, and");
                body.step("2. " + RnnFormulas.state(layer));
                body.line(Code.call("recurrence.rnn", shape, gates, "p", "previous", "a", "n"));
            }
            case GRU -> {
                body.step("1. " + GruFormulas.gates(layer) + ":").step(atOnce);
                body.line(start);
                body.step("   then, at each step, v = h'·U" + (layer.hasBias() ? " + c" : "")
                        + ", of which u and r are computed, and");
                body.step("2. " + GruFormulas.candidate(layer));
                body.step("3. " + GruFormulas.STATE);
                body.line(Code.call("recurrence.gru", shape, gates, "p", "vm", "previous", "a", "n"));
            }
            case LSTM -> {
                body.step("1. " + LstmFormulas.sums(layer) + ":").step(atOnce);
                body.line(start);
                body.step("   then, step by step, h'·U is added, and");
                body.step("2. " + LstmFormulas.GATES);
                body.step("3. " + LstmFormulas.MEMORY);
                body.step("4. " + LstmFormulas.STATE);
                body.line(Code.call("recurrence.lstm", shape, gates, "p", "previous", "c", "a", "n"));
            }
        }
        return body.build();
    }

    /** What becomes of the array that the sums are written to. */
    private String overwritten() {
        return switch (layer.cell()) {
            case RNN -> layer.backwardReads(Value.Z) ? "" : ", in the array h until h replaces it";
            case GRU, LSTM -> ", in the array gates until the gates replace it";
        };
    }

    // // From the last step to the first: dh = da + dz·Uᵀ of the step after;
    // // 4. h = o∘tanh(c)
    // //    so do = dh∘tanh(c) and dc = dh∘o∘(1 − tanh²(c)) + dc∘f of the step after
    // …
    // recurrence.lstmGradient(READER, gates, p, c, da, dz, n);
    // // 1. z = x·W + h'·U + b of all steps  so dW = xᵀ·dz and db = Σ dz
    // dense.gradient(READER_W, x, dz, g, 16 * n);
    // //    and dU = h'ᵀ·dz
    // dense.gradient(READER_U, previous, dz, g, 16 * n);
    // //    and dx = dz·Wᵀ
    // dense.inputGradient(READER_W, dz, p, dx, 16 * n);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gates = RecurrentEmitter.gates(layer);
        String shape = RecurrentEmitter.shape(layer);
        boolean gru = layer.isGru();
        body.comment("From the last step to the first: " + RecurrentFormulas.incoming(layer) + ";");
        switch (layer.cell()) {
            case RNN -> {
                body.step("2. " + RnnFormulas.state(layer) + "  so " + RnnFormulas.stateGradient(layer));
                body.line(Code.call("recurrence.rnnGradient", shape, gates, "p", "da", "dz", "n"));
            }
            case GRU -> {
                body.step("3. " + GruFormulas.STATE).step("   " + GruFormulas.STATE_GRADIENT);
                body.step("2. " + GruFormulas.candidate(layer)).step("   " + GruFormulas.CANDIDATE_GRADIENT);
                body.step("1. " + GruFormulas.gates(layer)).step("   " + GruFormulas.GATES_GRADIENT);
                body.line("recurrence.gruGradient(" + shape + ", " + gates + ", vm, previous).run(p, da, dz, dv, n)");
            }
            case LSTM -> {
                body.step("4. " + LstmFormulas.STATE).step("   " + LstmFormulas.STATE_GRADIENT);
                body.step("3. " + LstmFormulas.MEMORY + "  " + LstmFormulas.MEMORY_GRADIENT);
                body.step("2. " + LstmFormulas.GATES).step("   " + LstmFormulas.GATES_GRADIENT);
                body.line(Code.call("recurrence.lstmGradient", shape, gates, "p", "c", "da", "dz", "n"));
            }
        }
        String affine = gru ? RecurrentFormulas.ofInputs(layer) : RecurrentFormulas.affine(layer);
        body.step(
                (gru ? "   " : "1. ") + affine + " of all steps  " + RecurrentFormulas.gradientsOfInputs(layer, false));
        body.line(Code.call("dense.gradient", ofInputs(layer), "x", "dz", "g", rows));
        body.step(
                gru
                        ? "   h'·U" + (layer.hasBias() ? " + c" : "") + " of all steps  "
                                + RecurrentFormulas.gradientsOfStates(layer)
                        : "   and dU = h'ᵀ·dz");
        body.line(Code.call("dense.gradient", ofStates(layer), "previous", gru ? "dv" : "dz", "g", rows));
        if (layer.dx().isPresent()) {
            body.step("   and dx = dz·Wᵀ");
            body.line(Code.call("dense.inputGradient", ofInputs(layer), "dz", "p", "dx", rows));
        }
        return body.build();
    }

    // /** x·W + b of reader: the length of a row of x and of W; where W and b begin. */
    // private static final DenseLayer READER_W = DenseLayer.of(8, 128).weights(P_READER_W)
    //         .bias(P_READER_B);
    //
    // /** h'·U of reader: units and the length of a row of U; where U begins. */
    // private static final DenseLayer READER_U = DenseLayer.of(32, 128).weights(P_READER_U);
    static List<GeneratedConstant> products(RecurrentPlan layer) {
        RecurrentPlan.Parameters parameters = layer.parameters();
        Optional<String> b = parameters.bias().map(ParameterPlan::constant);
        Optional<String> c = parameters.recurrentBias().map(ParameterPlan::constant);
        String name = layer.head().name();
        return List.of(
                new GeneratedConstant(
                        RuntimeTypes.DENSE_LAYER,
                        ofInputs(layer),
                        RecurrentFormulas.ofInputs(layer) + " of " + name
                                + ": the length of a row of x and of W; where W "
                                + (b.isPresent() ? "and b begin." : "begins."),
                        DenseDescriptor.of(
                                layer.in(), layer.width(), parameters.weights().constant(), b)),
                new GeneratedConstant(
                        RuntimeTypes.DENSE_LAYER,
                        ofStates(layer),
                        (c.isPresent() ? "h'·U + c" : "h'·U") + " of " + name
                                + ": units and the length of a row of U; where U "
                                + (c.isPresent() ? "and c begin." : "begins."),
                        DenseDescriptor.of(
                                layer.units(),
                                layer.width(),
                                parameters.recurrentWeights().constant(),
                                c)));
    }

    /** The constant that describes the product of inputs and W. */
    private static String ofInputs(RecurrentPlan layer) {
        return ConstantNames.descriptor(layer.head().name(), "W");
    }

    /** The constant that describes the product of states and U. */
    private static String ofStates(RecurrentPlan layer) {
        return ConstantNames.descriptor(layer.head().name(), "U");
    }
}
