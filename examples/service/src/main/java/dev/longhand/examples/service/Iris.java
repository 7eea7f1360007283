package dev.longhand.examples.service;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Dense;

/** Tells the species of an iris; trained by the command in the README of this example. */
@Pretrained("iris.safetensors")
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
public interface Iris {

    /** Features of the lengths and widths of petals and sepals. */
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden1();

    /** Features of the first ones. */
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden2();

    /** The probability of each species. */
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
