package dev.longhand.kernel.dense;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;

/**
 * What the kernels need to know about a dense layer, a = f(x·W + b): {@code DenseLayer.of(784,
 * 100).weights(0).bias(78_400).activation(Activation.RELU)}.
 *
 * @param in the length of a row of x
 * @param units the length of a row of a
 * @param weights where W, [in][units], begins in p, and dW in g
 * @param bias where b, [units], begins in p, and db in g, or {@link Kernels#NO_BIAS}
 * @param activation f; softmax and its logarithm are computed row by row
 * @param slope the slope of f, if it has one
 */
public record DenseLayer(int in, int units, int weights, int bias, Activation activation, float slope) {

    /** A layer whose W begins at 0, without bias and activation: a = x·W. */
    public static DenseLayer of(int in, int units) {
        return new DenseLayer(in, units, 0, Kernels.NO_BIAS, Activation.IDENTITY, 1);
    }

    public DenseLayer weights(int offset) {
        return new DenseLayer(in, units, offset, bias, activation, slope);
    }

    public DenseLayer bias(int offset) {
        return new DenseLayer(in, units, weights, offset, activation, slope);
    }

    /** The layer with this activation and its default slope. */
    public DenseLayer activation(Activation f) {
        return activation(f, f.defaultSlope());
    }

    public DenseLayer activation(Activation f, float slope) {
        return new DenseLayer(in, units, weights, bias, f, slope);
    }

    public boolean hasBias() {
        return bias != Kernels.NO_BIAS;
    }
}
