package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** Note 003's order of layers: convolution, batch normalization, activation, dropout, pooling. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface NormalizedDigits {

    /** 8 feature maps of edges, without biases: the normalization adds β. */
    @Conv2d(filters = 8, kernel = 3, padding = Padding.SAME, useBias = false)
    Layer edges();

    /** γ·x̂ + β, where x̂ has mean 0 and variance 1 over a batch. */
    @BatchNorm
    Layer normalizedEdges();

    /** Positive where there is an edge. */
    @Activate(Activation.RELU)
    Layer activeEdges();

    /** A tenth of the features are set to 0. */
    @Dropout(rate = 0.1f)
    Layer someEdges();

    /** The maximum of each 2×2 pool: 14×14. */
    @MaxPool2d
    Layer pooledEdges();

    /** 16 feature maps of combinations of edges. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false)
    Layer parts();

    /** γ·x̂ + β, as above. */
    @BatchNorm
    Layer normalizedParts();

    /** Positive where there is such a combination. */
    @Activate(Activation.RELU)
    Layer activeParts();

    /** A tenth of the features are set to 0. */
    @Dropout(rate = 0.1f)
    Layer someParts();

    /** The maximum of each 2×2 pool: 7×7. */
    @MaxPool2d
    Layer pooledParts();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
