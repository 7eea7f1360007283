package bad.javac;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// in a module without the runtime
// error RUNTIME_NOT_READ at `@Network`: the model of "ModuleWithoutRuntime" needs dev.longhand.model.Model, which the module "dev.longhand.api" doesn't read; add requires dev.longhand.runtime to its module-info.java
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface ModuleWithoutRuntime {
    @Dense(units = 1)
    Layer output();
}
