package dev.longhand.processor.plan;

import dev.longhand.processor.formula.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One layer, ready to be printed. */
public interface LayerPlan {

    /** What the plan of every layer has. */
    LayerHead head();

    /** The array of its outputs. */
    WorkspaceArray a();

    /** The values of the forward pass that its backward pass reads. */
    Set<Value> backwardReads();

    /** Whether its backward pass reads a value of the forward pass. */
    default boolean backwardReads(Value value) {
        return backwardReads().contains(value);
    }

    /** The array of z, for a loss that is differentiated together with its activation. */
    default WorkspaceArray lossInput() {
        return a();
    }

    /** The slope of its activation, 1 if it has none. */
    default float slope() {
        return 1;
    }

    /** The rows of a sample, over each of which its activation runs. */
    default int rows() {
        return 1;
    }

    /** Whether its output is the array of its input, so that there is nothing to compute. */
    default boolean isView() {
        return false;
    }

    /** The name of the layer that computes this one as well. */
    default Optional<String> computedBy() {
        return Optional.empty();
    }

    /** Whether it's computed together with the layer that reads it, so that its own outputs aren't kept. */
    default boolean isFusedWithReader() {
        return false;
    }

    /** Whether it reads the data by a kernel that skips zeros. */
    default boolean skipsZeros() {
        return false;
    }

    /** Its state: arrays that are stored with the parameters but not trained, in storage order. */
    default List<StatePlan> state() {
        return List.of();
    }

    /** What it does differently while training than when predicting, if anything. */
    default Optional<Difference> difference() {
        return Optional.empty();
    }

    /**
     * What a layer does differently while training than when predicting.
     *
     * @param training what the training pass has: {@code dropout}
     * @param predicting a sentence on the predicting pass
     * @param draws whether it's drawn at random
     */
    record Difference(String training, String predicting, boolean draws) {}
}
