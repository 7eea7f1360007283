package dev.longhand;

import java.util.List;

/**
 * One layer of a model: what the declaration's method returns, to look into what was learnt and to
 * set it.
 *
 * <p>Dense weights are [in][out], row by row: the weight from input i to unit j is at {@code i *
 * units + j}. Arrays handed out are copies.
 */
public interface Layer {

    /** The name of the method that declares this layer. */
    String name();

    /** The shape of one sample as it comes in. */
    int[] inputShape();

    /** The shape of one sample as it goes out. */
    int[] outputShape();

    /** The number of trained parameters, 0 for a layer without any. */
    int parameterCount();

    /**
     * The names of the arrays it has: {@code weight} and {@code bias} of a dense layer; {@code gamma}, {@code
     * beta}, {@code runningMean} and {@code runningVariance} of batch norm, of which the last two aren't trained.
     */
    List<String> arrays();

    /**
     * A copy of an array.
     *
     * @param array one of {@link #arrays}
     * @throws IllegalArgumentException if the layer has no array of this name
     */
    float[] get(String array);

    /**
     * Replaces an array.
     *
     * @param array one of {@link #arrays}
     * @throws IllegalArgumentException if the layer has no array of this name, or it has another number of
     *     values; nothing is changed then
     */
    void set(String array, float... values);

    /** A copy of the weights, [in][out]; empty if the layer has none. */
    float[] weights();

    /** A copy of the biases, [out]; empty if the layer has none. */
    float[] bias();

    /**
     * Replaces the weights.
     *
     * @param weights [in][out], row by row
     * @throws IllegalArgumentException if their number isn't the layer's; nothing is changed then
     */
    void setWeights(float... weights);

    /**
     * Replaces the biases.
     *
     * @param bias [out]
     * @throws IllegalArgumentException if their number isn't the layer's; nothing is changed then
     */
    void setBias(float... bias);
}
