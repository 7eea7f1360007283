package dev.longhand.processor.check;

/** A layer that is an activation and nothing else, as far as the layers before it may be fused with it. */
public interface ResolvedActivation extends ResolvedLayer {

    /** Its function. */
    ActivationFunction activation();
}
