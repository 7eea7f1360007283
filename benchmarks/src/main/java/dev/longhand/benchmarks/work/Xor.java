package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of workload D. */
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
public interface Xor {

    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden1();

    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden2();

    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden3();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
