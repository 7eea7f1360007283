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

/** Note 003's order of layers: convolution, batch normalisation, activation, dropout, pooling. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface NormalizedDigits {

    /** 8 maps of edges; b is left to the normalisation's β. */
    @Conv2d(filters = 8, kernel = 3, padding = Padding.SAME, useBias = false)
    Layer edges();

    /** Mean 0 and variance 1 over a batch, then γ and β. */
    @BatchNorm
    Layer normalizedEdges();

    /** Where there is an edge. */
    @Activate(Activation.RELU)
    Layer activeEdges();

    /** A tenth is left out. */
    @Dropout(rate = 0.1f)
    Layer someEdges();

    /** The strongest of each 2×2: 14×14. */
    @MaxPool2d
    Layer pooledEdges();

    /** 16 maps of what edges make up. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false)
    Layer parts();

    /** As above. */
    @BatchNorm
    Layer normalizedParts();

    /** Where there is such a part. */
    @Activate(Activation.RELU)
    Layer activeParts();

    /** A tenth is left out. */
    @Dropout(rate = 0.1f)
    Layer someParts();

    /** The strongest of each 2×2: 7×7. */
    @MaxPool2d
    Layer pooledParts();

    /** All of them as one vector. */
    @Flatten
    Layer row();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
