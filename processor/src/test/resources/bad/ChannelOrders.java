package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.Reshape;

class ChannelOrders {
    @Network(input = {3, 224, 224}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Photographs {
        // warning CHANNELS_FIRST at `@Conv2d`: the input of "edges", 3×224×224, looks like channels × height × width, but images are height × width × channels; declare {224, 224, 3}, and give the data in that order
        @Conv2d(filters = 4, kernel = 3)
        Layer edges();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = {1, 28, 28}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Digits {
        // error CHANNELS_FIRST_EXCEEDED at `3`: kernel 3 exceeds the height or width of the 1×28×28 input of "edges", which looks like channels × height × width, but images are height × width × channels; declare {28, 28, 1}, and give the data in that order
        @Conv2d(filters = 4, kernel = 3)
        Layer edges();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 3072, loss = Loss.MEAN_SQUARED_ERROR)
    interface Reshaped {
        @Reshape({3, 32, 32})
        Layer image();

        // error CHANNELS_FIRST_EXCEEDED at `4`: size 4 exceeds the height or width of the 3×32×32 input of "smaller", which looks like channels × height × width, but images are height × width × channels; declare {32, 32, 3}, and give the data in that order
        @MaxPool2d(size = 4)
        Layer smaller();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }
}
