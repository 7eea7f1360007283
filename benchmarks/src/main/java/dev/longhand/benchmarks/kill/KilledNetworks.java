package dev.longhand.benchmarks.kill;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Gru;
import dev.longhand.layer.MaxPool2d;

/** One network of each kind of layers with something that a checkpoint must hold. */
final class KilledNetworks {

    private KilledNetworks() {}

    /** Dense layers with dropout. */
    @Network(input = 40, loss = Loss.CROSS_ENTROPY)
    interface WithDropout {
        @Dense(units = 120, activation = Activation.RELU)
        Layer hidden();

        @Dropout(rate = 0.3f)
        Layer dropout();

        @Dense(units = 5, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A convolution with batch norm and dropout. */
    @Network(
            input = {12, 12, 1},
            loss = Loss.CROSS_ENTROPY)
    interface Convolved {
        @Conv2d(filters = 8, kernel = 3, useBias = false)
        Layer convolution();

        @BatchNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @MaxPool2d
        Layer pool();

        @Flatten
        Layer flat();

        @Dropout(rate = 0.2f)
        Layer dropout();

        @Dense(units = 5, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A recurrent layer. */
    @Network(
            input = {10, 6},
            loss = Loss.MEAN_SQUARED_ERROR)
    interface Sequences {
        @Gru(units = 24)
        Layer memory();

        @Dense(units = 2)
        Layer output();
    }
}
