package dev.longhand.processor.layer.pool;

import dev.longhand.processor.check.WindowRule;
import dev.longhand.processor.layer.LayerKind;

/** The kinds of pooling layers. */
public final class PoolKinds {

    /** {@code @MaxPool2d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> MAX = of(ResolvedPooling.Kind.MAX);

    /** {@code @AvgPool2d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> AVERAGE = of(ResolvedPooling.Kind.AVERAGE);

    /** {@code @GlobalAvgPool2d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> GLOBAL_AVERAGE = of(ResolvedPooling.Kind.GLOBAL_AVERAGE);

    /** {@code @StochasticPool2d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> STOCHASTIC = of(ResolvedPooling.Kind.STOCHASTIC);

    private PoolKinds() {}

    private static LayerKind<ResolvedPooling, PoolPlan> of(ResolvedPooling.Kind kind) {
        return new LayerKind<>(
                kind.annotation(),
                new PoolCheck(kind, WindowRule.POOL),
                ResolvedPooling.class,
                PoolFormulas::derivative,
                PoolPlan::of,
                PoolPlan.class,
                PoolEmitter::new);
    }
}
