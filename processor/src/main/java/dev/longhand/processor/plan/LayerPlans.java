package dev.longhand.processor.plan;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.layer.convolution.ConvolutionPlan;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.embedding.EmbeddingPlan;
import dev.longhand.processor.layer.merge.MergePlan;
import dev.longhand.processor.layer.norm.BatchNormPlan;
import dev.longhand.processor.layer.norm.LayerNormPlan;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.layer.pointwise.DropoutPlan;
import dev.longhand.processor.layer.pointwise.GaussianNoisePlan;
import dev.longhand.processor.layer.pool.PoolPlan;
import dev.longhand.processor.layer.recurrent.RecurrentPlan;
import dev.longhand.processor.layer.reshape.SlicePlan;
import dev.longhand.processor.layer.reshape.ViewPlan;
import dev.longhand.processor.lower.Operation;

/** The plan of every kind of layer. */
final class LayerPlans {

    private LayerPlans() {}

    /** The plan of a layer; a new kind adds a line. */
    static LayerPlan of(ResolvedLayer layer, PlanContext context) {
        if (layer instanceof ResolvedLayer.Dense dense) {
            return DensePlan.of(dense, context);
        } else if (layer instanceof ResolvedLayer.Conv2d conv) {
            return ConvolutionPlan.of(conv, context);
        } else if (layer instanceof ResolvedLayer.Pool2d pool) {
            return PoolPlan.of(pool, context);
        } else if (layer instanceof ResolvedLayer.Activate activate) {
            return ActivatePlan.of(activate, context);
        } else if (layer instanceof ResolvedLayer.Dropout dropout) {
            return DropoutPlan.of(dropout, context);
        } else if (layer instanceof ResolvedLayer.Flatten) {
            return ViewPlan.of("Flatten", "a = x in one row", context);
        } else if (layer instanceof ResolvedLayer.Reshape) {
            return ViewPlan.of("Reshape", "a = x in another shape", context);
        } else if (layer instanceof ResolvedLayer.GaussianNoise noise) {
            return GaussianNoisePlan.of(noise, context);
        } else if (layer instanceof ResolvedLayer.BatchNorm norm) {
            return BatchNormPlan.of(norm, context);
        } else if (layer instanceof ResolvedLayer.LayerNorm norm) {
            return LayerNormPlan.of(norm, context);
        } else if (layer instanceof ResolvedLayer.Input) {
            return context.operation() instanceof Operation.Slice slice
                    ? SlicePlan.of(
                            slice.in().size(), slice.offset(), slice.out().size(), context)
                    : ViewPlan.of("Input", "a = x", context);
        } else if (layer instanceof ResolvedLayer.Merge merge) {
            return MergePlan.of(merge, context);
        } else if (layer instanceof ResolvedLayer.Recurrent recurrent) {
            return RecurrentPlan.of(recurrent, context);
        } else if (layer instanceof ResolvedLayer.Embedding embedding) {
            return EmbeddingPlan.of(embedding, context);
        }
        throw new AssertionError(layer);
    }
}
