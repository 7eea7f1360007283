package dev.longhand.processor.layer.reshape;

import dev.longhand.layer.Flatten;
import dev.longhand.layer.Input;
import dev.longhand.layer.Reshape;
import dev.longhand.processor.layer.LayerKind;

/** The kinds of layers that only change shapes. */
public final class ReshapeKinds {

    /** {@code @Flatten}. */
    public static final LayerKind<ResolvedFlatten, ViewPlan> FLATTEN = new LayerKind<>(
            Flatten.class,
            new FlattenCheck(),
            ResolvedFlatten.class,
            ReshapeFormulas::view,
            ViewPlan::of,
            ViewPlan.class,
            ViewEmitter::new);

    /** {@code @Reshape}. */
    public static final LayerKind<ResolvedReshape, ViewPlan> RESHAPE = new LayerKind<>(
            Reshape.class,
            new ReshapeCheck(),
            ResolvedReshape.class,
            ReshapeFormulas::view,
            ViewPlan::of,
            ViewPlan.class,
            ViewEmitter::new);

    /** {@code @Input}. */
    public static final LayerKind<ResolvedInput, InputPlan> INPUT = new LayerKind<>(
            Input.class,
            new InputPartCheck(),
            ResolvedInput.class,
            ReshapeFormulas::derivative,
            InputPlan::of,
            InputPlan.class,
            InputEmitter::new);

    private ReshapeKinds() {}
}
