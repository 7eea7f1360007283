package dev.longhand.processor.layer.convolution;

import dev.longhand.layer.Conv1d;
import dev.longhand.layer.Conv2d;
import dev.longhand.processor.check.SequenceWindowRule;
import dev.longhand.processor.check.WindowCheck;
import dev.longhand.processor.check.WindowRule;
import dev.longhand.processor.layer.LayerKind;
import java.lang.annotation.Annotation;

/** The kinds of convolutions. */
public final class ConvolutionKinds {

    /** {@code @Conv2d}. */
    public static final LayerKind<ResolvedFilters, ConvolutionPlan> CONV2D = of(Conv2d.class, WindowRule.KERNEL);

    /** {@code @Conv1d}. */
    public static final LayerKind<ResolvedFilters, ConvolutionPlan> CONV1D =
            of(Conv1d.class, SequenceWindowRule.KERNEL);

    private ConvolutionKinds() {}

    private static LayerKind<ResolvedFilters, ConvolutionPlan> of(
            Class<? extends Annotation> annotation, WindowCheck kernels) {
        return new LayerKind<>(
                annotation,
                new ConvolutionCheck(kernels),
                ResolvedFilters.class,
                ConvolutionFormulas::derivative,
                ConvolutionPlan::of,
                ConvolutionPlan.class,
                ConvolutionEmitter::new);
    }
}
