package dev.longhand.processor.plan;

import dev.longhand.processor.check.ResolvedNetwork;
import java.util.List;

/**
 * All that the emitter prints.
 *
 * @param network names, shapes and loss as declared
 * @param layers the layers in order
 * @param loss where the backward pass begins
 * @param buffers what is kept beside activations, in the order of their indices
 * @param parameterCount the length of the flat parameter array
 */
public record ExecutionPlan(
        ResolvedNetwork network, List<LayerPlan> layers, LossPlan loss, List<BufferPlan> buffers, int parameterCount) {

    /** Keeps copies of the lists. */
    public ExecutionPlan {
        layers = List.copyOf(layers);
        buffers = List.copyOf(buffers);
    }

    /** Whether a training pass differs from a predicting one. */
    public boolean trainsDifferently() {
        return layers.stream().anyMatch(LayerPlan.Dropout.class::isInstance);
    }

    /** Whether the first layer may skip zeros in the data. */
    public boolean skipsZeros() {
        return layers.stream().anyMatch(layer -> layer instanceof LayerPlan.Dense dense && dense.skipsZeros());
    }

    /**
     * A buffer.
     *
     * @param constant the name of its index: {@code OUTPUT_Z}
     * @param size the numbers of one sample
     * @param meaning what it holds, for its javadoc
     */
    public record BufferPlan(String constant, int size, String meaning) {}
}
