package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.GaussianNoise;

/** More dense networks to measure. */
public final class DenseNetworks {

    private DenseNetworks() {}

    /** 256-128-64-10 with dropout and noise. */
    @Network(input = 256, loss = Loss.CROSS_ENTROPY)
    public interface Regularized {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dropout(rate = 0.3f)
        Layer dropout();

        @Dense(units = 64, activation = Activation.TANH)
        Layer hidden2();

        @GaussianNoise(stddev = 0.1f)
        Layer noise();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
