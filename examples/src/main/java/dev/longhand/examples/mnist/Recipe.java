package dev.longhand.examples.mnist;

import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.AdamW;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.Schedule;
import dev.longhand.optimizer.Sgd;
import java.util.Locale;

/** A network and how it's trained. */
enum Recipe {
    /** Note 004. */
    NOTES("Adam", 0.01, 100, 3, "note 004: 0.9625"),
    /** Note 002. */
    KERAS("SGD", 0.1, 128, 20, "note 002: 0.8628"),
    /** Note 001, which gives the accuracy, but neither the training nor the weights. */
    SIGMOID("Adam, falling along a cosine", 0.003, 100, 10, "note 001: 0.9352"),
    /** Chosen on samples held out of the training set. */
    BEST("AdamW with weight decay 0.05, falling along a cosine", 0.001, 128, 30, "docs/experiments.md: 0.9879");

    private static final double WEIGHT_DECAY = 0.05;

    private final String method;
    private final double learningRate;
    private final int batchSize;
    private final int epochs;
    private final String known;

    Recipe(String method, double learningRate, int batchSize, int epochs, String known) {
        this.method = method;
        this.learningRate = learningRate;
        this.batchSize = batchSize;
        this.epochs = epochs;
        this.known = known;
    }

    /** A new network. */
    Model create(long seed) {
        return switch (this) {
            case NOTES -> DigitsModel.create(seed);
            case KERAS -> DigitsBySquaredErrorModel.create(seed);
            case SIGMOID -> DigitsOfSigmoidsModel.create(seed);
            case BEST -> BestDigitsModel.create(seed);
        };
    }

    Optimizer optimizer(double learningRate) {
        return switch (this) {
            case NOTES, SIGMOID -> Adam.learningRate(learningRate);
            case KERAS -> Sgd.learningRate(learningRate);
            case BEST -> AdamW.learningRate(learningRate).weightDecay(WEIGHT_DECAY);
        };
    }

    Schedule schedule() {
        return switch (this) {
            case NOTES, KERAS -> Schedule.constant();
            case SIGMOID, BEST -> Schedule.cosine();
        };
    }

    /** Optimizer and schedule in words. */
    String method() {
        return method;
    }

    double learningRate() {
        return learningRate;
    }

    int batchSize() {
        return batchSize;
    }

    int epochs() {
        return epochs;
    }

    /** The test accuracy to compare with, and where it's from. */
    String known() {
        return known;
    }

    /** As it's written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
