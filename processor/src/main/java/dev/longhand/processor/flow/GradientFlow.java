package dev.longhand.processor.flow;

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

/**
 * How gradients flow from the loss to the parameters.
 *
 * <p>A gradient is computed only where a parameter depends on the value: not for the data, nor for anything that
 * follows from the data alone. The gradient of an output that several layers read is the sum of theirs: the backward
 * pass reaches the last reader first, which writes its gradient; the gradients of the other readers are added to it.
 *
 * @param network the network
 * @param layers the flow through each of its layers
 * @param lossLayer the index of the layer whose output the loss reads, seen through views
 * @param lossFusion the activation that the loss is differentiated together with
 */
public record GradientFlow(ResolvedNetwork network, List<LayerFlow> layers, int lossLayer, LossFusion lossFusion) {

    public GradientFlow {
        layers = List.copyOf(layers);
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
        int lossLayer = owners[last] < 0 ? last : owners[last];
        LossFusion fusion = all.get(lossLayer)
                .activation()
                .map(function -> LossFusion.of(network.loss().loss(), function.activation()))
                .orElse(LossFusion.NONE);
        List<LayerFlow> layers = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            List<Optional<InputGradient>> gradients = new ArrayList<>();
            for (int source : network.sources().get(i)) {
                gradients.add(
                        source >= 0 && layers.get(source).carriesGradient()
                                ? Optional.of(new InputGradient(owners[source], i != lastReaders[owners[source]]))
                                : Optional.empty());
            }
            boolean isFused = i == lossLayer && fusion != LossFusion.NONE;
            layers.add(new LayerFlow(
                    all.get(i),
                    gradients,
                    backwardReads(all.get(i), gradients, isFused),
                    i == lossLayer ? lossReads(fusion) : Set.of()));
        }
        return new GradientFlow(network, layers, lossLayer, fusion);
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

    /** The loss is a function of a; z is more exact where a is rounded. */
    private static Set<Value> lossReads(LossFusion fusion) {
        return fusion.readsZ() ? Set.of(Value.Z, Value.A) : Set.of(Value.A);
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

    /** The layer whose output is the first input of layer {@code index}, seen through views; −1 for the data. */
    public int sourceOwner(int index) {
        int owner = network.sources().get(index).get(0);
        while (owner >= 0 && layers.get(owner).derivative().isView()) {
            owner = network.sources().get(owner).get(0);
        }
        return owner;
    }

    /** Whether the loss is differentiated together with a layer's activation. */
    public boolean isFusedWithLoss(int layer) {
        return layer == lossLayer && lossFusion != LossFusion.NONE;
    }
}
