package dev.longhand.examples.mnist;

import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import java.util.Locale;
import java.util.function.LongFunction;

/** A network and how it's trained. */
enum Recipe {
    /** Note 004. */
    NOTES(DigitsModel::create, Method.ADAM, 0.01, 100, 3, "note 004: 0.9625"),
    /** Note 002. */
    KERAS(DigitsBySquaredErrorModel::create, Method.SGD, 0.1, 128, 20, "note 002: 0.8628"),
    /** Note 001, which states the accuracy, but neither the training settings nor the weights. */
    SIGMOID(DigitsOfSigmoidsModel::create, Method.FALLING_ADAM, 0.003, 100, 10, "note 001: 0.9352"),
    /** Chosen on samples held out of the training set. */
    BEST(BestDigitsModel::create, Method.ADAMW, 0.001, 128, 30, "docs/experiments.md: 0.9879"),
    /** A small convolutional network. */
    CNN(ConvolvedDigitsModel::create, Method.FALLING_ADAM, 0.002, 50, 3, "docs/experiments.md: 0.9914"),
    /** Note 003's order of layers. */
    NORMALIZED(NormalizedDigitsModel::create, Method.FALLING_ADAM, 0.002, 100, 3, "docs/experiments.md: 0.9846"),
    /** With shortcuts around convolutions. */
    RESIDUAL(ResidualDigitsModel::create, Method.FALLING_ADAM, 0.002, 100, 3, "docs/experiments.md: 0.9805"),
    /** Chosen on samples held out of the training set. */
    DEEP(DeepDigitsModel::create, Method.ADAMW, 0.002, 50, 12, "docs/experiments.md: 0.9951"),
    /** Row by row; chosen on samples held out of the training set. */
    ROWS(DigitsByRowsModel::create, Method.FALLING_ADAM, 0.006, 100, 4, "docs/experiments.md: 0.9878"),
    /** Without dropout, for augmentation. */
    DENSE(DenseDigitsModel::create, Method.ADAMW, 0.001, 128, 15, ""),
    /** Few parameters, for augmentation. */
    SMALL(SmallDigitsModel::create, Method.ADAMW, 0.003, 50, 5, ""),
    /** More convolutions and filters, for augmentation. */
    MEDIUM(MediumDigitsModel::create, Method.ADAMW, 0.003, 64, 15, "");

    /** Changed images never repeat, so that more passes over them pay: this many times as many. */
    private static final int AUGMENTED = 2;

    private final LongFunction<Model> network;
    private final Method method;
    private final double learningRate;
    private final int batchSize;
    private final int epochs;
    private final String known;

    Recipe(LongFunction<Model> network, Method method, double learningRate, int batchSize, int epochs, String known) {
        this.network = network;
        this.method = method;
        this.learningRate = learningRate;
        this.batchSize = batchSize;
        this.epochs = epochs;
        this.known = known;
    }

    /** A new network. */
    Model create(long seed) {
        return network.apply(seed);
    }

    Method method() {
        return method;
    }

    double learningRate() {
        return learningRate;
    }

    int batchSize() {
        return batchSize;
    }

    /** Passes over the training set. */
    int epochs(boolean augment) {
        return augment ? AUGMENTED * epochs : epochs;
    }

    /** The test accuracy to compare with, and where it's from. */
    String known() {
        return known;
    }

    /** As it's written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An optimizer with its schedule. */
    enum Method {
        SGD("SGD", Schedule.constant()),
        ADAM("Adam", Schedule.constant()),
        FALLING_ADAM("Adam, falling along a cosine", Schedule.cosine()),
        ADAMW("AdamW with weight decay 0.05, falling along a cosine", Schedule.cosine());

        private static final double WEIGHT_DECAY = 0.05;

        private final String words;
        private final Schedule schedule;

        Method(String words, Schedule schedule) {
            this.words = words;
            this.schedule = schedule;
        }

        Optimizer optimizer(double learningRate) {
            return switch (this) {
                case SGD -> Sgd.learningRate(learningRate);
                case ADAM, FALLING_ADAM -> Adam.learningRate(learningRate);
                case ADAMW -> AdamW.learningRate(learningRate).weightDecay(WEIGHT_DECAY);
            };
        }

        Schedule schedule() {
            return schedule;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
