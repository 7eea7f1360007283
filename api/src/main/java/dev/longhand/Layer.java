package dev.longhand;

import java.util.List;

/**
 * One layer of a model, returned by the method that declares it: reads and sets its parameters.
 *
 * <p>Weights are flat arrays in row-major order: of a {@link dev.longhand.layer.Dense} layer [in][units], so that the
 * weight from input i to unit j is at {@code i * units + j}; of a {@link dev.longhand.layer.Conv2d} [kernel
 * rows][kernel columns][channels/groups][filters], of a {@link dev.longhand.layer.Conv1d}
 * [kernel][channels/groups][filters]; of an {@link dev.longhand.layer.Embedding} [vocabulary][dimensions];
 * of an {@link dev.longhand.layer.Rnn} [in][units], a {@link dev.longhand.layer.Gru} [in][3·units] and an {@link
 * dev.longhand.layer.Lstm} [in][4·units], whose annotations document the order of the gates in a row. All arrays are
 * copies.
 */
public interface Layer {

    /** The name of the method that declares this layer. */
    String name();

    /** The shape of one sample of the input. */
    Shape inputShape();

    /** The shape of one sample of the output. */
    Shape outputShape();

    /** The number of trained parameters, 0 for a layer without any. */
    int parameterCount();

    /**
     * The names of the layer's arrays: {@code weight} and {@code bias} of a dense layer or a convolution, and {@code
     * weight} of an embedding; {@code weight}, {@code recurrentWeight} and {@code bias} of a recurrent layer, to which
     * a GRU adds {@code recurrentBias}; {@code gamma} and {@code beta} of layer norm and batch norm, to which batch
     * norm adds {@code runningMean} and {@code runningVariance}, which aren't trained. Without useBias there are no
     * biases.
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
     * @throws IllegalArgumentException if the layer has no array of this name, its number of values differs, or a running
     *     variance is negative; nothing is changed then
     */
    void set(String array, float... values);

    /** A copy of the array {@code weight}; empty if the layer has none. */
    float[] weights();

    /** A copy of the array {@code bias}; empty if the layer has none. */
    float[] bias();

    /**
     * Replaces the array {@code weight}.
     *
     * @param weights in row-major order, in the shape documented above
     * @throws IllegalArgumentException if their number isn't the layer's; nothing is changed then
     */
    void setWeights(float... weights);

    /**
     * Replaces the array {@code bias}.
     *
     * @param bias the biases, one for each unit or filter
     * @throws IllegalArgumentException if their number isn't the layer's; nothing is changed then
     */
    void setBias(float... bias);
}
