package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;

/** Stubs of Kotlin declarations. */
class Properties {
    @Network(input = {8, 8, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface OfInterface {
        // error KOTLIN_PROPERTY at `getConv`: "conv" is a property, but layers are declared by functions; write fun conv(): Layer instead of val conv: Layer
        Layer getConv();

        @Flatten
        Layer flat();

        @Dense(units = 1)
        Layer output();

        final class DefaultImpls {
            @Conv2d(filters = 2, kernel = 3)
            @Deprecated
            public static void getConv$annotations() {}
        }
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    abstract static class OfClass {
        // error KOTLIN_PROPERTY at `getOutput`: "output" is a property, but layers are declared by functions; write fun output(): Layer instead of val output: Layer
        public abstract Layer getOutput();

        @Dense(units = 1)
        @Deprecated
        public static void getOutput$annotations() {}
    }
}
