package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of note 004: 784-100-100-10, ReLU, softmax, with PyTorch's initial distribution, as there. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface Digits {

    /** √(1/6): makes He's uniform distribution that of PyTorch's {@code Linear}, ±1/√in. */
    float PYTORCH = 0.40824829f;

    /** A hundred features of pixels. */
    @Dense(
            units = 100,
            activation = Activation.RELU,
            initializer = Initializer.HE_UNIFORM,
            initializerScale = PYTORCH,
            biasInitializer = Initializer.HE_UNIFORM,
            biasInitializerScale = PYTORCH)
    Layer hidden1();

    /** A hundred features of the first hundred. */
    @Dense(
            units = 100,
            activation = Activation.RELU,
            initializer = Initializer.HE_UNIFORM,
            initializerScale = PYTORCH,
            biasInitializer = Initializer.HE_UNIFORM,
            biasInitializerScale = PYTORCH)
    Layer hidden2();

    /** The probability of each digit. */
    @Dense(
            units = 10,
            activation = Activation.SOFTMAX,
            initializer = Initializer.HE_UNIFORM,
            initializerScale = PYTORCH,
            biasInitializer = Initializer.HE_UNIFORM,
            biasInitializerScale = PYTORCH)
    Layer output();
}
