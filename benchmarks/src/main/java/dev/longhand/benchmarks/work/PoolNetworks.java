package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;

/** One pooling layer of 14×14×32 images each, between a small convolution and a small output. */
public final class PoolNetworks {

    private PoolNetworks() {}

    /** Max pooling with overlapping 3×3 pools. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    public interface Maximum {
        @Conv2d(filters = 32, kernel = 1, activation = Activation.RELU)
        Layer convolution();

        @MaxPool2d(size = 3, stride = 2)
        Layer pool();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Average pooling with 2×2 pools. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    public interface Average {
        @Conv2d(filters = 32, kernel = 1, activation = Activation.RELU)
        Layer convolution();

        @AvgPool2d
        Layer pool();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Stochastic pooling with 2×2 pools. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    public interface Stochastic {
        @Conv2d(filters = 32, kernel = 1, activation = Activation.RELU)
        Layer convolution();

        @StochasticPool2d
        Layer pool();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Global average pooling. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    public interface GlobalAverage {
        @Conv2d(filters = 32, kernel = 1, activation = Activation.RELU)
        Layer convolution();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
