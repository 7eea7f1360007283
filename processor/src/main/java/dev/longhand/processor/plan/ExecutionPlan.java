package dev.longhand.processor.plan;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is printed.
 *
 * @param network names, shapes and loss as declared
 * @param layers the layers in order
 * @param losses where the backward pass begins, for each output in the order of the layers
 * @param buffers the arrays of the workspace other than activations and gradients, in the order of their indices
 * @param sums the parts of gradients of layers that several others read, by the layer after which they are added
 * @param parameterCount the length of the flat parameter array
 * @param predictedByAnother the indices of layers whose predicting pass is a part of another's
 */
public record ExecutionPlan(
        ResolvedNetwork network,
        List<LayerPlan> layers,
        List<LossPlan> losses,
        List<BufferPlan> buffers,
        Map<Integer, List<GradientSum>> sums,
        int parameterCount,
        Set<Integer> predictedByAnother) {

    public ExecutionPlan {
        layers = List.copyOf(layers);
        losses = List.copyOf(losses);
        buffers = List.copyOf(buffers);
        sums = Map.copyOf(sums);
        predictedByAnother = Set.copyOf(predictedByAnother);
    }

    /** The outputs in order. */
    public List<LayerHead> outputs() {
        return losses.stream()
                .map(loss -> layers.get(loss.settings().layer()).head())
                .toList();
    }

    /** The shape of one sample of the output; of several outputs the number of all their numbers. */
    public Shape output() {
        return joinsOutputs()
                ? Shape.of(outputs().stream()
                        .mapToInt(output -> output.output().size())
                        .sum())
                : outputs().get(0).output();
    }

    /**
     * Whether the outputs of a sample are copied side by side, and the loss is a sum by weights: not if there is one output,
     * whose loss has no weight.
     */
    public boolean joinsOutputs() {
        return !network.loss().isOfOneOutput();
    }

    /** Whether the predicting pass of a layer is a part of another's. */
    public boolean isPredictedByAnother(LayerPlan layer) {
        return predictedByAnother.contains(layer.head().index());
    }

    /** What is added to a gradient after the backward pass of a layer. */
    public List<GradientSum> sumsAfter(LayerPlan layer) {
        return sums.getOrDefault(layer.head().index(), List.of());
    }

    /** Whether the training pass differs from the predicting one. */
    public boolean trainsDifferently() {
        return differences().findAny().isPresent();
    }

    /** Whether anything is drawn at random while training, and so for samples of predictions. */
    public boolean draws() {
        return differences().anyMatch(LayerPlan.Difference::draws);
    }

    /** Whether all that the training pass does differently is drawn at random, so that samples take that pass. */
    public boolean onlyDraws() {
        return differences().allMatch(LayerPlan.Difference::draws);
    }

    /** What the layers do differently while training than when predicting. */
    public Stream<LayerPlan.Difference> differences() {
        return layers.stream().map(LayerPlan::difference).flatMap(Optional::stream);
    }

    /** The layers whose calls in a pass go into one method. */
    public List<MethodPart<LayerPlan>> passParts() {
        return MethodBudget.passes(layers, layer -> 1 + sumsAfter(layer).size());
    }

    /** Whether a forward and a backward pass fit one method, with a local variable for each array. */
    public boolean fitsOneMethod() {
        return MethodBudget.fitOneMethod(layers, layer -> 1 + sumsAfter(layer).size());
    }

    /** The layers that are described in one method. */
    public List<MethodPart<LayerPlan>> descriptionParts() {
        return MethodBudget.descriptions(
                layers, layer -> settings(layer).values().size());
    }

    /** What the shapes and parameters of a layer don't tell. */
    public Settings settings(LayerPlan layer) {
        return network.layers().get(layer.head().index()).settings();
    }

    /** The number of layers before the first that is trained, if any of them has parameters, all frozen; otherwise 0. */
    public int frozenFirst() {
        int first = 0;
        while (first < layers.size() && !isTrained(layers.get(first))) {
            first++;
        }
        boolean isAnyFrozen = layers.subList(0, first).stream()
                .anyMatch(layer -> !layer.head().parameters().isEmpty());
        return isAnyFrozen && first < layers.size() ? first : 0;
    }

    private boolean isTrained(LayerPlan layer) {
        LayerHead head = layer.head();
        return !head.parameters().isEmpty()
                && !network.loss().training(head.index()).isFrozen();
    }

    /** Whether a layer keeps anything without training it. */
    public boolean hasState() {
        return layers.stream().anyMatch(layer -> !layer.state().isEmpty());
    }

    /** Whether masked steps are skipped, those that pad shorter sequences. */
    public boolean isMasked() {
        return !network.masked().isEmpty();
    }

    /** Whether the first layer may skip zeros in the data. */
    public boolean skipsZeros() {
        return !isMasked() && layers.stream().anyMatch(LayerPlan::skipsZeros);
    }

    /**
     * A part of the gradient in a layer that several others read.
     *
     * @param after the index of the layer whose backward pass has written the part
     * @param name the layer that is read
     * @param part the part
     * @param gradient what it's added to
     * @param size the numbers of one sample
     */
    public record GradientSum(int after, String name, WorkspaceArray part, WorkspaceArray gradient, int size) {}

    /**
     * A buffer.
     *
     * @param constant the name of its index: {@code OUTPUT_Z}
     * @param size the number of its elements
     * @param perSample whether {@code size} is for each sample or for the whole batch
     * @param meaning what it holds, for its javadoc
     */
    public record BufferPlan(String constant, int size, boolean perSample, String meaning) {}
}
