package dev.longhand.processor.check;

import dev.longhand.Shape;

/** A layer that convolves an image or a sequence, as far as the layers after it may be fused with it. */
public interface ResolvedConvolution extends ResolvedLayer {

    /** Its activation. */
    ActivationFunction activation();

    /** The shape of W: height and width, or steps, of the kernel; channels of a group; filters. */
    Shape weightShape();

    /** Whether it has a bias b. */
    boolean hasBias();
}
