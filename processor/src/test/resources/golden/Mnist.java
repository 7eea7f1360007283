package golden;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface Mnist {
    @Dense(units = 100, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    @Dense(units = 100, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
