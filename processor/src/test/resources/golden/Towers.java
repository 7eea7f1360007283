package golden;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Add;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Input;
import dev.longhand.layer.Multiply;

/** Two inputs; a shortcut around a layer; a gate. */
@Network(loss = Loss.BINARY_CROSS_ENTROPY, style = Style.LOOPS)
interface Towers {
    @Input({4, 3})
    Layer picture();

    @Flatten
    Layer pixels();

    @Dense(units = 6, activation = Activation.RELU)
    Layer seen();

    @Dense(units = 6)
    Layer rest();

    @Add
    @From({"seen", "rest"})
    Layer shortcut();

    @Activate(Activation.RELU)
    Layer features();

    @Input(2)
    Layer facts();

    @Dense(units = 6, activation = Activation.SIGMOID)
    Layer gate();

    @Multiply
    @From({"features", "gate"})
    Layer gated();

    @Concat
    @From({"gated", "facts"})
    Layer all();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
