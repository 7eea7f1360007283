package dev.longhand.kernel.pool;

/**
 * Pooling of images: each channel of each window becomes one number. Every implementation gives the same bits:
 * a sum is taken in the order named here.
 */
public interface PoolKernels {

    /** a = max x over each window; padding is left out. A maximum that involves NaN is NaN. */
    void max(Pooling layer, float[] x, float[] a, int n);

    /** dx = Σ da over the windows whose first maximum is x, row by row; the first NaN of those that have one. */
    void maxGradient(Pooling layer, float[] x, float[] a, float[] da, float[] dx, int n);

    /** a = (Σ x)/(window size), summed row by row in double and rounded once; padding counts as 0. */
    void average(Pooling layer, float[] x, float[] a, int n);

    /** dx = Σ da/(window size) over the windows that contain x, row by row. */
    void averageGradient(Pooling layer, float[] da, float[] dx, int n);

    /**
     * Stochastic pooling in training (Zeiler and Fergus, "Stochastic pooling for regularization of deep
     * convolutional neural networks", 2013): a is one x of each window, drawn with probability x/Σx. Negative x
     * and padding count as 0; if all are 0, a is 0.
     *
     * @param key number i of its {@link dev.longhand.random.CountedRandom sequence} draws element i of a
     * @param drawn for each element of a the position drawn, counted row by row from 0, or −1 if all are 0
     */
    void stochastic(Pooling layer, float[] x, long key, float[] a, float[] drawn, int n);

    /**
     * Stochastic pooling in prediction: a = Σ x²/Σ x, the mean of what training draws; negative x count as 0. The squares
     * are rounded to float, and the sums are in double.
     */
    void stochasticMean(Pooling layer, float[] x, float[] a, int n);

    /** dx = Σ da over the windows that drew x, row by row. */
    void stochasticGradient(Pooling layer, float[] drawn, float[] da, float[] dx, int n);
}
