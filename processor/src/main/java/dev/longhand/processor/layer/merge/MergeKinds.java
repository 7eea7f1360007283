package dev.longhand.processor.layer.merge;

import dev.longhand.processor.layer.LayerKind;

/** The kinds of layers that join others. */
public final class MergeKinds {

    /** {@code @Add}. */
    public static final LayerKind<ResolvedMerge, MergePlan> ADD = of(ResolvedMerge.Kind.ADD);

    /** {@code @Concat}. */
    public static final LayerKind<ResolvedMerge, MergePlan> CONCAT = of(ResolvedMerge.Kind.CONCAT);

    /** {@code @Multiply}. */
    public static final LayerKind<ResolvedMerge, MergePlan> MULTIPLY = of(ResolvedMerge.Kind.MULTIPLY);

    private MergeKinds() {}

    private static LayerKind<ResolvedMerge, MergePlan> of(ResolvedMerge.Kind kind) {
        return new LayerKind<>(
                kind.annotation(),
                new MergeCheck(kind),
                ResolvedMerge.class,
                MergeFormulas::derivative,
                MergePlan::of,
                MergePlan.class,
                MergeEmitter::new);
    }
}
