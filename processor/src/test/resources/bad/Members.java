package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class Members {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error INHERITED_ABSTRACT: "Running" inherits the abstract method "run" from "Runnable", which no layer implements; declare all layers in "Running" and give inherited methods a body
    interface Running extends Runnable {
        @Dense(units = 1)
        Layer output();
    }

    interface Base {
        // error LAYER_OUTSIDE at `@Dense`: @Dense on "hidden" declares no layer, because "Base" isn't a network; add @Network to "Base"
        @Dense(units = 1)
        Layer hidden();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error INHERITED_ABSTRACT: "Derived" inherits the abstract method "hidden" from "Base", which no layer implements; declare all layers in "Derived" and give inherited methods a body
    interface Derived extends Base {}

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Telling {
        @Dense(units = 1)
        Layer output();

        // error MEMBER_CLASH at `info`: the method "info" of "Telling" clashes with a method that every model has; rename it
        default String info() {
            return "";
        }
    }

    interface Foreseeing {
        default float[] predict(float... x) {
            return x;
        }
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error MEMBER_CLASH: the method "predict" of "Foreseeing" clashes with a method that every model has; rename it
    interface Seeing extends Foreseeing {
        @Dense(units = 1)
        Layer output();
    }
}
