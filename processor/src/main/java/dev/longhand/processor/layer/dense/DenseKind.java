package dev.longhand.processor.layer.dense;

import dev.longhand.layer.Dense;
import dev.longhand.processor.layer.LayerKind;

/** The kind of dense layers. */
public final class DenseKind {

    /** {@code @Dense}. */
    public static final LayerKind<ResolvedDense, DensePlan> DENSE = new LayerKind<>(
            Dense.class,
            new DenseCheck(),
            ResolvedDense.class,
            DenseFormulas::derivative,
            DensePlan::of,
            DensePlan.class,
            DenseEmitter::new);

    private DenseKind() {}
}
