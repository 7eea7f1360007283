package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class DeclarationForms {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_PRIVATE: "Secret" is private, so no model can implement it; make it at least package-private
    private interface Secret {
        @Dense(units = 1)
        Layer output();
    }

    private static class Vault {
        static class Box {
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            // error DECLARATION_IN_PRIVATE: "Kept" is nested in "Vault", which is private, so no model can implement it; make "Vault" at least package-private
            interface Kept {
                @Dense(units = 1)
                Layer output();
            }
        }
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_INNER: the abstract class "Inner" is an inner class of "DeclarationForms"; make it static
    abstract class Inner {
        @Dense(units = 1)
        abstract Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_GENERIC: "Typed" has the type parameter "T", but a network can't be generic; remove it
    interface Typed<T> {
        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error DECLARATION_SEALED: "Closed" is sealed, so no model can implement it; remove sealed
    sealed interface Closed permits Open {
        @Dense(units = 1)
        Layer output();
    }

    non-sealed interface Open extends Closed {}

    // error NO_LAYERS at `@Network`: "Empty" declares no layers; add one: @Dense(units = 10) Layer output();
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Empty {
        default int two() {
            return 2;
        }
    }
}
