package dev.longhand.processor.check;

/** A layer that pools an image or a sequence, as far as the layer before it may be fused with it. */
public interface ResolvedPool extends ResolvedLayer {

    /** Its windows. */
    Window window();

    /** Whether it takes the maximum of each window. */
    boolean isMaximum();
}
