package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Penalty;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.CROSS_ENTROPY)
interface Moons {
    @Dense(units = 6, activation = Activation.TANH)
    @Penalty(l1 = 0, l2 = 1e-4)
    Layer hidden1();

    @Dense(units = 5, activation = Activation.TANH)
    Layer hidden2();

    @Dense(units = 2, activation = Activation.SOFTMAX)
    Layer output();
}
