package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Dense;

// option longhand.resources=src/test/resources
class PretrainedNetworks {
    // error PRETRAINED_OUTSIDE: @Pretrained on "Lonely" has no effect, because "Lonely" isn't a network; add @Network
    @Pretrained("/weights/flowers.safetensors")
    interface Lonely {}

    // error PRETRAINED_NAME at `"../`: "../flowers.safetensors" can't be the name of a resource; write one such as "digits.safetensors", or "/models/digits.safetensors" from the root of the class path
    @Pretrained("../flowers.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Parent {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_MISSING at `"roses`: the weights of "Missing", bad/roses.safetensors, aren't in the folders of longhand.resources (src/test/resources), the class output, the class path or the source path; put the file into src/main/resources/bad and copy resources before compiling, or name the folder with -Alonghand.resources=src/main/resources
    @Pretrained("roses.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Missing {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_FORMAT at `"/weights`: /weights/text.safetensors can't be the weights of "Text": it doesn't look like a safetensors file, which begins with 8 bytes for the length of its header and then '{'; save them again with Weights.save
    @Pretrained("/weights/text.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Text {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_FORMAT at `"/weights`: /weights/short.safetensors can't be the weights of "Short": it's cut short: its header has 1016 bytes, but only 292 follow; save them again with Weights.save
    @Pretrained("/weights/short.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Short {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_FORMAT at `"/weights`: /weights/damaged.safetensors can't be the weights of "Damaged": it's damaged: its checksum should be d6be28b0, but its bytes give 735eed61; save them again with Weights.save
    @Pretrained("/weights/damaged.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Damaged {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_FORMAT at `"/weights`: /weights/names.safetensors can't be the weights of "Names": the names of its classes can't be read, at character 9 it has the end instead of '"'; save them again with Weights.save
    @Pretrained("/weights/names.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Names {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_FOREIGN at `"/weights`: /weights/foreign.safetensors wasn't saved by Longhand, so it isn't known whether its arrays are in Longhand's layout or in PyTorch's; load it with Weights.load(model, file, Layout.PYTORCH), or Layout.OWN, and save it with Weights.save
    @Pretrained("/weights/foreign.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Foreign {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_TYPE at `"/weights`: "output.weight" has numbers of type F16 in /weights/half.safetensors, but parameters are F32; convert them, and save them with Weights.save
    @Pretrained("/weights/half.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Half {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_ARRAYS at `"/weights`: /weights/flowers.safetensors isn't of "Renamed" as it's declared now: it lacks "kind.bias", "kind.weight" and has "output.bias", "output.weight", which the network hasn't; declare the layers with which it was trained, or train it again
    @Pretrained("/weights/flowers.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Renamed {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer kind();
    }

    // error PRETRAINED_ARRAYS at `"/weights`: /weights/flowers.safetensors isn't of "Deeper" as it's declared now: it lacks "hidden.bias", "hidden.weight"; declare the layers with which it was trained, or train it again
    @Pretrained("/weights/flowers.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Deeper {
        @Dense(units = 4)
        Layer hidden();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_SHAPE at `"/weights`: "hidden.weight" is [4, 5] in /weights/wide.safetensors, but [4, 6] in "Wider"; declare "hidden" as it was when the network was trained, or train it again
    @Pretrained("/weights/wide.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Wider {
        @Dense(units = 6)
        Layer hidden();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_RECIPE at `"/weights`: the recipe in /weights/version.safetensors can't be read: its version is 2, but this Longhand reads version 1; save network and recipe again with TableModel.save
    @Pretrained("/weights/version.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Version {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_INPUTS at `"/weights`: the recipe in /weights/inputs.safetensors gives 4 inputs, but "Inputs" has 5; write @Network(input = 4), or save it with its own recipe
    @Pretrained("/weights/inputs.safetensors")
    @Network(input = 5, loss = Loss.CROSS_ENTROPY)
    interface Inputs {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_OUTPUTS at `"/weights`: the target "species" of the recipe in /weights/outputs.safetensors needs 3 outputs, but "Outputs" has 2; give the last layer that many units, or save it with its own classes
    @Pretrained("/weights/outputs.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Outputs {
        @Dense(units = 2, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error PRETRAINED_OUTPUTS at `"/weights`: the list of classes in /weights/sorts.safetensors needs 2 outputs, but "Sorts" has 3; give the last layer that many units, or save it with its own classes
    @Pretrained("/weights/sorts.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Sorts {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Pretrained("/weights/flowers.safetensors")
    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface Named {
        @Dense(units = 3)
        // error NAME_TAKEN at `pretrained`: a layer can't be called "pretrained", because every model has a method of that name; rename it
        Layer pretrained();

        // error MEMBER_CLASH at `classify`: the method "classify" of "Named" clashes with a method that every model has; rename it
        default void classify(float[] x) {}

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }
}
