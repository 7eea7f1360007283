package good.taken;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

/** Types of the user's that hide those that models name: in the package and in supertypes. */
class Math {}

class String {}

class System {}

class Base {
    static class Model {}

    static class Parameters {}
}

interface Words {
    enum Activation {
        ONE
    }

    class Functions {}
}

@Network(input = 2, loss = Loss.CROSS_ENTROPY, style = Style.LOOPS)
abstract class Hidden extends Base implements Words {
    static class Workspace {}

    static class Kernels {}

    static class Losses {}

    @interface Override {}

    @Dense(units = 3, activation = dev.longhand.Activation.RELU)
    abstract Layer éMath();

    @Dropout(rate = 0.5f)
    abstract Layer drop();

    @Activate(dev.longhand.Activation.SOFTMAX)
    abstract Layer output();
}

@Network(input = 2, loss = Loss.CROSS_ENTROPY, style = Style.KERNELS)
interface HiddenKernels extends Words {
    class Kernels {}

    class Losses {}

    class InputBatch {}

    @Dense(units = 3, activation = dev.longhand.Activation.SOFTMAX)
    Layer output();
}
