package dev.longhand.processor.layer.recurrent;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.plan.ParameterPlan;

/**
 * A recurrent layer as calls of kernels: one product for x·W of all steps, then one call that runs through the
 * steps.
 */
final class KernelsRecurrent implements LayerBodies {

    private final RecurrentPlan layer;
    private final String rows;
    private final int in;
    private final int units;
    private final int width;

    KernelsRecurrent(RecurrentPlan layer) {
        this.layer = layer;
        rows = RecurrentEmitter.rows(layer);
        in = layer.in();
        units = layer.units();
        width = layer.width();
    }

    // // 1. z = x·W + h'·U + b: first x·W + b for every step at once  (28·n×28)·(28×64)
    // kernels.dense(x, p, READER_W, READER_B, Activation.IDENTITY, gates, 28 * n, 28, 64);
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
        String atOnce = RecurrentFormulas.ofInputs(layer);
        String start =
                Body.call("kernels.dense", "x", "p", weights(), bias(), "Activation.IDENTITY", gates, rows, in, width);
        String steps = RecurrentEmitter.steps(layer);
        switch (layer.cell()) {
            case RNN -> {
                body.say("1. " + RecurrentFormulas.affine(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U, step after step, and with it");
                body.say("2. " + RnnFormulas.state(layer));
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
                body.say("1. " + GruFormulas.gates(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U" + (layer.hasBias() ? " + c" : "") + ", step after step, and with it");
                body.say("2. " + GruFormulas.candidate(layer));
                body.say("3. " + GruFormulas.STATE);
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
                body.say("1. " + RecurrentFormulas.affine(layer) + ": " + atOnce + " of all steps at once" + sizes);
                body.line(start);
                body.say("   then h'·U, step after step, and with it");
                body.say("2. " + LstmFormulas.GATES);
                body.say("3. " + LstmFormulas.MEMORY);
                body.say("4. " + LstmFormulas.STATE);
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
    // kernels.denseGradient(x, dz, g, READER_W, READER_B, 28 * n, 28, 64);
    // //    and dU = h'ᵀ·dz
    // kernels.denseGradient(previous, dz, g, READER_U, Kernels.NO_BIAS, 28 * n, 16, 64);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gates = RecurrentEmitter.gates(layer);
        String steps = RecurrentEmitter.steps(layer);
        boolean gru = layer.isGru();
        body.say("From the last step to the first, " + RecurrentFormulas.incoming(layer) + ",");
        switch (layer.cell()) {
            case RNN -> {
                body.say("2. " + RnnFormulas.state(layer) + "  so " + RnnFormulas.stateGradient(layer));
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
                body.say("3. " + GruFormulas.STATE).say("   " + GruFormulas.STATE_GRADIENT);
                body.say("2. " + GruFormulas.candidate(layer)).say("   " + GruFormulas.CANDIDATE_GRADIENT);
                body.say("1. " + GruFormulas.gates(layer)).say("   " + GruFormulas.GATES_GRADIENT);
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
                body.say("4. " + LstmFormulas.STATE).say("   " + LstmFormulas.STATE_GRADIENT);
                body.say("3. " + LstmFormulas.MEMORY + "  " + LstmFormulas.MEMORY_GRADIENT);
                body.say("2. " + LstmFormulas.GATES).say("   " + LstmFormulas.GATES_GRADIENT);
                body.line(Body.call(
                        "recurrence.lstmGradient", steps, gates, "p", recurrentWeights(), "c", "da", "dz", "n"));
            }
        }
        String affine = gru ? RecurrentFormulas.ofInputs(layer) : RecurrentFormulas.affine(layer);
        body.say(
                (gru ? "   " : "1. ") + affine + " of all steps  " + RecurrentFormulas.gradientsOfInputs(layer, false));
        body.line(Body.call("kernels.denseGradient", "x", "dz", "g", weights(), bias(), rows, in, width));
        body.say(
                gru
                        ? "   h'·U" + (layer.hasBias() ? " + c" : "") + " of all steps  "
                                + RecurrentFormulas.gradientsOfStates(layer)
                        : "   and dU = h'ᵀ·dz");
        body.line(Body.call(
                "kernels.denseGradient",
                "previous",
                gru ? "dv" : "dz",
                "g",
                recurrentWeights(),
                gru ? recurrentBias() : "DenseKernels.NO_BIAS",
                rows,
                units,
                width));
        if (layer.dx().isPresent()) {
            body.say("   and dx = dz·Wᵀ");
            body.line(Body.call("kernels.denseInputGradient", "dz", "p", weights(), "dx", rows, in, width));
        }
        return body.build();
    }

    private String weights() {
        return layer.parameters().weights().constant();
    }

    private String recurrentWeights() {
        return layer.parameters().recurrentWeights().constant();
    }

    private String bias() {
        return layer.parameters().bias().map(ParameterPlan::constant).orElse("DenseKernels.NO_BIAS");
    }

    private String recurrentBias() {
        return layer.parameters().recurrentBias().map(ParameterPlan::constant).orElse("DenseKernels.NO_BIAS");
    }
}
