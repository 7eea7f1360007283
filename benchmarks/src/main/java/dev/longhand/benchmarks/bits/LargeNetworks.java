package dev.longhand.benchmarks.bits;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Add;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.Gru;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.Multiply;
import dev.longhand.layer.Rnn;

/** Networks whose layers are large enough for several threads. */
final class LargeNetworks {

    private LargeNetworks() {}

    /** Dense layers with smooth activations. */
    @Network(input = 128, loss = Loss.MEAN_SQUARED_ERROR)
    interface Smooth {
        @Dense(units = 96, activation = Activation.SIGMOID)
        Layer sigmoid();

        @Dense(units = 80, activation = Activation.GELU)
        Layer gelu();

        @LayerNorm
        Layer norm();

        @Dense(units = 70, activation = Activation.ELU)
        Layer elu();

        @Dense(units = 33, activation = Activation.TANH)
        Layer tanh();

        @Dense(units = 17)
        Layer output();
    }

    /** Pooled convolutions of colour images, 5×5 and 3×3, without biases and in groups. */
    @Network(
            input = {20, 20, 3},
            loss = Loss.CROSS_ENTROPY)
    interface Colors {
        @Conv2d(filters = 24, kernel = 5, activation = Activation.RELU)
        Layer convolution1();

        @MaxPool2d
        Layer pool1();

        @Conv2d(filters = 32, kernel = 3, groups = 2, useBias = false, activation = Activation.TANH)
        Layer convolution2();

        @MaxPool2d(size = 3)
        Layer pool2();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Pooled convolutions with few filters. */
    @Network(
            input = {18, 18, 2},
            loss = Loss.CROSS_ENTROPY)
    interface Narrow {
        @Conv2d(filters = 5, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution1();

        @MaxPool2d
        Layer pool1();

        @Conv2d(filters = 8, kernel = 3, padding = Padding.SAME, activation = Activation.LEAKY_RELU)
        Layer convolution2();

        @MaxPool2d
        Layer pool2();

        @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution3();

        @MaxPool2d
        Layer pool3();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** A depthwise convolution with max pooling, and one with stride, of grey images. */
    @Network(
            input = {16, 16, 1},
            loss = Loss.CROSS_ENTROPY)
    interface Steps {
        @Conv2d(filters = 32, kernel = 3, activation = Activation.RELU)
        Layer convolution1();

        @Conv2d(filters = 32, kernel = 3, groups = 32, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution2();

        @MaxPool2d
        Layer pool();

        @Conv2d(filters = 48, kernel = 3, stride = 2, activation = Activation.ELU)
        Layer convolution3();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Convolutions with batch norms, then one after a dense layer. */
    @Network(
            input = {12, 12, 8},
            loss = Loss.CROSS_ENTROPY)
    interface Norms {
        @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false)
        Layer convolution1();

        @BatchNorm
        Layer norm1();

        @Activate(Activation.RELU)
        Layer relu1();

        @Conv2d(filters = 24, kernel = 3, padding = Padding.SAME)
        Layer convolution2();

        @BatchNorm(momentum = 0.5f)
        Layer norm2();

        @MaxPool2d
        Layer pool();

        @Activate(Activation.RELU)
        Layer relu2();

        @Dropout(rate = 0.2f)
        Layer dropout();

        @Flatten
        Layer flat();

        @Dense(units = 64)
        Layer hidden();

        @BatchNorm
        Layer norm3();

        @Activate(Activation.TANH)
        Layer tanh();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Towers of convolutions side by side, then a residual block and a gate. */
    @Network(
            input = {12, 12, 3},
            loss = Loss.CROSS_ENTROPY)
    interface Towers {
        @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer stem();

        @Conv2d(filters = 16, kernel = 1, activation = Activation.RELU)
        @From("stem")
        Layer narrow();

        @Conv2d(filters = 16, kernel = 5, padding = Padding.SAME, activation = Activation.RELU)
        @From("stem")
        Layer wide();

        @Concat
        @From({"narrow", "wide"})
        Layer towers();

        @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME)
        Layer change();

        @Add
        @From({"towers", "change"})
        Layer sum();

        @Conv2d(filters = 32, kernel = 1, activation = Activation.SIGMOID)
        Layer gate();

        @Multiply
        @From({"sum", "gate"})
        Layer gated();

        @GlobalAvgPool2d
        Layer mean();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Recurrent layers of every kind, stacked. */
    @Network(
            input = {12, 24},
            loss = Loss.CROSS_ENTROPY)
    interface Stack {
        @Lstm(units = 48, returnSequences = true)
        Layer lstm();

        @LayerNorm
        Layer norm();

        @Gru(units = 40, returnSequences = true)
        Layer gru();

        @Rnn(units = 33, returnSequences = true)
        Layer rnn();

        @Rnn(units = 50, activation = Activation.SIGMOID)
        Layer last();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Grey images, without biases in the first convolution. */
    @Network(
            input = {14, 14, 1},
            loss = Loss.CROSS_ENTROPY)
    interface Gray {
        @Conv2d(filters = 16, kernel = 3, useBias = false, activation = Activation.RELU)
        Layer convolution1();

        @MaxPool2d
        Layer pool1();

        @Conv2d(
                filters = 32,
                kernel = 3,
                explicitPadding = {2, 1},
                activation = Activation.RELU)
        Layer convolution2();

        @MaxPool2d
        Layer pool2();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Convolutions in groups, one with dilation, then average pooling. */
    @Network(
            input = {12, 12, 8},
            loss = Loss.CROSS_ENTROPY)
    interface Groups {
        @Conv2d(filters = 16, kernel = 3, activation = Activation.SILU)
        Layer convolution1();

        @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, groups = 4, activation = Activation.RELU)
        Layer convolution2();

        @Conv2d(filters = 32, kernel = 3, dilation = 2, groups = 32, activation = Activation.TANH)
        Layer convolution3();

        @AvgPool2d(size = 3)
        Layer pool();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Convolutions with many filters. */
    @Network(
            input = {9, 9, 3},
            loss = Loss.CROSS_ENTROPY)
    interface Wide {
        @Conv2d(filters = 64, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution1();

        @Conv2d(filters = 72, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
        Layer convolution2();

        @MaxPool2d
        Layer pool();

        @Conv2d(filters = 80, kernel = 1, activation = Activation.TANH)
        Layer convolution3();

        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Few units with many inputs. */
    @Network(input = 300, loss = Loss.CROSS_ENTROPY)
    interface Funnel {
        @Dense(units = 20, activation = Activation.RELU)
        Layer hidden1();

        @Dense(units = 50, activation = Activation.RELU, useBias = false)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
