package dev.longhand.processor.plan;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.layer.convolution.ConvolutionPlan;
import dev.longhand.processor.layer.dense.DensePlan;
import dev.longhand.processor.layer.embedding.EmbeddingPlan;
import dev.longhand.processor.layer.merge.JoinPlan;
import dev.longhand.processor.layer.norm.BatchNormPlan;
import dev.longhand.processor.layer.norm.LayerNormPlan;
import dev.longhand.processor.layer.pointwise.ActivatePlan;
import dev.longhand.processor.layer.pointwise.DropoutPlan;
import dev.longhand.processor.layer.pointwise.NoisePlan;
import dev.longhand.processor.layer.pool.PoolPlan;
import dev.longhand.processor.layer.recurrent.RecurrentPlan;
import dev.longhand.processor.layer.reshape.SlicePlan;
import dev.longhand.processor.layer.reshape.ViewPlan;
import dev.longhand.processor.lower.Operation;

/** The plan of every kind of layer. */
final class LayerPlans {

    private LayerPlans() {}

    /** The plan of a layer; a new kind adds a line. */
    static LayerPlan of(ResolvedLayer layer, LayerSite site) {
        if (layer instanceof ResolvedLayer.Dense dense) {
            return DensePlan.of(dense, site);
        } else if (layer instanceof ResolvedLayer.Conv2d conv) {
            return ConvolutionPlan.of(conv, site);
        } else if (layer instanceof ResolvedLayer.Pool2d pool) {
            return PoolPlan.of(pool, site);
        } else if (layer instanceof ResolvedLayer.Activate activate) {
            return ActivatePlan.of(activate, site);
        } else if (layer instanceof ResolvedLayer.Dropout dropout) {
            return DropoutPlan.of(dropout, site);
        } else if (layer instanceof ResolvedLayer.Flatten) {
            return ViewPlan.of("Flatten", "a = x in one row", site);
        } else if (layer instanceof ResolvedLayer.Reshape) {
            return ViewPlan.of("Reshape", "a = x in another shape", site);
        } else if (layer instanceof ResolvedLayer.GaussianNoise noise) {
            return NoisePlan.of(noise, site);
        } else if (layer instanceof ResolvedLayer.BatchNorm norm) {
            return BatchNormPlan.of(norm, site);
        } else if (layer instanceof ResolvedLayer.LayerNorm norm) {
            return LayerNormPlan.of(norm, site);
        } else if (layer instanceof ResolvedLayer.Input) {
            return site.operation() instanceof Operation.Slice slice
                    ? SlicePlan.of(
                            slice.in().size(), slice.offset(), slice.out().size(), site)
                    : ViewPlan.of("Input", "a = x", site);
        } else if (layer instanceof ResolvedLayer.Merge merge) {
            return JoinPlan.of(merge, site);
        } else if (layer instanceof ResolvedLayer.Recurrent recurrent) {
            return RecurrentPlan.of(recurrent, site);
        } else if (layer instanceof ResolvedLayer.Embedding embedding) {
            return EmbeddingPlan.of(embedding, site);
        }
        throw new AssertionError(layer);
    }
}
