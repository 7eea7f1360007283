package dev.longhand.processor.plan;

/** The plan of an affine layer whose kernel can compute with other weights and biases than the layer's own. */
public interface FoldablePlan extends AffinePlan {

    /** The constant that describes the layer to kernels. */
    String shape();

    /** Whether it's z = x·W + b alone, computed by a kernel. */
    boolean isFoldable();
}
