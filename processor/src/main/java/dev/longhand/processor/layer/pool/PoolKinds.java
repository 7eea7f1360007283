package dev.longhand.processor.layer.pool;

import dev.longhand.processor.check.SequenceWindowRule;
import dev.longhand.processor.check.WindowCheck;
import dev.longhand.processor.check.WindowRule;
import dev.longhand.processor.layer.LayerKind;
import java.lang.annotation.Annotation;

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

    /** {@code @MaxPool1d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> MAX_OF_SEQUENCES = ofSequences(ResolvedPooling.Kind.MAX);

    /** {@code @AvgPool1d}. */
    public static final LayerKind<ResolvedPooling, PoolPlan> AVERAGE_OF_SEQUENCES =
            ofSequences(ResolvedPooling.Kind.AVERAGE);

    private PoolKinds() {}

    private static LayerKind<ResolvedPooling, PoolPlan> of(ResolvedPooling.Kind kind) {
        return of(kind, kind.annotation(), WindowRule.POOL);
    }

    private static LayerKind<ResolvedPooling, PoolPlan> ofSequences(ResolvedPooling.Kind kind) {
        return of(kind, kind.ofSequences(), SequenceWindowRule.POOL);
    }

    private static LayerKind<ResolvedPooling, PoolPlan> of(
            ResolvedPooling.Kind kind, Class<? extends Annotation> annotation, WindowCheck pools) {
        return new LayerKind<>(
                annotation,
                new PoolCheck(kind, pools),
                ResolvedPooling.class,
                PoolFormulas::derivative,
                PoolPlan::of,
                PoolPlan.class,
                PoolEmitter::new);
    }
}
