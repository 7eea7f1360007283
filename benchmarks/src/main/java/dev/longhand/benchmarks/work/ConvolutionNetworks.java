package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;

/** One convolution of 14×14×16 images each, followed by a small output. */
public final class ConvolutionNetworks {

    private ConvolutionNetworks() {}

    /** 3×3, 32 filters, ReLU and 2×2 max pooling, which kernels compute together. */
    @Network(
            input = {14, 14, 16},
            loss = Loss.CROSS_ENTROPY)
    public interface Pooled {
        @Conv2d(
                filters = 32,
                kernel = 3,
                padding = Padding.SAME,
                activation = Activation.RELU,
                initializer = Initializer.HE_NORMAL)
        Layer convolution();

        @MaxPool2d
        Layer pool();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 3×3, 32 filters, ReLU. */
    @Network(
            input = {14, 14, 16},
            loss = Loss.CROSS_ENTROPY)
    public interface Unpooled {
        @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 3×3, 32 filters, stride 2. */
    @Network(
            input = {14, 14, 16},
            loss = Loss.CROSS_ENTROPY)
    public interface Strided {
        @Conv2d(filters = 32, kernel = 3, stride = 2, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 3×3, 32 filters in 4 groups. */
    @Network(
            input = {14, 14, 16},
            loss = Loss.CROSS_ENTROPY)
    public interface Grouped {
        @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, groups = 4, activation = Activation.RELU)
        Layer convolution();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 3×3, depthwise: one filter for each channel. */
    @Network(
            input = {14, 14, 16},
            loss = Loss.CROSS_ENTROPY)
    public interface Depthwise {
        @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, groups = 16, activation = Activation.RELU)
        Layer convolution();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
