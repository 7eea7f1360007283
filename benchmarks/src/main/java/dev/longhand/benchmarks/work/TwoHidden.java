package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of workloads A, E and F. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface TwoHidden {

    @Dense(units = 100, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    @Dense(units = 100, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
