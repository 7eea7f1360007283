package dev.longhand.processor.layer.recurrent;

import dev.longhand.Shape;
import dev.longhand.Style;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.RecurrentInitialization;
import dev.longhand.processor.plan.LayerArrays;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.OneInputPlan;
import dev.longhand.processor.plan.ParameterPlan;
import dev.longhand.processor.plan.ParameterPlan.ScaledInitialization;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A layer that runs through the steps of a sequence.
 *
 * @param size steps, features and units
 * @param parameters W, U and their biases
 * @param function the f of a simple recurrent layer, otherwise IDENTITY
 * @param buffers the buffers of its passes
 */
public record RecurrentPlan(
        LayerHead head,
        Size size,
        Parameters parameters,
        ActivationFormula function,
        LayerArrays arrays,
        Buffers buffers)
        implements OneInputPlan {

    /**
     * Steps, features and units.
     *
     * @param cell what is computed at a step
     * @param time the number of steps
     * @param in the features of a step
     * @param returnSequences whether a has the states after every step or only those after the last
     * @param isMasked whether steps may be masked
     */
    public record Size(Cell cell, int time, int in, int units, boolean returnSequences, boolean isMasked) {}

    /**
     * W, U and their biases.
     *
     * @param recurrentBias c, the bias of h'·U, which only gated units have
     */
    public record Parameters(
            ParameterPlan weights,
            ParameterPlan recurrentWeights,
            Optional<ParameterPlan> bias,
            Optional<ParameterPlan> recurrentBias) {

        List<ParameterPlan> list() {
            return Stream.of(Stream.of(weights, recurrentWeights), bias.stream(), recurrentBias.stream())
                    .flatMap(all -> all)
                    .toList();
        }
    }

    /**
     * The buffers of the passes, for each step.
     *
     * @param gates the values of the gates; for a simple layer what the derivative of f is written in
     * @param previous the state that each step starts from
     * @param kept the memory c, or the vm that the reset gate multiplies
     * @param dz the gradient with respect to x·W + b
     * @param dv the gradient with respect to h'·U + c, if that differs
     * @param carry what loops pass from one step to the one before it
     */
    public record Buffers(
            NamedArray gates,
            WorkspaceArray previous,
            Optional<NamedArray> kept,
            WorkspaceArray dz,
            Optional<WorkspaceArray> dv,
            Optional<NamedArray> carry) {}

    /** An array, and what it's called in the layer's methods, which depends on the kind of layer. */
    public record NamedArray(String name, WorkspaceArray array) {}

    /** The plan of a layer. */
    public static RecurrentPlan of(ResolvedRecurrent layer, PlanContext context) {
        Style style = StyleRule.recurrent(context.declaredStyle());
        ActivationFormula function = ActivationFormula.of(layer.activation());
        Parameters parameters = parameters(layer, context);
        Buffers buffers = buffers(layer, style, context);
        return new RecurrentPlan(
                context.head(RecurrentFormulas.layer(layer, function), style, parameters.list()),
                size(layer, context),
                parameters,
                function,
                context.arrays(),
                buffers);
    }

    private static Size size(ResolvedRecurrent layer, PlanContext context) {
        boolean isMasked = context.isMasked() && layer.time() > 1;
        return new Size(
                layer.cell(), layer.time(), layer.input().last(), layer.units(), layer.returnSequences(), isMasked);
    }

    private static Parameters parameters(ResolvedRecurrent layer, PlanContext context) {
        int in = layer.input().last();
        int units = layer.units();
        int width = layer.cell().gates() * units;
        RecurrentInitialization initialization = layer.initialization();
        return new Parameters(
                context.weights(
                        "weight",
                        "W",
                        Shape.of(in, width),
                        new ScaledInitialization(initialization.weights(), in, width)),
                context.weights(
                        "recurrentWeight",
                        "U",
                        Shape.of(units, width),
                        new ScaledInitialization(initialization.recurrentWeights(), units, width)),
                initialization
                        .bias()
                        .map(bias -> context.unpenalized(
                                "bias", "b", Shape.of(width), new ScaledInitialization(bias, in, width))),
                initialization
                        .bias()
                        .filter(bias -> layer.cell() == Cell.GRU)
                        .map(bias -> context.unpenalized(
                                "recurrentBias", "c", Shape.of(width), new ScaledInitialization(bias, units, width))));
    }

    private static Buffers buffers(ResolvedRecurrent layer, Style style, PlanContext context) {
        int states = layer.time() * layer.units();
        int gates = layer.cell().gates() * states;
        String name = layer.name();
        return new Buffers(
                gates(layer, gates, context),
                context.buffer("PREVIOUS", states, "the states h' of " + name + " that each step starts from"),
                kept(layer, states, context),
                context.buffer("DZ", gates, "dz of " + name + " at each step"),
                layer.cell() == Cell.GRU
                        ? Optional.of(context.buffer("DV", gates, "dv of " + name + " at each step"))
                        : Optional.empty(),
                style == Style.LOOPS ? carry(layer, context) : Optional.empty());
    }

    private static NamedArray gates(ResolvedRecurrent layer, int size, PlanContext context) {
        String name = layer.name();
        if (layer.cell() != Cell.RNN) {
            String meaning = "the gates " + layer.cell().names() + " of " + name + " at each step";
            return new NamedArray("gates", context.buffer("GATES", size, meaning));
        }
        return context.backwardReads().contains(Value.Z)
                ? new NamedArray("z", context.buffer("Z", size, "z of " + name + " at each step"))
                : new NamedArray("h", context.buffer("H", size, "h of " + name + " at each step"));
    }

    private static Optional<NamedArray> kept(ResolvedRecurrent layer, int size, PlanContext context) {
        String name = layer.name();
        return switch (layer.cell()) {
            case RNN -> Optional.empty();
            case GRU -> {
                String meaning = "vm = h'·Um" + (layer.hasBias() ? " + cm" : "") + " of " + name + " at each step";
                yield Optional.of(new NamedArray("vm", context.buffer("VM", size, meaning)));
            }
            case LSTM -> {
                String meaning = "the memory c of " + name + " after each step";
                yield Optional.of(new NamedArray("c", context.buffer("C", size, meaning)));
            }
        };
    }

    private static Optional<NamedArray> carry(ResolvedRecurrent layer, PlanContext context) {
        int units = layer.units();
        String name = layer.name();
        return switch (layer.cell()) {
            case RNN -> Optional.empty();
            case GRU -> {
                String meaning = "the part of dh of " + name + " that comes from the step after, dh∘u";
                yield Optional.of(new NamedArray("dhNext", context.buffer("DH_NEXT", units, meaning)));
            }
            case LSTM -> {
                String meaning = "the part of dc of " + name + " that comes from the step after, dc∘f";
                yield Optional.of(new NamedArray("dcNext", context.buffer("DC_NEXT", units, meaning)));
            }
        };
    }

    /** Whether the backward pass reads {@link Buffers#gates}: not where dz of a simple layer is dh. */
    public boolean backwardReadsGates() {
        return cell() != Cell.RNN || backwardReads(Value.Z) || backwardReads(Value.A);
    }

    /** What is computed at a step. */
    public Cell cell() {
        return size.cell();
    }

    /** Whether it's gated recurrent units. */
    public boolean isGru() {
        return cell() == Cell.GRU;
    }

    /** The number of steps. */
    public int time() {
        return size.time();
    }

    /** The features of a step. */
    public int in() {
        return size.in();
    }

    /** The units. */
    public int units() {
        return size.units();
    }

    /** Whether a has the states after every step or only those after the last. */
    public boolean returnSequences() {
        return size.returnSequences();
    }

    /** Whether steps may be masked: a sequence has at least one step, so a single one never is. */
    public boolean isMasked() {
        return size.isMasked();
    }

    /** The columns of W and U: units for each gate. */
    public int width() {
        return cell().gates() * units();
    }

    /** Whether there is a bias b, and for gated units c. */
    public boolean hasBias() {
        return parameters.bias().isPresent();
    }
}
