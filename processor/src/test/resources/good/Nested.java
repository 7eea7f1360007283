package good;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;

/** Declarations in other types, and supertypes that ask for nothing. */
public class Nested {
    interface Marker {}

    interface Described extends Marker {
        default String description() {
            return "";
        }

        @Override
        boolean equals(Object other);
    }

    @Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
    public interface And extends Described {
        @Dense(
                units = 1,
                activation = Activation.STEP,
                weights = {0.5f, 0.5f},
                bias = -0.7f)
        Layer output();
    }

    public interface Inside {
        @Network(input = 3, loss = Loss.HUBER, delta = 2)
        abstract class Deep implements Described, java.util.Comparator<String> {
            @Override
            public int compare(String a, String b) {
                return 0;
            }

            @Activate(value = Activation.TANH, slope = 1.5f)
            public abstract Layer squash();
        }
    }
}
