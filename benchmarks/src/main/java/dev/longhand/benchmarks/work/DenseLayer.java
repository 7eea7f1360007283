package dev.longhand.benchmarks.work;

import dev.longhand.Activation;

/**
 * A dense layer of a task, described for other engines.
 *
 * @param in the number of inputs
 * @param units the number of outputs
 * @param activation what is applied to x·W + b
 * @param weights where W, [in][units], begins among all parameters
 */
public record DenseLayer(int in, int units, Activation activation, int weights) {

    /** Where b, [units], begins among all parameters. */
    public int bias() {
        return weights + in * units;
    }

    /** Where the next layer's parameters begin. */
    public int end() {
        return bias() + units;
    }
}
