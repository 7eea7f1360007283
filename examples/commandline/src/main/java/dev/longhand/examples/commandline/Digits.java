package dev.longhand.examples.commandline;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Dense;

/** Reads handwritten digits; trained on MNIST by the command in the README of this example. */
@Pretrained("digits.safetensors")
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface Digits {

    /** A hundred features of pixels. */
    @Dense(units = 100, activation = Activation.RELU)
    Layer hidden1();

    /** A hundred features of the first hundred. */
    @Dense(units = 100, activation = Activation.RELU)
    Layer hidden2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
