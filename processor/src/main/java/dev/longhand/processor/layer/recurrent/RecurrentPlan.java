package dev.longhand.processor.layer.recurrent;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedLayer.Recurrent.Cell;
import dev.longhand.processor.check.Shape;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.InputArray;
import dev.longhand.processor.plan.LayerPlan;
import dev.longhand.processor.plan.PlanContext;
import dev.longhand.processor.plan.StyleRule;
import dev.longhand.processor.plan.WorkspaceArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer that goes through the steps of a sequence.
 *
 * @param cell what happens at a step
 * @param time the number of steps
 * @param in the features of a step
 * @param returnSequences whether a has the states after every step or those after the last
 * @param function the f of a simple layer; IDENTITY for others
 * @param x where x comes from
 * @param a where a goes
 * @param gates what the gates become, or of a simple layer what the derivative of f is written in
 * @param previous where the state goes that each step starts from
 * @param kept the memory c, or the v that the reset gate has to do with
 * @param gradient holds da
 * @param dz where the gradient in x·W + b goes
 * @param dv where the gradient in h'·U + c goes, if that's another
 * @param carry where loops keep what one step leaves to the one before
 * @param dx where the gradient in x goes, if anybody needs it
 */
public record RecurrentPlan(
        Head head,
        Cell cell,
        int time,
        int in,
        int units,
        boolean returnSequences,
        ActivationRule function,
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray gates,
        WorkspaceArray previous,
        Optional<WorkspaceArray> kept,
        WorkspaceArray gradient,
        WorkspaceArray dz,
        Optional<WorkspaceArray> dv,
        Optional<WorkspaceArray> carry,
        Optional<WorkspaceArray> dx)
        implements LayerPlan {

    public static RecurrentPlan of(ResolvedLayer.Recurrent layer, PlanContext context) {
        Cell cell = layer.cell();
        int in = layer.input().last();
        int units = layer.units();
        int width = cell.gates() * units;
        int states = layer.time() * units;
        String name = layer.name();
        Style style = StyleRule.recurrent(context.askedStyle());
        ActivationRule function = ActivationRule.of(layer.activation());
        boolean gated = cell != Cell.RNN;
        boolean sum = !gated && context.keepsSums();
        return new RecurrentPlan(
                context.head(cell.annotation(), formula(layer, function), style, parameters(layer, context)),
                cell,
                layer.time(),
                in,
                units,
                layer.returnSequences(),
                function,
                context.x(),
                context.a(),
                context.buffer(
                        gated ? "GATES" : sum ? "Z" : "H",
                        layer.time() * width,
                        gated
                                ? "the gates " + cell.names() + " of " + name + " at each step"
                                : (sum ? "z" : "h") + " of " + name + " at each step"),
                context.buffer("PREVIOUS", states, "the states h' of " + name + " that each step starts from"),
                switch (cell) {
                    case RNN -> Optional.empty();
                    case GRU ->
                        Optional.of(context.buffer(
                                "V",
                                states,
                                "v = h'·Um" + (layer.bias().isPresent() ? " + cm" : "") + " of " + name
                                        + " at each step"));
                    case LSTM ->
                        Optional.of(context.buffer("C", states, "the memory c of " + name + " after each step"));
                },
                context.gradient(),
                context.buffer("DZ", layer.time() * width, "dz of " + name + " at each step"),
                cell == Cell.GRU
                        ? Optional.of(context.buffer("DV", layer.time() * width, "dv of " + name + " at each step"))
                        : Optional.empty(),
                style == Style.LOOPS && gated ? Optional.of(carry(cell, context, units, name)) : Optional.empty(),
                context.dx());
    }

    private static WorkspaceArray carry(Cell cell, PlanContext context, int units, String name) {
        return cell == Cell.GRU
                ? context.buffer("DH", units, "dh∘z of " + name + ", which a step leaves to the one before")
                : context.buffer("DC", units, "dc∘f of " + name + ", which a step leaves to the one before");
    }

    private static String formula(ResolvedLayer.Recurrent layer, ActivationRule function) {
        return switch (layer.cell()) {
            case RNN -> "h = " + function.formula("x·W + h'·U" + (layer.bias().isPresent() ? " + b" : ""));
            case GRU -> "h = (1 − z)∘m + z∘h'";
            case LSTM -> "c = f∘c' + i∘g, h = o∘tanh(c)";
        };
    }

    private static List<ParameterPlan> parameters(ResolvedLayer.Recurrent layer, PlanContext context) {
        int in = layer.input().last();
        int units = layer.units();
        int width = layer.cell().gates() * units;
        List<ParameterPlan> parameters = new ArrayList<>();
        parameters.add(context.parameter("weight", "W", Shape.of(in, width), layer.weights(), in, width));
        parameters.add(context.parameter(
                "recurrentWeight", "U", Shape.of(units, width), layer.recurrentWeights(), units, width));
        layer.bias().ifPresent(start -> {
            parameters.add(context.parameter("bias", "b", Shape.of(width), start, in, width));
            if (layer.cell() == Cell.GRU) {
                parameters.add(context.parameter("recurrentBias", "c", Shape.of(width), start, units, width));
            }
        });
        return parameters;
    }

    /** The columns of W and U: units for each gate. */
    public int width() {
        return cell.gates() * units;
    }

    /** Whether there is a bias b, and c beside it if it's gated units. */
    public boolean hasBias() {
        return head.parameters().size() > 2;
    }
}
