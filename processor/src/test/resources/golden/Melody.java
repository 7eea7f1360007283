package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Rnn;

/** The next of twelve tones from the last eight: an embedding and two kinds of recurrent layers, in loops. */
@Network(input = 8, loss = Loss.CROSS_ENTROPY, style = Style.LOOPS)
public interface Melody {
    @Embedding(vocabulary = 12, dimensions = 3)
    Layer tones();

    @Rnn(units = 5, returnSequences = true)
    Layer motif();

    @Gru(units = 4)
    Layer phrase();

    @Dense(units = 12, activation = Activation.SOFTMAX)
    Layer next();
}
