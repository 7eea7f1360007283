package dev.longhand.processor.layer.pointwise;

import dev.longhand.layer.Activate;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.processor.layer.LayerKind;

/** The kinds of elementwise layers. */
public final class PointwiseKinds {

    /** {@code @Activate}. */
    public static final LayerKind<ResolvedActivate, ActivatePlan> ACTIVATE = new LayerKind<>(
            Activate.class,
            new ActivateCheck(),
            ResolvedActivate.class,
            PointwiseFormulas::derivative,
            ActivatePlan::of,
            ActivatePlan.class,
            ActivateEmitter::new);

    /** {@code @Dropout}. */
    public static final LayerKind<ResolvedDropout, DropoutPlan> DROPOUT = new LayerKind<>(
            Dropout.class,
            new DropoutCheck(),
            ResolvedDropout.class,
            PointwiseFormulas::derivative,
            DropoutPlan::of,
            DropoutPlan.class,
            DropoutEmitter::new);

    /** {@code @GaussianNoise}. */
    public static final LayerKind<ResolvedGaussianNoise, GaussianNoisePlan> GAUSSIAN_NOISE = new LayerKind<>(
            GaussianNoise.class,
            new GaussianNoiseCheck(),
            ResolvedGaussianNoise.class,
            PointwiseFormulas::derivative,
            GaussianNoisePlan::of,
            GaussianNoisePlan.class,
            GaussianNoiseEmitter::new);

    private PointwiseKinds() {}
}
