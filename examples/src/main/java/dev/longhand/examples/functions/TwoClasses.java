package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;

/** Softmax of two inputs as they are, with cross-entropy. */
@Network(input = 2, loss = Loss.CROSS_ENTROPY)
public interface TwoClasses {

    /** The probabilities. */
    @Activate(Activation.SOFTMAX)
    Layer output();
}
