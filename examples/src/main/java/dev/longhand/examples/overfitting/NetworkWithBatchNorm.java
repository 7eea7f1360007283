package dev.longhand.examples.overfitting;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

/** The large network with batch norm before each activation. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
interface NetworkWithBatchNorm {

    /** 128 features of pixels. */
    @Dense(units = 128, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized1();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active1();

    /** 128 features of these features. */
    @Dense(units = 128, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized2();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
