package dev.longhand.examples.overfitting;

import dev.longhand.metric.Evaluation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** What a remedy achieves, over several seeds. */
record Result(
        Remedy remedy,
        int parameters,
        SummaryStatistics trainAccuracy,
        SummaryStatistics testAccuracy,
        SummaryStatistics trainLoss,
        SummaryStatistics testLoss,
        SummaryStatistics seconds) {

    Result(Remedy remedy, int parameters) {
        this(
                remedy,
                parameters,
                new SummaryStatistics(),
                new SummaryStatistics(),
                new SummaryStatistics(),
                new SummaryStatistics(),
                new SummaryStatistics());
    }

    /** Adds one training. */
    void add(Evaluation train, Evaluation test, double elapsed) {
        trainAccuracy.addValue(train.accuracy());
        testAccuracy.addValue(test.accuracy());
        trainLoss.addValue(train.loss());
        testLoss.addValue(test.loss());
        seconds.addValue(elapsed);
    }
}
