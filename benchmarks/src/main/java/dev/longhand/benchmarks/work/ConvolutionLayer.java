package dev.longhand.benchmarks.work;

/**
 * A convolution of a task, described for other engines: 3×3, padded to keep height and width, with biases, ReLU
 * and 2×2 max pooling.
 *
 * @param height rows of the input images
 * @param width their columns
 * @param channels their channels
 * @param filters the output channels
 * @param weights where W, [3][3][channels][filters], begins among all parameters
 */
public record ConvolutionLayer(int height, int width, int channels, int filters, int weights) {

    /** Rows and columns of the kernel. */
    public static final int KERNEL = 3;

    /** Where b, [filters], begins among all parameters. */
    public int bias() {
        return weights + KERNEL * KERNEL * channels * filters;
    }

    /** Where the next layer's parameters begin. */
    public int end() {
        return bias() + filters;
    }

    /** The size of an input image. */
    public int in() {
        return height * width * channels;
    }

    /** The size of an output image. */
    public int out() {
        return height / 2 * (width / 2) * filters;
    }

    /** The multiply-adds of one image. */
    long multiplyAdds() {
        return (long) height * width * KERNEL * KERNEL * channels * filters;
    }
}
