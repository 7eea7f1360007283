package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;

class Inputs {
    // error INPUT_EMPTY at `{}`: "Nothing" has an empty input; give the shape of one sample, such as 784 or {28, 28, 1}
    @Network(input = {}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Nothing {
        @Dense(units = 1)
        Layer output();
    }

    // error INPUT_NOT_POSITIVE at `-3`: dimension 1 of the input of "Negative" must be at least 1, not -3
    @Network(input = -3, loss = Loss.MEAN_SQUARED_ERROR)
    interface Negative {
        @Dense(units = 1)
        Layer output();
    }

    // error INPUT_NOT_POSITIVE at `0,`: dimension 2 of the input of "Thin" must be at least 1, not 0
    @Network(input = {28, 0, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Thin {
        @Dense(units = 1)
        Layer output();
    }

    // error INPUT_TOO_MANY at `{2, 3, 4, 5}`: the input of "Deep" has 4 dimensions; use at most 3: height, width and channels
    @Network(input = {2, 3, 4, 5}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Deep {
        @Dense(units = 1)
        Layer output();
    }

    // error INPUT_TOO_LARGE at `{100000`: the input of "Vast", 100000×100000, has more elements than an array can hold; use at most 2147483639
    @Network(input = {100000, 100000}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Vast {
        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();
    }
}
