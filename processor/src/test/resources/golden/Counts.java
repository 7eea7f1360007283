package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Penalty;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;

@Network(input = 6, loss = Loss.BINARY_CROSS_ENTROPY, masked = true, standalone = true, standaloneLearns = true)
interface Counts {
    @Embedding(vocabulary = 5, dimensions = 3)
    Layer words();

    @Gru(units = 4)
    Layer reader();

    @BatchNorm
    Layer norm();

    @Dropout(rate = 0.5)
    Layer dropout();

    @Penalty(l2 = 1e-3)
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
