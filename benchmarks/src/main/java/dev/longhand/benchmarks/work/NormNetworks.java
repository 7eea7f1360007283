package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.LayerNorm;

/** One normalization each, between small layers. */
public final class NormNetworks {

    private NormNetworks() {}

    /** Batch norm and ReLU of 14×14×32 images. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    public interface BatchOfImages {
        @Conv2d(filters = 32, kernel = 1, useBias = false)
        Layer convolution();

        @BatchNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Batch norm and ReLU after a dense layer of 100. */
    @Network(input = 100, loss = Loss.CROSS_ENTROPY)
    public interface BatchOfRows {
        @Dense(units = 100, useBias = false)
        Layer hidden();

        @BatchNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Layer norm and ReLU after a dense layer of 100. */
    @Network(input = 100, loss = Loss.CROSS_ENTROPY)
    public interface LayerOfRows {
        @Dense(units = 100)
        Layer hidden();

        @LayerNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
