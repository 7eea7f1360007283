package dev.longhand.metric;

/**
 * Precision, recall and F1 of one class, or their averages over several classes.
 *
 * @param precision the share of the samples predicted as the class that belong to it
 * @param recall the share of the samples of the class that were predicted as it
 * @param f1 of one class the harmonic mean of the two, 2·p·r/(p + r); of several the average of their F1
 */
public record Scores(double precision, double recall, double f1) {

    /** The scores of one class; 0 where a ratio is 0/0. */
    static Scores of(double precision, double recall) {
        double sum = precision + recall;
        return new Scores(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }
}
