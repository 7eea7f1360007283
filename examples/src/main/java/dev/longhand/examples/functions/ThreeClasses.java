package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;

/** Softmax of three inputs as they are. */
@Network(input = 3, loss = Loss.CROSS_ENTROPY)
public interface ThreeClasses {

    /** The probabilities. */
    @Activate(Activation.SOFTMAX)
    Layer output();
}
