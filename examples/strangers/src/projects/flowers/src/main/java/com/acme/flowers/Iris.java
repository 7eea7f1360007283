package com.acme.flowers;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Dense;

/** Tells the species of an iris. The name of a layer is a constant that Lombok writes. */
@Pretrained("iris.safetensors")
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
public interface Iris {

    /** Features of the measures. */
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden1();

    /** Features of the first ones. */
    @From(Names.Fields.hidden1)
    @Dense(units = 16, activation = Activation.RELU)
    Layer hidden2();

    /** The probability of each species. */
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
