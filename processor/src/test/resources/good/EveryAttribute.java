package good;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;

/** Every attribute given. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY,
        style = Style.LOOPS,
        labelSmoothing = 0.1f)
abstract class EveryAttribute {
    static final int UNITS = 'd';

    protected EveryAttribute() {}

    @Override
    public final String toString() {
        return "every attribute";
    }

    @Flatten
    abstract Layer flat();

    @Dense(
            units = UNITS,
            activation = Activation.LEAKY_RELU,
            slope = 0.2f,
            initializer = Initializer.HE_NORMAL,
            initializerScale = 2,
            biasInitializer = Initializer.CONSTANT,
            biasInitializerScale = -0.5f)
    protected abstract Layer hidden();

    @Dropout(rate = 0.25f)
    public abstract Layer drop();

    @Dense(units = 2 * 5, useBias = false)
    abstract Layer sums();

    @Activate(Activation.SOFTMAX)
    abstract Layer output();

    int helper() {
        return hidden().parameterCount();
    }
}
