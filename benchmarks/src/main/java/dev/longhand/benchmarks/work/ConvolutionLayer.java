package dev.longhand.benchmarks.work;

/**
 * A convolution of a task as other engines are told of it: 3×3, padded to keep height and width, with biases, ReLU
 * and the maximum of each 2×2 pixels behind it.
 *
 * @param height rows of the images that come in
 * @param width their columns
 * @param channels their channels
 * @param filters the channels that go out
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

    /** The numbers of an image that comes in. */
    public int in() {
        return height * width * channels;
    }

    /** The numbers of an image that goes out. */
    public int out() {
        return height / 2 * (width / 2) * filters;
    }

    /** The multiply-adds of one image. */
    long multiplyAdds() {
        return (long) height * width * KERNEL * KERNEL * channels * filters;
    }
}
