package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The best dense network without its dropout, for training with augmentation: 784-512-256-10, ReLU. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface DenseDigits {

    /** 512 features of pixels. */
    @Dense(units = 512, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** 256 features of these features. */
    @Dense(units = 256, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
