package dev.longhand.model;

import dev.longhand.Loss;
import dev.longhand.Setting;
import dev.longhand.Shape;

/**
 * One output of a network, and where its numbers are: predictions and targets hold those of all outputs for each sample, one
 * output after the other in the order of the layers.
 *
 * @param name the name of its layer
 * @param layer the index of its layer
 * @param shape the shape of one sample
 * @param offset the index of its first number among those of a sample
 * @param rowSize the numbers of all outputs of a sample
 * @param term what training minimizes of it
 */
public record OutputInfo(String name, int layer, Shape shape, int offset, int rowSize, LossTerm term) {

    /**
     * The loss of an output as a part of the loss of the network.
     *
     * @param loss the loss
     * @param labelSmoothing the ε of cross-entropy, otherwise 0
     * @param delta the δ of Huber's loss, otherwise 1
     * @param weight what it's multiplied by
     */
    public record LossTerm(Loss loss, float labelSmoothing, float delta, float weight) {

        /** The loss without settings. */
        static LossTerm of(Loss loss, float weight) {
            return new LossTerm(loss, 0, 1, weight);
        }

        /** {@code HUBER, delta 0.5}, without the settings that are the default, and without the weight. */
        @Override
        public String toString() {
            return loss
                    + (labelSmoothing == 0 ? "" : ", labelSmoothing " + new Setting.Number(labelSmoothing))
                    + (delta == 1 ? "" : ", delta " + new Setting.Number(delta));
        }
    }

    /** Its loss. */
    public Loss loss() {
        return term.loss();
    }

    /** What its loss is multiplied by in the loss of the network. */
    public float weight() {
        return term.weight();
    }

    /** Its numbers of a sample. */
    public int size() {
        return shape.size();
    }

    /** The same with this loss. */
    OutputInfo with(LossTerm changed) {
        return new OutputInfo(name, layer, shape, offset, rowSize, changed);
    }

    /**
     * A copy of its numbers in predictions or targets.
     *
     * @param y [n][rowSize], flat, for n samples
     * @return [n][size], flat
     * @throws IllegalArgumentException if y doesn't hold whole samples
     */
    public float[] of(float[] y) {
        if (y.length % rowSize != 0) {
            throw new IllegalArgumentException("the outputs of a sample are " + rowSize + " numbers, of which \"" + name
                    + "\" is " + size() + ", but the array holds " + y.length);
        }
        int n = y.length / rowSize;
        float[] own = new float[n * size()];
        for (int s = 0; s < n; s++) {
            System.arraycopy(y, s * rowSize + offset, own, s * size(), size());
        }
        return own;
    }
}
