package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.DenseConstant;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import java.util.List;
import java.util.Optional;

/**
 * A recurrent layer as calls of the runtime's loops: one for what all steps do alike, for which they are rows
 * of one product, and one for the steps through time.
 */
final class KernelsRecurrent implements LayerBodies {

    private final RecurrentPlan layer;
    private final List<ParameterPlan> parameters;
    private final String rows;
    private final int in;
    private final int width;

    KernelsRecurrent(RecurrentPlan layer) {
        this.layer = layer;
        parameters = layer.head().parameters();
        rows = RecurrentEmitter.rows(layer);
        in = layer.in();
        width = layer.width();
    }

    // // 1. z = x·W + h'·U + b: first x·W + b for every step at once  (28·n×28)·(28×64)
    // dense.forward(READER_W_SHAPE, x, p, gates, 28 * n);
    // //    then step after step h'·U is added, and
    // // 2. i = σ(z), f = σ(z), g = tanh(z), o = σ(z), each of its part of z, whose place it takes
    // // 3. c = f∘c' + i∘g
    // // 4. h = o∘tanh(c)
    // recurrence.lstm(READER_STEPS, gates, p, READER_U, previous, c, a, n);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        String gates = RecurrentEmitter.gates(layer);
        String sizes =
                "  (" + (layer.time() == 1 ? "" : layer.time() + "·") + "n×" + in + ")·(" + in + "×" + width + ")";
        String atOnce = layer.hasBias() ? "x·W + b" : "x·W";
        String start = Body.call("dense.forward", ofInputs(layer), "x", "p", gates, rows);
        String steps = RecurrentEmitter.steps(layer);
        switch (layer.cell()) {
            case RNN -> {
                body.say("1. " + RecurrentEmitter.affine(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U, step after step, and with it");
                body.say("2. " + LoopsRnn.state(layer));
                body.line(Body.call(
                        "recurrence.rnn",
                        steps,
                        gates,
                        "p",
                        recurrentWeights(),
                        Expressions.activation(layer.function()),
                        "previous",
                        "a",
                        "n"));
            }
            case GRU -> {
                body.say("1. " + LoopsGru.gates(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U" + (layer.hasBias() ? " + c" : "") + ", step after step, and with it");
                body.say("2. " + LoopsGru.candidate(layer));
                body.say("3. " + LoopsGru.STATE);
                body.line(Body.call(
                        "recurrence.gru",
                        steps,
                        gates,
                        "p",
                        recurrentWeights(),
                        recurrentBias(),
                        "v",
                        "previous",
                        "a",
                        "n"));
            }
            case LSTM -> {
                body.say("1. " + RecurrentEmitter.affine(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U, step after step, and with it");
                body.say("2. " + LoopsLstm.GATES);
                body.say("3. " + LoopsLstm.MEMORY);
                body.say("4. " + LoopsLstm.STATE);
                body.line(
                        Body.call("recurrence.lstm", steps, gates, "p", recurrentWeights(), "previous", "c", "a", "n"));
            }
        }
        return body.build();
    }

    // // From the last step to the first: dh = da + dz·Uᵀ, the dz of the step after, and
    // // 4. h = o∘tanh(c)     so do = dh∘tanh(c) and dc = dh∘o∘(1 − tanh²(c)) + …
    // …
    // recurrence.lstmGradient(READER_STEPS, gates, p, READER_U, c, da, dz, n);
    // // 1. z = x·W + h'·U + b  so dW = xᵀ·dz and db = Σ dz
    // dense.gradient(READER_W_SHAPE, x, dz, g, 28 * n);
    // //    and dU = h'ᵀ·dz
    // dense.gradient(READER_U_SHAPE, previous, dz, g, 28 * n);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gates = RecurrentEmitter.gates(layer);
        String steps = RecurrentEmitter.steps(layer);
        boolean gru = layer.dv().isPresent();
        body.say("From the last step to the first, " + LoopsRecurrent.incoming(layer) + ",");
        switch (layer.cell()) {
            case RNN -> {
                body.say("2. " + LoopsRnn.state(layer) + "  so " + LoopsRnn.stateGradient(layer));
                body.line(Body.call(
                        "recurrence.rnnGradient",
                        steps,
                        gates,
                        "p",
                        recurrentWeights(),
                        Expressions.activation(layer.function()),
                        "da",
                        "dz",
                        "n"));
            }
            case GRU -> {
                body.say("3. " + LoopsGru.STATE).say("   " + LoopsGru.STATE_GRADIENT);
                body.say("2. " + LoopsGru.candidate(layer)).say("   " + LoopsGru.CANDIDATE_GRADIENT);
                body.say("1. " + LoopsGru.gates(layer)).say("   " + LoopsGru.GATES_GRADIENT);
                body.line(Body.call(
                        "recurrence.gruGradient",
                        steps,
                        gates,
                        "p",
                        recurrentWeights(),
                        "v",
                        "previous",
                        "da",
                        "dz",
                        "dv",
                        "n"));
            }
            case LSTM -> {
                body.say("4. " + LoopsLstm.STATE).say("   " + LoopsLstm.STATE_GRADIENT);
                body.say("3. " + LoopsLstm.MEMORY + "  " + LoopsLstm.MEMORY_GRADIENT);
                body.say("2. " + LoopsLstm.GATES).say("   " + LoopsLstm.GATES_GRADIENT);
                body.line(Body.call(
                        "recurrence.lstmGradient", steps, gates, "p", recurrentWeights(), "c", "da", "dz", "n"));
            }
        }
        String affine = gru ? "x·W" + (layer.hasBias() ? " + b" : "") : RecurrentEmitter.affine(layer);
        body.say((gru ? "   " : "1. ") + affine + " of all steps  " + LoopsRecurrent.soOfInputs(layer, false));
        body.line(Body.call("dense.gradient", ofInputs(layer), "x", "dz", "g", rows));
        body.say(
                gru
                        ? "   h'·U" + (layer.hasBias() ? " + c" : "") + " of all steps  "
                                + LoopsRecurrent.soOfStates(layer)
                        : "   and dU = h'ᵀ·dz");
        body.line(Body.call("dense.gradient", ofStates(layer), "previous", gru ? "dv" : "dz", "g", rows));
        if (layer.dx().isPresent()) {
            body.say("   and dx = dz·Wᵀ");
            body.line(Body.call("dense.inputGradient", ofInputs(layer), "dz", "p", "dx", rows));
        }
        return body.build();
    }

    private String recurrentWeights() {
        return parameters.get(1).constant();
    }

    private String recurrentBias() {
        return layer.hasBias() ? parameters.get(3).constant() : "DenseKernels.NO_BIAS";
    }

    // /** The products x·W + b of reader for kernels: inputs and width, where W and b begin. */
    // private static final DenseLayer READER_W_SHAPE = DenseLayer.of(28, 64).weights(READER_W).bias(READER_B);
    // /** The products h'·U of reader for kernels: units and width, where U begins. */
    // private static final DenseLayer READER_U_SHAPE = DenseLayer.of(16, 64).weights(READER_U);
    static List<FieldSpec> constants(RecurrentPlan layer) {
        List<ParameterPlan> parameters = layer.head().parameters();
        boolean hasC = layer.hasBias() && layer.dv().isPresent();
        Optional<String> b = layer.hasBias() ? Optional.of(parameters.get(2).constant()) : Optional.empty();
        Optional<String> c = hasC ? Optional.of(parameters.get(3).constant()) : Optional.empty();
        String of = " of " + layer.head().name() + " for kernels: ";
        return List.of(
                DenseConstant.field(
                        ofInputs(layer),
                        "The products " + (layer.hasBias() ? "x·W + b" : "x·W") + of + "inputs and width, where W "
                                + (layer.hasBias() ? "and b begin." : "begins."),
                        DenseConstant.value(
                                layer.in(), layer.width(), parameters.get(0).constant(), b)),
                DenseConstant.field(
                        ofStates(layer),
                        "The products " + (hasC ? "h'·U + c" : "h'·U") + of + "units and width, where U "
                                + (hasC ? "and c begin." : "begins."),
                        DenseConstant.value(
                                layer.units(), layer.width(), parameters.get(1).constant(), c)));
    }

    /** The constant for the products of inputs and W. */
    private static String ofInputs(RecurrentPlan layer) {
        return Names.constant(layer.head().constant(), "W_SHAPE");
    }

    /** The constant for the products of states and U. */
    private static String ofStates(RecurrentPlan layer) {
        return Names.constant(layer.head().constant(), "U_SHAPE");
    }
}
