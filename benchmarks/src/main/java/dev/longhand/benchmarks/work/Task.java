package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Loss;
import dev.longhand.data.Dataset;
import dev.longhand.data.Mnist;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.optimizer.Optimizer;
import dev.longhand.optimizer.Sgd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** A network with its samples, loss and optimizer: the same for every engine. */
@SuppressWarnings("ImmutableEnumChecker") // lists and records that nothing changes
public enum Task {
    /** MNIST, 784-100-100-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    TWO_HIDDEN(
            TwoHiddenModel::create,
            List.of(),
            dense(0, Activation.RELU, Activation.SOFTMAX, 784, 100, 100, 10),
            Loss.CROSS_ENTROPY,
            Adam.learningRate(1e-3),
            100),
    /** MNIST, 784-512-10, sigmoid, mean squared error, gradient descent, batches of 128. */
    ONE_HIDDEN(
            OneHiddenModel::create,
            List.of(),
            dense(0, Activation.SIGMOID, Activation.SIGMOID, 784, 512, 10),
            Loss.MEAN_SQUARED_ERROR,
            Sgd.learningRate(1),
            128),
    /** MNIST, two convolutions with pooling, then 1568-128-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    CONVOLUTIONAL(
            ConvolutionalModel::create,
            List.of(new ConvolutionLayer(28, 28, 1, 16, 0), new ConvolutionLayer(14, 14, 16, 32, 160)),
            dense(4800, Activation.RELU, Activation.SOFTMAX, 1568, 128, 10),
            Loss.CROSS_ENTROPY,
            Adam.learningRate(1e-3),
            100),
    /** XOR, 2-10-10-10-1, sigmoid, mean squared error, gradient descent, all 4 samples at a time. */
    XOR(
            XorModel::create,
            List.of(),
            dense(0, Activation.SIGMOID, Activation.SIGMOID, 2, 10, 10, 10, 1),
            Loss.MEAN_SQUARED_ERROR,
            Sgd.learningRate(5),
            4);

    private static final String MNIST = "/dev/longhand/examples/mnist/";

    private final LongFunction<Model> model;
    private final List<ConvolutionLayer> convolutions;
    private final List<DenseLayer> layers;
    private final Loss loss;
    private final Optimizer optimizer;
    private final int batch;

    Task(
            LongFunction<Model> model,
            List<ConvolutionLayer> convolutions,
            List<DenseLayer> layers,
            Loss loss,
            Optimizer optimizer,
            int batch) {
        this.model = model;
        this.convolutions = convolutions;
        this.layers = layers;
        this.loss = loss;
        this.optimizer = optimizer;
        this.batch = batch;
    }

    /** Dense layers of these sizes, the inputs first; their parameters begin at {@code first}. */
    private static List<DenseLayer> dense(int first, Activation hidden, Activation output, int... sizes) {
        List<DenseLayer> layers = new ArrayList<>();
        int offset = first;
        for (int i = 1; i < sizes.length; i++) {
            Activation activation = i == sizes.length - 1 ? output : hidden;
            DenseLayer layer = new DenseLayer(sizes[i - 1], sizes[i], activation, offset);
            layers.add(layer);
            offset = layer.end();
        }
        return List.copyOf(layers);
    }

    /** Longhand's model of it; every engine starts from its initial parameters. */
    public Model model(long seed) {
        return model.apply(seed);
    }

    /** The samples to train on. */
    public Dataset train() throws IOException {
        return this == XOR ? xor() : mnist().train();
    }

    /** The test samples. */
    public Dataset test() throws IOException {
        return this == XOR ? xor() : mnist().test();
    }

    private static Mnist mnist() {
        return Mnist.from(file -> Task.class.getResourceAsStream(MNIST + file));
    }

    private static Dataset xor() {
        return Dataset.ofBinaryLabels(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    }

    /** The convolutions from first to last; the dense layers follow. */
    public List<ConvolutionLayer> convolutions() {
        return convolutions;
    }

    /** The dense layers from first to last. */
    public List<DenseLayer> layers() {
        return layers;
    }

    /** The size of one input. */
    public int inputs() {
        return convolutions.isEmpty() ? layers.get(0).in() : convolutions.get(0).in();
    }

    /** The size of one output. */
    public int outputs() {
        return layers.get(layers.size() - 1).units();
    }

    /** The loss, a mean over the samples. */
    public Loss loss() {
        return loss;
    }

    /** The optimizer. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** The samples of a step; the last batch of an epoch may be smaller. */
    public int batch() {
        return batch;
    }

    /** The floating-point operations of one sample: forward, and all of backward but the first layer's dx. */
    public double trainingFlops() {
        double all = 0;
        for (ConvolutionLayer layer : convolutions) {
            double product = 2.0 * layer.multiplyAdds();
            all += layer.weights() == 0 ? 2 * product : 3 * product;
        }
        for (DenseLayer layer : layers) {
            double product = 2.0 * layer.in() * layer.units();
            all += layer.weights() == 0 ? 2 * product : 3 * product;
        }
        return all;
    }
}
