package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// option later.stages=fail
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
// error COMPILER_FAULT: Longhand failed on "Fault": java.lang.IllegalStateException: no rule; the fault is in Longhand, not in your code: please report it with this declaration and the trace:
interface Fault {
    @Dense(units = 1)
    Layer output();
}
