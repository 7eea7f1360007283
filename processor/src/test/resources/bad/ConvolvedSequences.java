package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.AvgPool1d;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.MaxPool1d;

class ConvolvedSequences {
    @Network(input = 28, loss = Loss.MEAN_SQUARED_ERROR)
    interface Flat {
        // error SEQUENCE_NEEDED at `@Conv1d`: "conv1" is @Conv1d, which needs a sequence, but its input is 28; declare time and features, such as input = {28, 28}, or put a layer before it that returns sequences, such as @Embedding or a recurrent layer with returnSequences = true
        @Conv1d(filters = 4, kernel = 3)
        Layer conv1();
    }

    @Network(input = {28, 28, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Picture {
        // error SEQUENCE_NEEDED at `@MaxPool1d`: "pool" is @MaxPool1d, which needs a sequence, but its input is 28×28×1; declare time and features, such as input = {28, 28}, or put a layer before it that returns sequences, such as @Embedding or a recurrent layer with returnSequences = true
        @MaxPool1d
        Layer pool();
    }

    @Network(input = {12, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooLong {
        // error WINDOW_EXCEEDS_SEQUENCE at `13`: kernel 13 exceeds the 12-step input of "conv1"; use at most 12, or padding = SAME
        @Conv1d(filters = 4, kernel = 13)
        Layer conv1();
    }

    @Network(input = {12, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooFarApart {
        // error WINDOW_EXCEEDS_SEQUENCE at `6`: kernel 6 at dilation 3 exceeds the 12-step input of "conv1"; use at most 5, or padding = SAME
        @Conv1d(filters = 4, kernel = 6, dilation = 3, explicitPadding = {1, 0})
        Layer conv1();
    }

    @Network(input = {3, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface LongPool {
        // error WINDOW_EXCEEDS_SEQUENCE at `4`: size 4 exceeds the 3-step input of "pool"; use at most 3, or padding = SAME
        @AvgPool1d(size = 4)
        Layer pool();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Attributes {
        // error NUMBER_NOT_POSITIVE at `0`: kernel of "none" must be at least 1, not 0
        // error NUMBER_NOT_POSITIVE at `-1`: stride of "none" must be at least 1, not -1
        @Conv1d(filters = 4, kernel = 0, stride = -1)
        Layer none();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Groups {
        // error GROUPS_DIVIDE at `4`: groups 4 of "conv1" must divide its 6 channels and its 8 filters; use 1 or 2
        @Conv1d(filters = 8, kernel = 3, groups = 4)
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Weights {
        // error VALUES_LENGTH at `{1, 2}`: weights of "conv1" must have one value for each of 3×6×2 = 36 weights, but has 2
        @Conv1d(filters = 2, kernel = 3, weights = {1, 2})
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Softmax {
        // error SOFTMAX_OF_CONVOLUTION at `Activation.SOFTMAX`: SOFTMAX of "conv1" needs a flat output, but its output is 10×2; use another activation, and add @Flatten and a @Dense layer with activation = SOFTMAX after it
        @Conv1d(filters = 2, kernel = 3, activation = Activation.SOFTMAX)
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface TwicePadded {
        // error PADDING_BOTH at `7`: explicitPadding of "conv1" replaces padding, but both are given; remove one of the two
        @Conv1d(filters = 2, kernel = 3, padding = Padding.SAME, explicitPadding = 7)
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface PaddedForImages {
        // error SEQUENCE_PADDING_LENGTH at `{1, 2, 1, 2}`: explicitPadding of "conv1" takes 1 number for both ends, or 2 for before and after, but has 4
        @Conv1d(filters = 2, kernel = 3, explicitPadding = {1, 2, 1, 2})
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface PaddedByLess {
        // error PADDING_NEGATIVE at `-2`: explicitPadding of "conv1" must be at least 0, not -2
        @Conv1d(filters = 2, kernel = 3, explicitPadding = {0, -2})
        Layer conv1();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface PoolBeside {
        // error PADDING_TOO_LARGE at `5`: explicitPadding 5 of "pool" must be less than its size 3, so that every pool covers part of the sequence; use at most 2
        @MaxPool1d(size = 3, explicitPadding = {1, 5})
        Layer pool();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface StandingPool {
        // error NUMBER_NOT_POSITIVE at `0`: stride of "pool" must be at least 1, not 0
        @MaxPool1d(size = 3, stride = 0)
        Layer pool();
    }

    @Network(input = {12, 6}, loss = Loss.MEAN_SQUARED_ERROR)
    interface PaddedTooLarge {
        // error PADDED_TOO_LARGE at `{2000000000, 0}`: the padded input of "conv1", 2000000012×6, has more elements than an array can hold; use at most 2147483639
        @Conv1d(filters = 2, kernel = 3, explicitPadding = {2000000000, 0})
        Layer conv1();
    }
}
