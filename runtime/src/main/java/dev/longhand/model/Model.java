package dev.longhand.model;

/**
 * A network, as the annotation processor generates it.
 *
 * <p>Arrays are flat and row by row: a batch of n samples of m numbers is a {@code float[n * m]}, row
 * s belongs to sample s.
 *
 * <p>Any number of threads may predict at once; {@link ParallelPredictor} shares one call among several. While
 * parameters are replaced, each prediction uses all of the old ones or all of the new ones.
 * Training changes the parameters: one training at a time, whose steps may be shared among threads; see
 * {@code dev.longhand.training.Trainer}. A program that calls {@link #forward}, {@link #forwardTraining}, {@link
 * #forwardSampling}, {@link #loss}, {@link #backward} and {@link #updateState} needs one {@link
 * Workspace} for each thread, made by {@link #workspace}; a forward pass in another network's workspace, or with more
 * samples than it holds, throws an {@link IllegalArgumentException}.
 *
 * <p>{@code toString()} of a generated model is the first line of its {@link #summary}, unless its declaration has one.
 */
public interface Model {

    /** The parameters themselves, which training changes and predictions use. */
    Parameters parameters();

    /** The predictor that runs {@link #predict} and {@link #sample}. */
    Predictor predictor();

    /** The description of the network. */
    default ModelInfo info() {
        return parameters().info();
    }

    /**
     * A table of the layers: name and kind, formula, output shape and number of parameters, and their total.
     *
     * <pre>
     * Model: Xor
     * ────────────────────────────────────────────────────────
     * Layer (kind)    Formula         Output shape  Parameters
     * ────────────────────────────────────────────────────────
     * input           x               (n, 2)
     * hidden (Dense)  a = σ(x·W + b)  (n, 2)                 6
     * output (Dense)  a = σ(x·W + b)  (n, 1)                 3
     * ────────────────────────────────────────────────────────
     * Total parameters: 9
     * </pre>
     */
    default String summary() {
        return info().summary();
    }

    /**
     * Forward pass for prediction: {@link Workspace#input} to {@link Workspace#output}.
     *
     * @param n the number of samples in the workspace, from 1 to its {@link Workspace#maxBatch}
     */
    void forward(Workspace ws, int n);

    /** Forward pass for training, with dropout if the network has any. */
    default void forwardTraining(Workspace ws, int n) {
        forward(ws, n);
    }

    /**
     * Forward pass for {@link #sample}: random layers stay random as in training, all others compute as in
     * prediction. Batch norm uses its running statistics, so a sample's outputs don't depend on the others.
     */
    default void forwardSampling(Workspace ws, int n) {
        forwardTraining(ws, n);
    }

    /**
     * The loss of the last forward pass against {@link Workspace#targets}, the mean over
     * the n samples, by their {@link Workspace#weights} if they have any. Writes its gradient to the workspace, where {@link #backward} reads it.
     */
    float loss(Workspace ws, int n);

    /**
     * Backward pass after {@link #forwardTraining}: the loss, and its gradient with respect to every
     * parameter, written to {@link Workspace#gradients}.
     *
     * @return the loss, the mean over the n samples
     */
    float backward(Workspace ws, int n);

    /**
     * Updates the state that isn't trained ({@link Parameters#state}) after the pass that {@link
     * #forwardTraining} just ran: batch norm's running statistics. The last part of a step; no pass changes
     * the model by itself. Does nothing where there is no state.
     */
    default void updateState(Workspace ws, int n) {}

    /** A new workspace for batches of up to {@code maxBatch} samples, with all arrays that training needs. */
    default Workspace workspace(int maxBatch) {
        return new Workspace(info(), maxBatch);
    }

    /**
     * The outputs for one sample, or for several, one after the other in {@code x}.
     *
     * @param x [n][input]
     * @return [n][output]
     * @throws IllegalArgumentException if x doesn't hold whole samples
     */
    default float[] predict(float[] x) {
        return predictor().predict(x);
    }

    /**
     * The outputs for sequences of different lengths, padded to the number of steps of a network that is declared with
     * {@code masked = true}. {@link #predict(float[])} reads all steps of such a network.
     *
     * @param x [n][input], with any numbers at the steps that pad
     * @param lengths one for each sample
     * @return [n][output]; outputs at masked steps, if outputs are sequences, mean nothing
     * @throws IllegalArgumentException if x doesn't hold whole samples, or they don't have these lengths
     */
    default float[] predict(float[] x, Lengths lengths) {
        return predictor().predict(x, lengths);
    }

    /**
     * The outputs for inputs that are written out: {@code predict(0, 1)}.
     *
     * @param first the first number of {@link #predict(float[])}'s x
     * @param others the others
     * @return [n][output]
     * @throws IllegalArgumentException if they aren't whole samples
     */
    default float[] predict(float first, float... others) {
        float[] x = new float[others.length + 1];
        x[0] = first;
        System.arraycopy(others, 0, x, 1, others.length);
        return predict(x);
    }

    /**
     * Writes the outputs for n samples to {@code y}. Allocates nothing after the first prediction, or
     * once as many threads have predicted at the same time.
     *
     * @param x [n][input], at least
     * @param n the number of samples, at least 1
     * @param y [n][output], at least
     * @throws IllegalArgumentException if n is less than 1, or x or y is too short for n samples
     */
    default void predict(float[] x, int n, float[] y) {
        predictor().predict(x, n, y);
    }

    /**
     * Predicts several times with dropout, noise and stochastic pooling switched on. The spread of the outputs
     * shows how certain the network is. Without such layers all passes are the same, and the spread is 0.
     *
     * <p>The same parameters, x, number of passes and seed give the same result, to the bit; the random
     * numbers of a sample depend on its position in x.
     *
     * @param x [n][input], one sample or several
     * @param passes the number of passes, at least 2; the relative error of the spread is about 1/√(2·passes)
     * @param seed the seed of the random numbers
     * @throws IllegalArgumentException if x doesn't hold whole samples, or there are fewer than 2 passes
     */
    default Uncertainty sample(float[] x, int passes, long seed) {
        return predictor().sample(x, passes, seed);
    }

    /**
     * The same for sequences of different lengths, padded to the number of steps of a network that is declared with {@code
     * masked = true}. {@link #sample(float[], int, long)} reads all steps of such a network.
     *
     * @param x [n][input], with any numbers at the steps that pad
     * @param lengths one for each sample
     * @param passes the number of passes, at least 2
     * @param seed the seed of the random numbers
     * @throws IllegalArgumentException if x doesn't hold whole samples, they don't have these lengths, or there are fewer
     *     than 2 passes
     */
    default Uncertainty sample(float[] x, Lengths lengths, int passes, long seed) {
        return predictor().sample(x, lengths, passes, seed);
    }
}
