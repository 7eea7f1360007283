package dev.longhand.augment;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import java.util.Arrays;

/**
 * The principal components of the colours of a data set: the eigenvectors pₖ of the covariance of its channels, taken
 * over all pixels of all images, and the standard deviations √λₖ along them, λₖ the eigenvalues, greatest first.
 * Immutable.
 */
public final class ColourComponents {

    private final double[] deviations;

    /** [k][channel]. */
    private final double[][] components;

    private ColourComponents(double[] deviations, double[][] components) {
        this.deviations = deviations;
        this.components = components;
    }

    /**
     * The components of the images of a data set, which should be the training set alone.
     *
     * @param images of height × width × channels, or height × width with one channel
     * @throws IllegalArgumentException if the samples have another shape
     */
    public static ColourComponents of(Dataset images) {
        return of(images, images.inputShape());
    }

    /**
     * The components of images that a data set holds as flat vectors.
     *
     * @param shape height × width × channels, or height × width with one channel
     * @throws IllegalArgumentException if the samples have another size
     */
    public static ColourComponents of(Dataset images, Shape shape) {
        Image image = Image.of(shape);
        if (images.inputShape().size() != shape.size()) {
            throw new IllegalArgumentException("images of " + shape + " are " + shape.size()
                    + " numbers, but the samples have "
                    + images.inputShape().size() + " (" + images.inputShape() + ")");
        }
        int channels = image.channels();
        double[] mean = new double[channels];
        double[][] covariance = new double[channels][channels];
        double[] before = new double[channels];
        double pixels = 0;
        for (int sample = 0; sample < images.size(); sample++) {
            float[] x = image.values();
            images.copyInputs(sample, 1, x);
            for (int first = 0; first < x.length; first += channels) {
                pixels++;
                for (int c = 0; c < channels; c++) {
                    before[c] = x[first + c] - mean[c];
                    mean[c] += before[c] / pixels;
                }
                for (int c = 0; c < channels; c++) {
                    for (int d = 0; d < channels; d++) {
                        covariance[c][d] += before[c] * (x[first + d] - mean[d]);
                    }
                }
            }
        }
        for (double[] row : covariance) {
            for (int c = 0; c < channels; c++) {
                row[c] /= pixels;
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] deviations = new double[channels];
        for (int k = 0; k < channels; k++) {
            deviations[k] = Math.sqrt(Math.max(0, eigen.values()[k]));
        }
        return new ColourComponents(deviations, eigen.vectors());
    }

    /** The number of channels, which is also that of components. */
    public int channels() {
        return deviations.length;
    }

    /** √λₖ, k from 0 to channels − 1. */
    public double deviation(int k) {
        return deviations[k];
    }

    /** What component k has in a channel; its length over all channels is 1. */
    public double component(int k, int channel) {
        return components[k][channel];
    }

    @Override
    public String toString() {
        return "ColourComponents[deviations=" + Arrays.toString(deviations) + ", components="
                + Arrays.deepToString(components) + "]";
    }
}
