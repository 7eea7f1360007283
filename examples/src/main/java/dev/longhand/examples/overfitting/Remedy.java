package dev.longhand.examples.overfitting;

import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.Optimizer;
import java.util.function.LongFunction;

/** What is done against overfitting. The strengths were chosen on samples held out of the training set. */
enum Remedy {
    NONE("none", LargeNetworkModel::create, Method.ADAM, false, false),
    SMALLER("smaller network: 12 hidden units", SmallNetworkModel::create, Method.ADAM, false, false),
    L1("L1 penalty of 0.0001", LargeNetworkModel::create, Method.L1, false, false),
    L2("L2 penalty of 0.001", LargeNetworkModel::create, Method.L2, false, false),
    WEIGHT_DECAY("weight decay of 1", LargeNetworkModel::create, Method.WEIGHT_DECAY, false, false),
    DROPOUT("dropout of 0.1, 0.5 and 0.5", NetworkWithDropoutModel::create, Method.ADAM, false, false),
    BATCH_NORM("batch norm", NetworkWithBatchNormModel::create, Method.ADAM, false, false),
    AUGMENTATION("augmentation", LargeNetworkModel::create, Method.ADAM, true, false),
    EARLY_STOPPING("early stopping", LargeNetworkModel::create, Method.ADAM, false, true),
    ALL(
            "decay, dropout of 0.2, batch norm, augmentation, stopping",
            NetworkWithAllModel::create,
            Method.ALL,
            true,
            true);

    private final String words;
    private final LongFunction<Model> network;
    private final Method method;
    private final boolean augments;
    private final boolean stopsEarly;

    Remedy(String words, LongFunction<Model> network, Method method, boolean augments, boolean stopsEarly) {
        this.words = words;
        this.network = network;
        this.method = method;
        this.augments = augments;
        this.stopsEarly = stopsEarly;
    }

    /** A new network. */
    Model create(long seed) {
        return network.apply(seed);
    }

    Optimizer optimizer(double learningRate) {
        return switch (method) {
            case ADAM -> Adam.learningRate(learningRate);
            case L1 -> Adam.learningRate(learningRate).l1(1e-4);
            case L2 -> Adam.learningRate(learningRate).l2(1e-3);
            case WEIGHT_DECAY -> AdamW.learningRate(learningRate).weightDecay(1);
            case ALL -> AdamW.learningRate(learningRate).weightDecay(0.1);
        };
    }

    /** Whether the training digits are changed at random. */
    boolean augments() {
        return augments;
    }

    /** Whether the best epoch on held-out digits is kept. */
    boolean stopsEarly() {
        return stopsEarly;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }

    /** How the weights are kept small. */
    private enum Method {
        ADAM,
        L1,
        L2,
        WEIGHT_DECAY,
        ALL
    }
}
