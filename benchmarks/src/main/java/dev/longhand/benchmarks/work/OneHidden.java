package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of workload B. */
@Network(input = 784, loss = Loss.MEAN_SQUARED_ERROR)
public interface OneHidden {

    @Dense(units = 512, activation = Activation.SIGMOID)
    Layer hidden();

    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer output();
}
