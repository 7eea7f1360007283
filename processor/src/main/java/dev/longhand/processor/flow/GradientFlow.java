package dev.longhand.processor.flow;

import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.flow.LayerFlow.InputGradient;
import dev.longhand.processor.formula.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How gradients flow from the loss to the parameters.
 *
 * <p>A gradient is computed only where a parameter depends on the value: not for the data, nor for anything that
 * follows from the data alone. The gradient of an output that several layers read is the sum of theirs: the backward
 * pass reaches the last reader first, which writes its gradient; the gradients of the other readers are added to it. Where a
 * loss has written a gradient before, those of all readers are added.
 *
 * @param network the network
 * @param layers the flow through each of its layers
 * @param losses where the gradient begins, for each output
 */
public record GradientFlow(ResolvedNetwork network, List<LayerFlow> layers, List<LossFlow> losses) {

    public GradientFlow {
        layers = List.copyOf(layers);
        losses = List.copyOf(losses);
    }

    /**
     * The flow through a network.
     *
     * @param derivatives the derivative of each kind of layer
     */
    public static GradientFlow of(ResolvedNetwork network, Function<ResolvedLayer, LayerDerivative> derivatives) {
        List<LayerDerivative> all = network.layers().stream().map(derivatives).toList();
        int last = network.layers().size() - 1;
        int[] owners = owners(network, all);
        int[] lastReaders = lastReaders(network, all, owners);
        List<LossFlow> losses = network.loss().outputs().stream()
                .map(output -> loss(network, output, all, owners))
                .toList();
        Set<Integer> fromLosses = losses.stream().map(LossFlow::gradientOf).collect(Collectors.toSet());
        List<LayerFlow> layers = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            List<Optional<InputGradient>> gradients = new ArrayList<>();
            for (int source : network.sources().get(i)) {
                gradients.add(
                        source >= 0 && layers.get(source).carriesGradient()
                                ? Optional.of(new InputGradient(
                                        owners[source],
                                        i != lastReaders[owners[source]] || fromLosses.contains(owners[source])))
                                : Optional.empty());
            }
            Optional<LossFlow> loss = lossOf(losses, i);
            layers.add(new LayerFlow(
                    all.get(i),
                    gradients,
                    backwardReads(
                            all.get(i),
                            gradients,
                            loss.filter(LossFlow::isFused).isPresent()),
                    loss.map(LossFlow::reads).orElse(Set.of())));
        }
        return new GradientFlow(network, layers, losses);
    }

    private static LossFlow loss(ResolvedNetwork network, OutputLoss output, List<LayerDerivative> all, int... owners) {
        int layer = owners[output.layer()] < 0 ? output.layer() : owners[output.layer()];
        LayerDerivative derivative = all.get(layer);
        LossFusion fusion = derivative
                .activation()
                .map(function -> LossFusion.of(output.loss(), function.activation()))
                .orElse(LossFusion.NONE);
        int source = network.sources().get(layer).get(0);
        int before = source < 0 ? source : owners[source];
        boolean isOfBefore = fusion != LossFusion.NONE && derivative.isActivationAlone() && before >= 0;
        return new LossFlow(layer, fusion, isOfBefore ? before : layer);
    }

    private static Optional<LossFlow> lossOf(List<LossFlow> losses, int layer) {
        return losses.stream().filter(loss -> loss.layer() == layer).findFirst();
    }

    /** The values that a backward pass reads; where the loss has differentiated f, only the gradients of W and b are left. */
    private static Set<Value> backwardReads(
            LayerDerivative derivative, List<Optional<InputGradient>> gradients, boolean isFusedWithLoss) {
        if (!derivative.learns() && (isFusedWithLoss || gradients.stream().allMatch(Optional::isEmpty))) {
            return Set.of();
        }
        Set<Value> reads = EnumSet.noneOf(Value.class);
        reads.addAll(derivative.reads());
        reads.remove(Value.DA);
        if (isFusedWithLoss) {
            reads.remove(Value.Z);
            reads.remove(Value.A);
        }
        return reads;
    }

    /** For each layer the one whose array its output is: what it is a view of, or itself; −1 for the data. */
    private static int[] owners(ResolvedNetwork network, List<LayerDerivative> all) {
        int[] owners = new int[all.size()];
        for (int i = 0; i < owners.length; i++) {
            int source = network.sources().get(i).get(0);
            owners[i] = !all.get(i).isView() ? i : source < 0 ? source : owners[source];
        }
        return owners;
    }

    /** For each layer that owns its output the last layer that reads it, seen through views. */
    private static int[] lastReaders(ResolvedNetwork network, List<LayerDerivative> all, int[] owners) {
        int[] last = new int[owners.length];
        for (int reader = 0; reader < owners.length; reader++) {
            if (!all.get(reader).isView()) {
                for (int source : network.sources().get(reader)) {
                    if (source >= 0 && owners[source] >= 0) {
                        last[owners[source]] = reader;
                    }
                }
            }
        }
        return last;
    }

    /** The flow through one layer. */
    public LayerFlow layer(int index) {
        return layers.get(index);
    }

    /** Whether a loss is differentiated together with a layer's activation. */
    public boolean isFusedWithLoss(int layer) {
        return lossOf(losses, layer).filter(LossFlow::isFused).isPresent();
    }
}
