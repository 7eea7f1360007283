package dev.longhand.processor.layer.convolution;

import dev.longhand.layer.Conv2d;
import dev.longhand.processor.check.WindowRule;
import dev.longhand.processor.layer.LayerKind;

/** The kinds of convolutions. */
public final class ConvolutionKinds {

    /** {@code @Conv2d}. */
    public static final LayerKind<ResolvedFilters, ConvolutionPlan> CONV2D = new LayerKind<>(
            Conv2d.class,
            new ConvolutionCheck(WindowRule.KERNEL),
            ResolvedFilters.class,
            ConvolutionFormulas::derivative,
            ConvolutionPlan::of,
            ConvolutionPlan.class,
            ConvolutionEmitter::new);

    private ConvolutionKinds() {}
}
