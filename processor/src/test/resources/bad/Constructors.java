package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class Constructors {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error CONSTRUCTOR_MISSING: the abstract class "Sized" has no constructor that its model can call; add a non-private one without parameters
    abstract static class Sized {
        Sized(int size) {}

        @Dense(units = 1)
        abstract Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error CONSTRUCTOR_MISSING: the abstract class "Hidden" has no constructor that its model can call; add a non-private one without parameters
    abstract static class Hidden {
        private Hidden() {}

        @Dense(units = 1)
        abstract Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    abstract static class Reading {
        // error CONSTRUCTOR_THROWS at `Reading`: the constructor of "Reading" throws "IOException", which its model can't declare; catch it in the constructor
        Reading() throws IllegalStateException, java.io.IOException {}

        @Dense(units = 1)
        abstract Layer output();
    }
}
