package silent;

import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface UnknownReturnType {
    @Dense(units = 1)
    Lawyer output();
}
