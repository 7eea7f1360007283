package dev.longhand.examples.descent;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** A network of 31 parameters whose backward pass is checked against central differences. */
@Network(input = 3, loss = Loss.CROSS_ENTROPY)
public interface SmallNetwork {

    /** Four hidden units. */
    @Dense(units = 4, activation = Activation.TANH)
    Layer hidden();

    /** Three classes. */
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
