package golden;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.Dense;

/** Whether it will rain, and the lowest and the highest temperature: two outputs, with a loss each. */
@Network(input = 6)
public interface Weather {
    @Dense(units = 8, activation = Activation.TANH)
    Layer trunk();

    @Output(loss = Loss.BINARY_CROSS_ENTROPY)
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer rain();

    @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 0.5)
    @From("trunk")
    @Dense(units = 2)
    Layer temperatures();
}
