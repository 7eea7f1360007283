package dev.longhand.processor.check;

import dev.longhand.Shape;

/** A layer that convolves an image, as far as the layers after it may be fused with it. */
public interface ResolvedConvolution extends ResolvedLayer {

    /** Its activation. */
    ActivationFunction activation();

    /** The shape of W: height, width, channels of a group, filters. */
    Shape weightShape();

    /** Whether it has a bias b. */
    boolean hasBias();
}
