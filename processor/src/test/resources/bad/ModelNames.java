package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class ModelNames {
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    // error MODEL_NAME_TAKEN: the model of "Gate" would be called "ModelNames_GateModel", but a type of that name already exists; rename one
    interface Gate {
        @Dense(units = 1)
        Layer output();
    }
}

class ModelNames_GateModel {}
