package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Reshape;

/** Every normalization and noise, in kernels and in loops. */
@Network(input = 48, loss = Loss.CROSS_ENTROPY)
interface Normal {
    @Reshape({4, 4, 3})
    Layer image();

    @GaussianNoise(stddev = 0.1f)
    Layer noise();

    @BatchNorm(momentum = 0.99f, epsilon = 0.001f)
    Layer colours();

    @LayerNorm
    Layer pixels();

    @Reshape(48)
    Layer row();

    @Dense(units = 10)
    Layer hidden();

    @LayerNorm
    Layer norm();

    @Activate(Activation.TANH)
    Layer tanh();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
