package dev.longhand.benchmarks.bits;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Add;
import dev.longhand.layer.AvgPool1d;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Input;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.MaxPool1d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.Multiply;
import dev.longhand.layer.Reshape;
import dev.longhand.layer.Rnn;
import dev.longhand.layer.StochasticPool2d;

/** Small networks in style KERNELS; {@link LoopNetworks} and {@link UnrolledNetworks} declare the same ones. */
final class KernelNetworks {

    private KernelNetworks() {}

    /** Layers with different activations. */
    @Network(input = 6, loss = Loss.CROSS_ENTROPY, labelSmoothing = 0.1f, style = Style.KERNELS)
    interface Activations {
        @Dense(units = 7, activation = Activation.SIGMOID, slope = 2)
        Layer sigmoid();

        @Dense(units = 6, activation = Activation.TANH, slope = 0.5f)
        Layer tanh();

        @Dense(units = 9, activation = Activation.RELU)
        Layer relu();

        @Dense(units = 5, activation = Activation.LEAKY_RELU)
        Layer leaky();

        @Dense(units = 6, activation = Activation.ELU)
        Layer elu();

        @Dense(units = 5, activation = Activation.GELU)
        Layer gelu();

        @Dense(units = 5, activation = Activation.SILU)
        Layer silu();

        @Dense(units = 4, activation = Activation.SOFTPLUS)
        Layer softplus();

        @Dense(units = 4, activation = Activation.HARD_SIGMOID)
        Layer hard();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** The logarithm of softmax, without biases. */
    @Network(input = 5, loss = Loss.CROSS_ENTROPY, style = Style.KERNELS)
    interface LogSoftmax {
        @Dense(units = 8, activation = Activation.TANH, useBias = false)
        Layer hidden();

        @Dense(units = 3, activation = Activation.LOG_SOFTMAX, useBias = false)
        Layer output();
    }

    /** Regression with a layer norm, Huber loss. */
    @Network(input = 7, loss = Loss.HUBER, delta = 0.5f, style = Style.KERNELS)
    interface Numbers {
        @Dense(units = 9)
        Layer hidden();

        @LayerNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @Dense(units = 2)
        Layer output();
    }

    /** Binary classification with dropout, noise and a batch norm. */
    @Network(input = 9, loss = Loss.BINARY_CROSS_ENTROPY, style = Style.KERNELS)
    interface Random {
        @Dense(units = 8, useBias = false)
        Layer hidden();

        @BatchNorm(momentum = 0.8f)
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @Dropout(rate = 0.25f)
        Layer dropout();

        @GaussianNoise(stddev = 0.2f)
        Layer noise();

        @Dense(units = 1, activation = Activation.SIGMOID)
        Layer output();
    }

    /** Two inputs that branch and join, absolute error. */
    @Network(loss = Loss.MEAN_ABSOLUTE_ERROR, style = Style.KERNELS)
    interface Branches {
        @Input({3, 3, 2})
        Layer picture();

        @Flatten
        @From("picture")
        Layer pixels();

        @Input(4)
        Layer facts();

        @Dense(units = 6, activation = Activation.RELU)
        @From("pixels")
        Layer left();

        @Dense(units = 6, activation = Activation.TANH)
        @From("facts")
        Layer right();

        @Dense(units = 6, activation = Activation.SIGMOID)
        @From("facts")
        Layer gate();

        @Multiply
        @From({"left", "gate"})
        Layer product();

        @Add
        @From({"product", "right", "left"})
        Layer sum();

        @Concat
        @From({"sum", "right"})
        Layer all();

        @Dense(units = 3)
        Layer output();
    }

