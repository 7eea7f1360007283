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
import java.util.stream.IntStream;

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
        int owner = owner(network, all, last);
        int lossLayer = owner < 0 ? last : owner;
        LossFusion fusion = all.get(lossLayer)
                .activation()
                .map(function -> LossFusion.of(network.loss().loss(), function.activation()))
                .orElse(LossFusion.NONE);
        List<LayerFlow> layers = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            boolean isFused = i == lossLayer && fusion != LossFusion.NONE;
            layers.add(layer(network, all, layers, isFused ? fusion : LossFusion.NONE));
        }
        return new GradientFlow(network, layers, lossLayer, fusion);
    }

    /** The flow through the layer after {@code before}. */
    private static LayerFlow layer(
            ResolvedNetwork network, List<LayerDerivative> all, List<LayerFlow> before, LossFusion fusion) {
        int index = before.size();
        LayerDerivative derivative = all.get(index);
        List<Optional<InputGradient>> gradients = network.sources().get(index).stream()
                .map(source -> source >= 0 && before.get(source).carriesGradient()
                        ? Optional.of(inputGradient(network, all, index, source))
                        : Optional.<InputGradient>empty())
                .toList();
        boolean hasBackwardPass = derivative.learns() || gradients.stream().anyMatch(Optional::isPresent);
        return new LayerFlow(derivative, gradients, hasBackwardPass ? kept(derivative, fusion) : Set.of());
    }

    private static InputGradient inputGradient(
            ResolvedNetwork network, List<LayerDerivative> all, int reader, int source) {
        int owner = owner(network, all, source);
        return new InputGradient(owner, reader != lastReader(network, all, owner));
    }

    /** Where the loss has differentiated the activation, only the loss reads its values. */
    private static Set<Value> kept(LayerDerivative derivative, LossFusion fusion) {
        Set<Value> kept = EnumSet.noneOf(Value.class);
        kept.addAll(derivative.reads());
        kept.remove(Value.DA);
        if (fusion != LossFusion.NONE) {
            kept.remove(Value.A);
            kept.remove(Value.Z);
        }
        if (fusion.readsZ()) {
            kept.add(Value.Z);
        }
        return kept;
    }

    /** The layer whose array a layer's output is: what it is a view of, or itself; −1 for the data. */
    private static int owner(ResolvedNetwork network, List<LayerDerivative> all, int layer) {
        int owner = layer;
        while (owner >= 0 && all.get(owner).isView()) {
            owner = network.sources().get(owner).get(0);
        }
        return owner;
    }

    /** The last layer that reads the output of {@code owner}. */
    private static int lastReader(ResolvedNetwork network, List<LayerDerivative> all, int owner) {
        return IntStream.range(0, all.size())
                .filter(reader -> !all.get(reader).isView()
                        && network.sources().get(reader).stream()
                                .anyMatch(source -> owner(network, all, source) == owner))
                .max()
                .orElse(-1);
    }

    /** The flow through one layer. */
    public LayerFlow layer(int index) {
        return layers.get(index);
    }

    /** The layer whose output is the first input of layer {@code index}, seen through views; −1 for the data. */
    public int sourceOwner(int index) {
        List<LayerDerivative> all = layers.stream().map(LayerFlow::derivative).toList();
        return owner(network, all, network.sources().get(index).get(0));
    }

    /** Whether the loss is differentiated together with a layer's activation. */
    public boolean isFusedWithLoss(int layer) {
        return layer == lossLayer && lossFusion != LossFusion.NONE;
    }
}
