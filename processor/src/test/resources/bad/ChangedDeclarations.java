package bad;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.GlobalAvgPool2d;

// option longhand.resources=src/test/resources
class ChangedDeclarations {
    // error PRETRAINED_DECLARATION at `"/weights`: "edges" is declared with "activation TANH", but /weights/scanned.safetensors was saved with "activation RELU"; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Activated {
        @Conv2d(filters = 2, kernel = 3, activation = Activation.TANH)
        Layer edges();

        @BatchNorm
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"left", "right"})
        Layer both();

        @Dense(units = 1)
        Layer output();
    }

    // error PRETRAINED_DECLARATION at `"/weights`: "edges" is declared with "Conv2d 2×2×2; stride 3", but /weights/scanned.safetensors was saved with "Conv2d 4×4×2; stride 1"; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Strided {
        @Conv2d(filters = 2, kernel = 3, stride = 3, activation = Activation.RELU)
        Layer edges();

        @BatchNorm
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"left", "right"})
        Layer both();

        @Dense(units = 1)
        Layer output();
    }

    // error PRETRAINED_DECLARATION at `"/weights`: "norm" is declared with "epsilon 0.001", but /weights/scanned.safetensors was saved with "epsilon 0.00001"; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Normalized {
        @Conv2d(filters = 2, kernel = 3, activation = Activation.RELU)
        Layer edges();

        @BatchNorm(epsilon = 0.001)
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"left", "right"})
        Layer both();

        @Dense(units = 1)
        Layer output();
    }

    // error PRETRAINED_DECLARATION at `"/weights`: "both" is declared with "reads right, left", but /weights/scanned.safetensors was saved with "reads left, right"; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Ordered {
        @Conv2d(filters = 2, kernel = 3, activation = Activation.RELU)
        Layer edges();

        @BatchNorm
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"right", "left"})
        Layer both();

        @Dense(units = 1)
        Layer output();
    }

    // error PRETRAINED_DECLARATION at `"/weights`: "squashed" is declared with "Activate 1; activation SIGMOID; reads output", but /weights/scanned.safetensors was saved without it; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {6, 6, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Longer {
        @Conv2d(filters = 2, kernel = 3, activation = Activation.RELU)
        Layer edges();

        @BatchNorm
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"left", "right"})
        Layer both();

        @Dense(units = 1)
        Layer output();

        @Activate(Activation.SIGMOID)
        Layer squashed();
    }

    // error PRETRAINED_DECLARATION at `"/weights`: "@Network" is declared with "input 8×8×2", but /weights/scanned.safetensors was saved with "input 6×6×2"; declare it as it was when the network was trained, or train it again
    @Pretrained("/weights/scanned.safetensors")
    @Network(input = {8, 8, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Larger {
        @Conv2d(filters = 2, kernel = 3, activation = Activation.RELU)
        Layer edges();

        @BatchNorm
        Layer norm();

        @GlobalAvgPool2d
        Layer means();

        @Dropout(rate = 0.25)
        Layer drop();

        @Dense(units = 2)
        Layer left();

        @Dense(units = 2)
        @From("drop")
        Layer right();

        @Concat
        @From({"left", "right"})
        Layer both();

        @Dense(units = 1)
        Layer output();
    }
}
