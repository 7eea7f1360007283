package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Rnn;

/** The class of each word of a sentence: sequences of different lengths, as calls of the runtime's kernels. */
@Network(
        input = {9, 5},
        loss = Loss.CROSS_ENTROPY,
        masked = true,
        style = Style.KERNELS)
public interface FastTags {
    @Rnn(units = 16, returnSequences = true)
    Layer reader();

    @Dense(units = 4, activation = Activation.SOFTMAX)
    Layer tag();
}
