package bad.javac;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// without the runtime
// error RUNTIME_MISSING at `@Network`: the model of "NoRuntime" needs dev.longhand.model.Model, which isn't on the class path; add the dependency dev.longhand:longhand-runtime
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface NoRuntime {
    @Dense(units = 1)
    Layer output();
}
