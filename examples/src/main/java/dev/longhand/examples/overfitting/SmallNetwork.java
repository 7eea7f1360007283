package dev.longhand.examples.overfitting;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** 784-12-10, ReLU, softmax: 9,550 parameters. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
interface SmallNetwork {

    /** Twelve features of pixels. */
    @Dense(units = 12, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
