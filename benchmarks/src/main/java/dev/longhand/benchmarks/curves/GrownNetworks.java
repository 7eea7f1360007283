package dev.longhand.benchmarks.curves;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.model.Model;
import java.util.LinkedHashMap;
import java.util.Map;

/** Networks for 784 inputs and 10 classes that differ in one size only. */
final class GrownNetworks {

    private GrownNetworks() {}

    /** Two hidden layers, by their width. */
    static Map<Integer, Model> byWidth() {
        Map<Integer, Model> models = new LinkedHashMap<>();
        models.put(16, GrownNetworks_Width16Model.create(1));
        models.put(32, GrownNetworks_Width32Model.create(1));
        models.put(64, GrownNetworks_Width64Model.create(1));
        models.put(128, GrownNetworks_Width128Model.create(1));
        models.put(256, GrownNetworks_Width256Model.create(1));
        models.put(512, GrownNetworks_Width512Model.create(1));
        models.put(1024, GrownNetworks_Width1024Model.create(1));
        return models;
    }

    /** Two hidden layers of 512 units. */
    static Model wide() {
        return GrownNetworks_Width512Model.create(1);
    }

    /** Hidden layers of 128 units, by their number. */
    static Map<Integer, Model> byDepth() {
        Map<Integer, Model> models = new LinkedHashMap<>();
        models.put(1, GrownNetworks_Depth1Model.create(1));
        models.put(2, GrownNetworks_Depth2Model.create(1));
        models.put(4, GrownNetworks_Depth4Model.create(1));
        models.put(8, GrownNetworks_Depth8Model.create(1));
        models.put(16, GrownNetworks_Depth16Model.create(1));
        return models;
    }

    /** 784-16-16-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width16 {
        @Dense(units = 16, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 16, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-32-32-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width32 {
        @Dense(units = 32, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 32, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-64-64-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width64 {
        @Dense(units = 64, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 64, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-128-128-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width128 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-256-256-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width256 {
        @Dense(units = 256, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 256, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-512-512-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width512 {
        @Dense(units = 512, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 512, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 784-1024-1024-10. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Width1024 {
        @Dense(units = 1024, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 1024, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 1 hidden layer. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Depth1 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 2 hidden layers. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Depth2 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 4 hidden layers. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Depth4 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden3();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden4();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 8 hidden layers. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Depth8 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden3();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden4();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden5();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden6();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden7();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden8();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** 16 hidden layers. */
    @Network(input = 784, loss = Loss.CROSS_ENTROPY)
    interface Depth16 {
        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden1();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden2();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden3();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden4();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden5();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden6();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden7();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden8();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden9();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden10();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden11();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden12();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden13();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden14();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden15();

        @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
        Layer hidden16();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
