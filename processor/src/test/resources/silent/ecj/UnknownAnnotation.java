package silent.ecj;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface UnknownAnnotation {
    @Dens(units = 1)
    Layer hidden();

    @Dense(units = 1)
    Layer output();
}

@Netwrk(input = 2)
interface Misspelt {
    @Dense(units = 1)
    Layer output();
}
