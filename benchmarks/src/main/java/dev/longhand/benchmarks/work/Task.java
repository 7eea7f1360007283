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

/** A network with its samples, loss and optimizer: all that every engine is to do in the same way. */
@SuppressWarnings("ImmutableEnumChecker") // lists and records that nothing changes
public enum Task {
    /** MNIST, 784-100-100-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    TWO_HIDDEN(
            TwoHiddenModel::create,
            List.of(784, 100, 100, 10),
            Activation.RELU,
            Activation.SOFTMAX,
            Loss.CROSS_ENTROPY,
            Adam.learningRate(1e-3),
            100),
    /** MNIST, 784-512-10, sigmoid, mean squared error, gradient descent, batches of 128. */
    ONE_HIDDEN(
            OneHiddenModel::create,
            List.of(784, 512, 10),
            Activation.SIGMOID,
            Activation.SIGMOID,
            Loss.MEAN_SQUARED_ERROR,
            Sgd.learningRate(1),
            128),
    /** MNIST, two convolutions with pooling, then 1568-128-10, ReLU, softmax and cross-entropy, Adam, batches of 100. */
    CONVOLUTIONAL(
            ConvolutionalModel::create,
            List.of(new ConvolutionLayer(28, 28, 1, 16, 0), new ConvolutionLayer(14, 14, 16, 32, 160)),
            List.of(1568, 128, 10),
            Activation.RELU,
            Activation.SOFTMAX,
            Loss.CROSS_ENTROPY,
            Adam.learningRate(1e-3),
            100),
    /** XOR, 2-10-10-10-1, sigmoid, mean squared error, gradient descent, all 4 samples at a time. */
    XOR(
            XorModel::create,
            List.of(2, 10, 10, 10, 1),
            Activation.SIGMOID,
            Activation.SIGMOID,
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
            List<Integer> sizes,
            Activation hidden,
            Activation output,
            Loss loss,
            Optimizer optimizer,
            int batch) {
        this(model, List.of(), sizes, hidden, output, loss, optimizer, batch);
    }

    Task(
            LongFunction<Model> model,
            List<ConvolutionLayer> convolutions,
            List<Integer> sizes,
            Activation hidden,
            Activation output,
            Loss loss,
            Optimizer optimizer,
            int batch) {
        this.model = model;
        this.convolutions = convolutions;
        int offset = convolutions.isEmpty()
                ? 0
                : convolutions.get(convolutions.size() - 1).end();
        layers = layers(offset, sizes, hidden, output);
        this.loss = loss;
        this.optimizer = optimizer;
        this.batch = batch;
    }

    private static List<DenseLayer> layers(int first, List<Integer> sizes, Activation hidden, Activation output) {
        List<DenseLayer> layers = new ArrayList<>();
        int offset = first;
        for (int i = 1; i < sizes.size(); i++) {
            Activation activation = i == sizes.size() - 1 ? output : hidden;
            DenseLayer layer = new DenseLayer(sizes.get(i - 1), sizes.get(i), activation, offset);
            layers.add(layer);
            offset = layer.end();
        }
        return List.copyOf(layers);
    }

    /** Longhand's model of it; the parameters that it begins with are those of every engine. */
    public Model model(long seed) {
        return model.apply(seed);
    }

    /** The samples to train on. */
    public Dataset train() throws IOException {
        return this == XOR ? xor() : mnist().train();
    }

    /** The samples to judge by. */
    public Dataset test() throws IOException {
        return this == XOR ? xor() : mnist().test();
    }

    private static Mnist mnist() {
        return Mnist.from(file -> Task.class.getResourceAsStream(MNIST + file));
    }

    private static Dataset xor() {
        return Dataset.ofBinaryLabels(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    }

    /** The convolutions from first to last; the dense layers come after them. */
    public List<ConvolutionLayer> convolutions() {
        return convolutions;
    }

    /** The dense layers from first to last. */
    public List<DenseLayer> layers() {
        return layers;
    }

    /** The numbers of one input. */
    public int inputs() {
        return convolutions.isEmpty() ? layers.get(0).in() : convolutions.get(0).in();
    }

    /** The numbers of one output. */
    public int outputs() {
        return layers.get(layers.size() - 1).units();
    }

    /** What is made small: the mean over the samples. */
    public Loss loss() {
        return loss;
    }

    /** How it's made small. */
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
