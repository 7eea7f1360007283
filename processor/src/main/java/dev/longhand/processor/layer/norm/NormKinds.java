package dev.longhand.processor.layer.norm;

import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.LayerNorm;
import dev.longhand.processor.layer.LayerKind;

/** The kinds of normalizations. */
public final class NormKinds {

    /** {@code @BatchNorm}. */
    public static final LayerKind<ResolvedBatchNorm, BatchNormPlan> BATCH_NORM = new LayerKind<>(
            BatchNorm.class,
            new BatchNormCheck(),
            ResolvedBatchNorm.class,
            NormFormulas::derivative,
            BatchNormPlan::of,
            BatchNormPlan.class,
            BatchNormEmitter::new);

    /** {@code @LayerNorm}. */
    public static final LayerKind<ResolvedLayerNorm, LayerNormPlan> LAYER_NORM = new LayerKind<>(
            LayerNorm.class,
            new LayerNormCheck(),
            ResolvedLayerNorm.class,
            NormFormulas::derivative,
            LayerNormPlan::of,
            LayerNormPlan.class,
            LayerNormEmitter::new);

    private NormKinds() {}
}