    /** A convolution with max pooling, another with groups and stride. */
    @Network(
            input = {9, 8, 1},
            loss = Loss.CROSS_ENTROPY,
            style = Style.KERNELS)
    interface Images {
        @Conv2d(filters = 8, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution1();

        @MaxPool2d
        Layer pool();

        @Conv2d(
                filters = 6,
                kernel = {2, 3},
                stride = {1, 2},
                explicitPadding = {1, 0, 0, 2},
                groups = 2,
                activation = Activation.TANH)
        Layer convolution2();

        @Flatten
        Layer flat();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A convolution with dilation, and pools of every kind. */
    @Network(
            input = {13, 11, 2},
            loss = Loss.CROSS_ENTROPY,
            style = Style.KERNELS)
    interface Pools {
        @Conv2d(filters = 5, kernel = 3, dilation = 2, useBias = false, activation = Activation.SOFTPLUS)
        Layer convolution();

        @MaxPool2d(size = 3, stride = 1)
        Layer maximum();

        @AvgPool2d(size = 2, stride = 1, padding = Padding.SAME)
        Layer average();

        @StochasticPool2d(size = {2, 1})
        Layer draw();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A convolution whose norm and activation are folded into it for predicting. */
    @Network(
            input = {6, 7, 3},
            loss = Loss.CROSS_ENTROPY,
            style = Style.KERNELS)
    interface Norms {
        @Conv2d(filters = 6, kernel = 3, padding = Padding.SAME, useBias = false)
        Layer convolution();

        @BatchNorm
        Layer norm();

        @Activate(Activation.RELU)
        Layer relu();

        @MaxPool2d
        Layer pool();

        @Flatten
        Layer flat();

        @Reshape({9, 6})
        Layer again();

        @LayerNorm
        Layer positions();

        @Flatten
        Layer row();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A simple recurrent layer that returns the states after every step. */
    @Network(input = 6, loss = Loss.CROSS_ENTROPY, style = Style.KERNELS)
    interface Letters {
        @Embedding(vocabulary = 20, dimensions = 5)
        Layer letters();

        @Rnn(units = 7, returnSequences = true)
        Layer reader();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Gated recurrent units: one layer returns every state, the next only the last. */
    @Network(
            input = {5, 4},
            loss = Loss.LOG_LIKELIHOOD,
            style = Style.KERNELS)
    interface Gates {
        @Gru(units = 6, returnSequences = true)
        Layer first();

        @Gru(units = 5, useBias = false)
        Layer last();

        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Long short-term memory: one layer returns every state, normalized, the next only the last. */
    @Network(
            input = {5, 4},
            loss = Loss.MEAN_SQUARED_ERROR,
            style = Style.KERNELS)
    interface Memory {
        @Lstm(units = 6, returnSequences = true)
        Layer first();

        @LayerNorm
        Layer norm();

        @Lstm(units = 5, useBias = false)
        Layer last();

        @Dense(units = 3)
        Layer output();
    }

    /** The last state of a simple recurrent layer. */
    @Network(
            input = {6, 3},
            loss = Loss.HALF_SQUARED_ERROR,
            style = Style.KERNELS)
    interface Last {
        @Rnn(units = 9, activation = Activation.RELU)
        Layer last();

        @Dense(units = 2)
        Layer output();
    }

    /** Convolution and pooling of sequences. */
    @Network(
            input = {15, 4},
            loss = Loss.CROSS_ENTROPY,
            style = Style.KERNELS)
    interface Signals {
        @Conv1d(filters = 6, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer first();

        @MaxPool1d
        Layer halves();

        @Conv1d(
                filters = 4,
                kernel = 3,
                dilation = 2,
                explicitPadding = {4, 0},
                groups = 2,
                useBias = false,
                activation = Activation.GELU)
        Layer causal();

        @MaxPool1d(size = 3, stride = 1, padding = Padding.SAME)
        Layer largest();

        @Conv1d(filters = 5, kernel = 2, stride = 2, activation = Activation.TANH)
        Layer strided();

        @AvgPool1d(size = 2, stride = 1)
        Layer mean();

        @Flatten
        Layer flat();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Weights so large that exponentials overflow, step activations, and the squared error of a softmax. */
    @Network(input = 6, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
    interface Extremes {
        @Dense(units = 8, activation = Activation.SIGMOID, initializer = Initializer.NORMAL, initializerScale = 200)
        Layer saturated();

        @Dense(units = 7, activation = Activation.SIGN)
        Layer sign();

        @Dense(units = 4, activation = Activation.STEP)
        Layer step();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }
}
