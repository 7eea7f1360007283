package dev.longhand.model;

import dev.longhand.Loss;
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
 * @param loss its loss
 * @param weight what its loss is multiplied by in the loss of the network
 */
public record OutputInfo(String name, int layer, Shape shape, int offset, int rowSize, Loss loss, float weight) {

    /** Its numbers of a sample. */
    public int size() {
        return shape.size();
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
