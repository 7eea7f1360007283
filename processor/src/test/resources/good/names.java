package good.odd;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

/** Names that are legal, though nobody recommends them. */
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface names {
    @Dense(units = 2, activation = Activation.TANH)
    Layer x();

    @Dense(units = 2, activation = Activation.GELU)
    Layer p();

    @Dropout(rate = 0.5f)
    Layer n();

    @Activate(Activation.SIGMOID)
    Layer ws();

    @Dense(units = 2)
    Layer loss();

    @Dense(units = 2)
    Layer input();

    @Dense(units = 2)
    Layer forward();

    @Dense(units = 2)
    Layer predict();

    @Dense(units = 2)
    Layer kernels();

    @Dense(units = 2)
    Layer create();

    @Dense(units = 2)
    Layer größe();

    @Dense(units = 2)
    Layer _a();

    @Dense(units = 2)
    Layer training();

    @Dense(units = 2)
    Layer Math();

    @Dense(units = 2)
    Layer parametersOf();

    @Dense(units = 2)
    Layer p1();
}

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface String {
    @Dense(units = 2)
    Layer output();
}

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface Kernels {
    @Dense(units = 2)
    Layer output();
}

class Outer {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Model {
        @Dense(units = 2)
        Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Layers {
        @Dense(units = 2)
        Layer output();
    }
}
