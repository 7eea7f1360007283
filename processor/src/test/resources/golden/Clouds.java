package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.LayerNorm;

/** Whether a sky of 8 × 8 pixels is cloudy, in loops: both norms of images, and noise after a layer that learns. */
@Network(
        input = {8, 8, 3},
        loss = Loss.CROSS_ENTROPY,
        style = Style.LOOPS)
interface Clouds {
    @Conv2d(filters = 4, kernel = 3, useBias = false)
    Layer shapes();

    @BatchNorm
    Layer norm();

    @Activate(Activation.RELU)
    Layer relu();

    @GaussianNoise(stddev = 0.1f)
    Layer noise();

    @LayerNorm
    Layer pixels();

    @GlobalAvgPool2d
    Layer mean();

    @Dense(units = 2, activation = Activation.LOG_SOFTMAX)
    Layer sky();
}
