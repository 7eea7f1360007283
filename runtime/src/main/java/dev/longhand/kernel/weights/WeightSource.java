package dev.longhand.kernel.weights;

import org.jspecify.annotations.Nullable;

/**
 * Where the products of one workspace find packed weights: those that all predictions of a model share, set for each
 * prediction, or none, so that each product copies what it needs.
 */
public final class WeightSource {

    private @Nullable PackedWeights packed;

    /** Sets what is shared from now on, if anything is. */
    public void share(@Nullable PackedWeights packed) {
        this.packed = packed;
    }

    /** The packed weights of these parameters, or null if none are shared or the array is another one. */
    public @Nullable PackedWeights of(float[] values) {
        PackedWeights packed = this.packed;
        return packed != null && packed.areOf(values) ? packed : null;
    }
}
