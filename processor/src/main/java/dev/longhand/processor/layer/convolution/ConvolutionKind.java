package dev.longhand.processor.layer.convolution;

import dev.longhand.layer.Conv2d;
import dev.longhand.processor.layer.LayerKind;

/** The kind of convolutions. */
public final class ConvolutionKind {

    /** {@code @Conv2d}. */
    public static final LayerKind<ResolvedConv2d, ConvolutionPlan> CONV2D = new LayerKind<>(
            Conv2d.class,
            new Conv2dCheck(),
            ResolvedConv2d.class,
            ConvolutionFormulas::derivative,
            ConvolutionPlan::of,
            ConvolutionPlan.class,
            ConvolutionEmitter::new);

    private ConvolutionKind() {}
}
