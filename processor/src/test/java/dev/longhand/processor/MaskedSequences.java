package dev.longhand.processor;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.model.Lengths;
import dev.longhand.processor.interpreter.Description;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sequences of different lengths in one batch, each beside a network that is declared with its length. */

/** Sequences, [n][length·features], and their targets, of steps or of whole sequences. */
record MaskedSequences(Description network, float[][] x, float[][] t) {

    static final int TIME = 6;
    static final int[] LENGTHS = {6, 1, 4, 3, 6, 2, 4};
    static final int N = LENGTHS.length;

    static MaskedSequences of(String name, Description network) {
        Random random = new Random(name.hashCode());
        int features = network.inputSize() / TIME;
        boolean hasSteps = network.shape(network.layers().size() - 1).size() == 2;
        int outputs = hasSteps ? network.outputSize() / TIME : network.outputSize();
        float[][] x = new float[N][];
        float[][] t = new float[N][];
        for (int s = 0; s < N; s++) {
            x[s] = new float[LENGTHS[s] * features];
            for (int i = 0; i < x[s].length; i++) {
                x[s][i] = network.vocabulary() > 0 ? random.nextInt(9) : (float) random.nextGaussian();
            }
            t[s] = new float[hasSteps ? LENGTHS[s] * outputs : outputs];
            if (network.loss() == Loss.CROSS_ENTROPY) {
                for (int row = 0; row < LENGTHS[s]; row++) {
                    t[s][row * outputs + random.nextInt(outputs)] = 1;
                }
            } else {
                for (int i = 0; i < t[s].length; i++) {
                    t[s][i] = random.nextFloat();
                }
            }
        }
        return new MaskedSequences(network, x, t);
    }

    /** One of them for a network of its length. */
    Dataset alone(int s) {
        int length = LENGTHS[s];
        List<Integer> input = new ArrayList<>(network.input());
        input.set(0, length);
        return Dataset.of(x[s], new Shape(input), t[s], t[s].length);
    }

    /** All of them, padded with numbers that must not count. */
    Dataset padded(boolean left, float padding) {
        float[] allX = pad(x, network.inputSize(), left, padding);
        boolean hasSteps = t[0].length == network.outputSize() && t[1].length < network.outputSize();
        float[] allT = hasSteps
                ? pad(t, network.outputSize(), left, network.loss() == Loss.CROSS_ENTROPY ? 0.5f : 9)
                : pad(t, network.outputSize(), false, 0);
        return Dataset.of(allX, new Shape(network.input()), allT, network.outputSize())
                .withLengths(left ? Lengths.paddedLeft(LENGTHS) : Lengths.paddedRight(LENGTHS));
    }

    private static float[] pad(float[][] rows, int size, boolean left, float padding) {
        float[] all = new float[N * size];
        Arrays.fill(all, padding);
        for (int s = 0; s < N; s++) {
            int at = s * size + (left ? size - rows[s].length : 0);
            System.arraycopy(rows[s], 0, all, at, rows[s].length);
        }
        return all;
    }
}
