package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;

class Images {
    @Network(input = 784, loss = Loss.MEAN_SQUARED_ERROR)
    interface NoImage {
        // error INPUT_NOT_IMAGE at `@Conv2d`: "conv1" is @Conv2d, which needs an image, but its input is 784; declare height, width and channels, such as input = {28, 28, 1}, or put a @Reshape layer before it
        @Conv2d(filters = 4, kernel = 3)
        Layer conv1();

        @Dense(units = 10)
        Layer dense();

        // error INPUT_NOT_IMAGE at `@MaxPool2d`: "pool" is @MaxPool2d, which needs an image, but its input is 10; declare height, width and channels, such as input = {28, 28, 1}, or put a @Reshape layer before it
        @MaxPool2d
        Layer pool();

        @Dense(units = 10)
        Layer output();

        // error INPUT_NOT_IMAGE at `@GlobalAvgPool2d`: "means" is @GlobalAvgPool2d, which needs an image, but its input is 10; declare height, width and channels, such as input = {28, 28, 1}, or put a @Reshape layer before it
        @GlobalAvgPool2d
        Layer means();
    }

    @Network(input = {5, 5, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooLarge {
        // error WINDOW_EXCEEDS at `7`: kernel 7 exceeds the 5×5 input of "conv1"; use at most 5, or padding = SAME
        @Conv2d(filters = 4, kernel = 7)
        Layer conv1();

        @Conv2d(filters = 2, kernel = 2)
        Layer conv2();
    }

    @Network(input = {5, 9, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooWide {
        // error WINDOW_EXCEEDS at `12`: kernel 12 exceeds the 5×9 input of "conv1"; use at most 11 columns, or padding = SAME
        @Conv2d(filters = 4, kernel = {7, 12}, explicitPadding = 1)
        Layer conv1();
    }

    @Network(input = {5, 5, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooFarApart {
        // error WINDOW_EXCEEDS at `3`: kernel 3 at dilation 3 exceeds the 5×5 input of "conv1"; use at most 2, or padding = SAME
        @Conv2d(filters = 4, kernel = 3, dilation = 3)
        Layer conv1();
    }

    @Network(input = {5, 4, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Pools {
        // error WINDOW_EXCEEDS at `5`: size 5 exceeds the 5×4 input of "pool1"; use at most 4, or padding = SAME
        @MaxPool2d(size = 5)
        Layer pool1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Numbers {
        // error NUMBER_NOT_POSITIVE at `0`: filters of "conv1" must be at least 1, not 0
        @Conv2d(filters = 0, kernel = 3)
        Layer conv1();

        // error NUMBER_NOT_POSITIVE at `-1`: stride of "pool1" must be at least 1, not -1
        @AvgPool2d(stride = -1)
        Layer pool1();

        // error PAIR_LENGTH at `{1, 2, 3}`: kernel of "conv2" takes 1 number, or 2 for rows and columns, but has 3
        @Conv2d(filters = 2, kernel = {1, 2, 3})
        Layer conv2();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Groups {
        // error GROUPS_DIVIDE at `4`: groups 4 of "conv1" must divide its 6 channels and its 8 filters; use 1 or 2
        @Conv2d(filters = 8, kernel = 3, groups = 4)
        Layer conv1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Paddings {
        // error PADDING_LENGTH at `{1, 1, 1}`: explicitPadding of "pool1" takes 1 number for all sides, 2 for rows and columns, or 4 for top, left, bottom and right, but has 3
        @StochasticPool2d(explicitPadding = {1, 1, 1})
        Layer pool1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface MorePaddings {
        // error PADDING_NEGATIVE at `-2`: explicitPadding of "conv1" must be at least 0, not -2
        @Conv2d(filters = 2, kernel = 3, explicitPadding = {1, -2})
        Layer conv1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface WidePadding {
        // error PADDING_TOO_LARGE at `3`: explicitPadding 3 of "pool1" must be less than its size 3, so that every pool covers part of the image; use at most 2
        @MaxPool2d(size = {2, 3}, explicitPadding = {1, 3})
        Layer pool1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TwoPaddings {
        // error PADDING_BOTH at `2`: explicitPadding of "conv1" replaces padding, but both are given; remove one of the two
        @Conv2d(filters = 2, kernel = 3, padding = Padding.SAME, explicitPadding = 2)
        Layer conv1();
    }

    @Network(input = {8, 8, 6}, loss = Loss.CROSS_ENTROPY)
    interface Rows {
        // error SOFTMAX_OF_CONVOLUTION at `Activation.SOFTMAX`: SOFTMAX of "output" needs a flat output, but its output is 6×6×2; use another activation, and add @Flatten and a @Dense layer with activation = SOFTMAX after it
        @Conv2d(filters = 2, kernel = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = {8, 8, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Weights {
        // error VALUES_LENGTH at `{1, 2, 3}`: weights of "conv1" must have one value for each of 2×1×2×1 = 4 weights, but has 3
        @Conv2d(filters = 1, kernel = {2, 1}, weights = {1, 2, 3})
        Layer conv1();

        // error BIAS_UNUSED at `{1}`: bias of "conv2" has no effect, because useBias is false; remove one of the two
        @Conv2d(filters = 1, kernel = 1, useBias = false, bias = {1})
        Layer conv2();
    }

    @Network(input = {1000, 1000, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Huge {
        // error OUTPUT_TOO_LARGE at `3000`: the output of "conv1", 1000×1000×3000, has more elements than an array can hold; use at most 2147483639
        @Conv2d(filters = 3000, kernel = 1)
        Layer conv1();
    }

    @Network(input = {1, 1, 50000}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Deep {
        // error FILTERS_TOO_LARGE at `50000`: the weights of "conv1", 1×1×50000×50000, are more than an array can hold; use at most 2147483639
        @Conv2d(filters = 50000, kernel = 1)
        Layer conv1();

        @Flatten
        Layer flat();
    }

    @Network(input = {8, 8, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Farther {
        // error PADDED_TOO_LARGE at `{1000000000, 2000000000}`: the padded input of "conv1", 2000000008×4000000008×6, has more elements than an array can hold; use at most 2147483639
        @Conv2d(filters = 1, kernel = 1, explicitPadding = {1000000000, 2000000000})
        Layer conv1();
    }

    @Network(input = {1000, 1000, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Far {
        // error PADDED_TOO_LARGE at `50000`: the padded input of "conv1", 101000×101000×1, has more elements than an array can hold; use at most 2147483639
        @Conv2d(filters = 1, kernel = 1, explicitPadding = 50000)
        Layer conv1();
    }
}
