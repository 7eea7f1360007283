package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Lstm;

/** Whether a sentence of up to 9 words is a question: sequences of different lengths, in loops. */
@Network(input = 9, loss = Loss.BINARY_CROSS_ENTROPY, masked = true, style = Style.LOOPS)
public interface Sentences {
    @Embedding(vocabulary = 20, dimensions = 3)
    Layer words();

    @Lstm(units = 4, returnSequences = true)
    Layer reader();

    @Gru(units = 3)
    Layer meaning();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer question();
}
