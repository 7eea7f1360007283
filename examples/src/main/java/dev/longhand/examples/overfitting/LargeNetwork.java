package dev.longhand.examples.overfitting;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** 784-128-128-10, ReLU, softmax: 118,282 parameters, far more than a thousand digits need. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
interface LargeNetwork {

    /** 128 features of pixels. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** 128 features of these features. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
