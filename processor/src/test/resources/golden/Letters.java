package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Lstm;

/** The next letter after each of sixteen, by kernels: an embedding and two recurrent layers, one on the other. */
@Network(input = 16, loss = Loss.CROSS_ENTROPY)
public interface Letters {
    @Embedding(vocabulary = 27, dimensions = 8)
    Layer letters();

    @Lstm(units = 32, returnSequences = true)
    Layer reader();

    @Gru(units = 24)
    Layer context();

    @Dense(units = 27, activation = Activation.SOFTMAX)
    Layer output();
}
