package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;

/** Softmax of two inputs as they are, with the log-likelihood, which is in bits. */
@Network(input = 2, loss = Loss.LOG_LIKELIHOOD)
public interface TwoClassesInBits {

    /** The probabilities. */
    @Activate(Activation.SOFTMAX)
    Layer output();
}
