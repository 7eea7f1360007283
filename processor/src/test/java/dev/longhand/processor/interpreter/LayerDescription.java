package dev.longhand.processor.interpreter;

import java.util.List;

/** One layer as a test describes it: how it's declared, what shapes it has and what it computes. */
public interface LayerDescription {

    /** The name of its method. */
    String name();

    /** Its annotation as a user writes it. */
    String annotation();

    /** The shape that it hands out. */
    List<Integer> output(List<List<Integer>> inputs);

    /** The numbers of each of its parameters, in storage order. */
    default List<Integer> parameterSizes(List<List<Integer>> inputs) {
        return List.of();
    }

    /** The numbers of each array that it keeps without training it, in storage order: means, then variances. */
    default List<Integer> stateSizes(List<List<Integer>> inputs) {
        return List.of();
    }

    /**
     * What it computes, as a textbook prints it.
     *
     * @param xs for each layer that it reads the numbers of each sample
     * @return the numbers of each sample
     */
    int[][] compute(Computation computation, List<int[][]> xs);

    /** What it draws for sample {@code s} in a step of training, as factors or terms; null if nothing. */
    default double[] draws(long seed, long step, int layer, int s, int size) {
        return null;
    }

    /** Whether its derivative is a true one: training takes that of a step as 1. */
    default boolean isDifferentiable() {
        return true;
    }

    /**
     * What one layer has at hand.
     *
     * @param inputs the shapes that come in
     * @param p its parameters, one array after the other
     * @param state what it keeps without training it, one array after the other
     * @param draws what it has drawn for each sample while training, null when predicting
     */
    record Computation(Tape tape, List<List<Integer>> inputs, int[] p, int[] state, double[][] draws) {

        /** Whether it's a pass to learn from. */
        public boolean isTraining() {
            return draws != null;
        }

        /** The shape that comes in. */
        public List<Integer> input() {
            return inputs.get(0);
        }
    }
}
