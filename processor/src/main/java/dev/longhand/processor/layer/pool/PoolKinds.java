package dev.longhand.processor.layer.pool;

import dev.longhand.processor.layer.LayerKind;

/** The kinds of pooling layers. */
public final class PoolKinds {

    /** {@code @MaxPool2d}. */
    public static final LayerKind<ResolvedPool2d, PoolPlan> MAX = of(ResolvedPool2d.Kind.MAX);

    /** {@code @AvgPool2d}. */
    public static final LayerKind<ResolvedPool2d, PoolPlan> AVERAGE = of(ResolvedPool2d.Kind.AVERAGE);

    /** {@code @GlobalAvgPool2d}. */
    public static final LayerKind<ResolvedPool2d, PoolPlan> GLOBAL_AVERAGE = of(ResolvedPool2d.Kind.GLOBAL_AVERAGE);

    /** {@code @StochasticPool2d}. */
    public static final LayerKind<ResolvedPool2d, PoolPlan> STOCHASTIC = of(ResolvedPool2d.Kind.STOCHASTIC);

    private PoolKinds() {}

    private static LayerKind<ResolvedPool2d, PoolPlan> of(ResolvedPool2d.Kind kind) {
        return new LayerKind<>(
                kind.annotation(),
                new Pool2dCheck(kind),
                ResolvedPool2d.class,
                PoolFormulas::derivative,
                PoolPlan::of,
                PoolPlan.class,
                PoolEmitter::new);
    }
}
